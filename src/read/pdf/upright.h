// Turns a sheet so that its text can be read.
#pragma once

#include "read/pdf/ink.h"

namespace vanthu::read::pdf {

/// Degrees clockwise (0, 90, 180, 270) by which the sheet must be turned for most of its text to run to the right.
int turn_to_read(const Ink& ink);

/// Turns everything clockwise. `width` and `height` are the sheet's before the turn and change with it.
void turn(Ink& ink, int degrees, double& width, double& height);

/// The quarter turn (0 to 3, clockwise) nearest to a direction.
int quarter(Point along);

} // namespace vanthu::read::pdf
