// Old documents on the desk: read by the runner, looked over and put right by a clerk. Private to server.
#pragma once

#include "office/desk.h"
#include "server/core.h"
#include "server/job_runner.h"
#include "server/json.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace vanthu::server {

/// What a reading says as put right; none where nothing was read.
std::optional<jobs::ReadResult> reviewed_result(const office::Item& item, const jobs::ReadingKit& kit);
/// The tables of a content as {"tables": […]}.
Bytes tables_of(const rapidjson::Value& content);
/// What lists tell of a reading, with the name of the document as it is now.
Bytes facts_with(const Bytes& facts, const rapidjson::Value& document);
/// The list of {"tables": […]}.
std::string_view list_in(std::string_view tables);

class Readings {
  public:
    Readings(Core& core, JobRunner& runner) : core_(core), runner_(runner) {}

    /// What was not done when the service ended is done now.
    void take_up();
    /// Puts an item in the queue. False where too much waits.
    bool begin(const office::Item& item);
    /// Ends the reading of an item at its next sheet.
    void stop(std::uint64_t id);
    /// An item that waits is not read any more; what an earlier reading gave stays.
    void give_up(office::Item item);
    void write(Json& json, const office::Item& item);
    void tell(const office::Item& item);

  private:
    void read(std::uint64_t id, Bench& bench);
    void forget(std::uint64_t id);
    bool is_cancelled(std::uint64_t id);
    void note_sheets(std::uint64_t id, std::size_t done, std::size_t all);
    void keep(office::Item item, const Result<jobs::ReadResult>& read);
    /// It could not be read again: what an earlier reading gave, and a clerk put right, stays.
    void keep_earlier(office::Item item, const Diagnostics& found);

    struct Work {
        std::shared_ptr<Task> task;
        bool is_cancelled = false;
        std::size_t done = 0, all = 0; ///< sheets
    };
    Core& core_;
    JobRunner& runner_;
    std::mutex mutex_;
    std::map<std::uint64_t, Work> works_;
};

} // namespace vanthu::server
