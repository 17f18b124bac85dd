// Who did what, and when: entries are added and never changed.
#pragma once

#include "base/diagnostic.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vanthu::office {

class Office;

struct Deed {
    std::uint64_t id = 0; ///< set when it is added
    std::string at;       ///< RFC 3339 UTC
    std::string user;     ///< empty: nobody was logged in
    std::string peer;
    std::string action;  ///< "login", "login-failed", "archive-add", "issue", "user-add" …
    std::string subject; ///< id of a document, name of a user
    std::string digest;  ///< sha512 of the document; may be empty
};

/// For several threads at once. Errors: office-failed (reason).
class Audit {
  public:
    explicit Audit(Office& office) : office_(office) {}

    Diagnostics add(const Deed& deed);
    Result<std::vector<Deed>> entries(std::size_t limit, std::uint64_t before = 0); ///< newest first

  private:
    Office& office_;
};

} // namespace vanthu::office
