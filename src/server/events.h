// What happens, told to every page that listens. For several threads at once. Private to server.
#pragma once

#include "server/message.h"

#include <list>
#include <memory>
#include <mutex>
#include <string>

namespace vanthu::server {

class Events {
  public:
    void add(std::shared_ptr<EventStream> stream) {
        const std::lock_guard lock(mutex_);
        streams_.push_back(std::move(stream));
    }
    /// `data`: JSON on one line.
    void tell(const std::string& name, const std::string& data) {
        const std::lock_guard lock(mutex_);
        streams_.remove_if([&](const auto& stream) { return !stream->push(name, data); });
    }
    std::size_t listeners() {
        const std::lock_guard lock(mutex_);
        return streams_.size();
    }

  private:
    std::mutex mutex_;
    std::list<std::shared_ptr<EventStream>> streams_;
};

} // namespace vanthu::server
