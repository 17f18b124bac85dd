// What happens, told to every page that listens. For several threads at once. Private to server.
#pragma once

#include "office/users.h"
#include "server/message.h"

#include <list>
#include <memory>
#include <mutex>
#include <string>

namespace vanthu::server {

class Events {
  public:
    void add(std::shared_ptr<EventStream> stream, office::User user) {
        const std::lock_guard lock(mutex_);
        listeners_.push_back({std::move(stream), std::move(user)});
    }
    /// Ends the streams of a user who may no longer hear what they heard; who still may comes again.
    void end(const std::string& user) {
        const std::lock_guard lock(mutex_);
        listeners_.remove_if([&](const Listener& one) {
            if (one.user.name != user) return false;
            one.stream->close();
            return true;
        });
    }
    /// `data`: JSON on one line. Only who has at least that role is told.
    void tell(const std::string& name, const std::string& data, office::Role least = office::Role::clerk) {
        const std::lock_guard lock(mutex_);
        listeners_.remove_if(
            [&](const Listener& one) { return one.user.role >= least && !one.stream->push(name, data); });
    }
    std::size_t listeners() {
        const std::lock_guard lock(mutex_);
        return listeners_.size();
    }

  private:
    struct Listener {
        std::shared_ptr<EventStream> stream;
        office::User user;
    };
    std::mutex mutex_;
    std::list<Listener> listeners_;
};

} // namespace vanthu::server
