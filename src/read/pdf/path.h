// The current path, and the ruling lines that come of painting it.
#pragma once

#include "read/pdf/ink.h"
#include "read/pdf/matrix.h"

#include <cstdint>
#include <vector>

namespace vanthu::read::pdf {

class Path {
  public:
    void move_to(Point p);
    void line_to(Point p);
    void curve_to(Point end);
    void close();
    void rectangle(const Matrix& ctm, double x, double y, double w, double h);
    void clear();

    void stroke(double thickness, std::uint32_t colour, Ink& ink) const;
    void fill(std::uint32_t colour, Ink& ink) const;

  private:
    struct Part {
        std::size_t first = 0; ///< index into points_
        bool is_curved = false;
        bool is_closed = false;
    };
    void fill_part(const Part& part, std::size_t end, bool red, Ink& ink) const;

    std::vector<Point> points_;
    std::vector<Part> parts_;
};

} // namespace vanthu::read::pdf
