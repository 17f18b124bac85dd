// Numbers of the register under a key of whoever asks: asked again with the same key, after a lost connection or a
// crash, it is the same number. Private to server.
#pragma once

#include "archive/register.h"
#include "office/issues.h"

namespace vanthu::server {

class Numbering {
  public:
    Numbering(office::Issues& issues, archive::Register& numbers) : issues_(issues), numbers_(numbers) {}

    /// Sets `issue.number`, where there is none yet, and keeps it. `issue` has key, book and year. Hold
    /// Archives::adding(): what another call with the same key has begun must be seen.
    Diagnostics take(office::Issue& issue, const archive::Entry& wanted);

  private:
    Diagnostics find_lost(office::Issue& issue, const archive::Entry& wanted);

    office::Issues& issues_;
    archive::Register& numbers_;
};

} // namespace vanthu::server
