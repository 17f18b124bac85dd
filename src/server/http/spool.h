// A body while it comes in: the first megabyte in memory, longer ones in a file without a name. Private to server/http.
#pragma once

#include "server/message.h"

#include <string>

namespace vanthu::server {

class Spool {
  public:
    /// `folder` empty: that of the system for temporary files.
    explicit Spool(std::string folder) : folder_(std::move(folder)) {}
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    std::size_t size() const { return size_; }
    /// False: there is no room for it.
    bool append(std::string_view bytes);
    /// What came; it is empty then. Where a file cannot be mapped, so is the body.
    Body take();

  private:
    bool open_file();
    bool write(std::string_view bytes) const;

    std::string folder_;
    Bytes memory_;
    std::size_t size_ = 0;
    int file_ = -1;
};

} // namespace vanthu::server
