// Jobs of many documents: what is to be made of each, and what came of it. They outlive the program that began them.
#pragma once

#include "base/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vanthu::office {

class Office;

struct Batch {
    std::uint64_t id = 0;
    std::string kind;              ///< generate, read, tables, ocr
    std::string state = "waiting"; ///< waiting, running, done, failed (an item at least), cancelled
    std::string by;                ///< whose it is
    std::string created, ended;    ///< RFC 3339 UTC; `ended` is empty while it lasts
    std::string options;           ///< JSON
    std::uint64_t done = 0;        ///< items that have ended
    std::uint64_t total = 0;

    bool has_ended() const { return state != "waiting" && state != "running"; }
};

struct BatchItem {
    std::uint64_t batch = 0;
    std::uint64_t index = 0; ///< from 0
    std::string name;
    std::string state = "waiting"; ///< as a batch's
    std::string source;            ///< a file of the desk: the document or what holds it
    std::string result;            ///< a file of the desk; empty: none
    std::string result_name, result_type;
    std::string diagnostics; ///< JSON list
};

/// For several threads at once. Errors beside those named: desk-failed (reason).
class Batches {
  public:
    explicit Batches(Office& office) : office_(office) {}

    /// Sets id and total.
    Result<Batch> add(Batch batch, const std::vector<BatchItem>& items);
    Result<std::vector<Batch>> list(const std::string& by, std::size_t limit = 200); ///< newest first; `by` empty: all
    Result<Batch> find(std::uint64_t id);                                            ///< errors: item-unknown (id)
    Result<std::vector<BatchItem>> items(std::uint64_t id);
    Result<BatchItem> item(std::uint64_t id, std::uint64_t index); ///< errors: item-unknown (id)
    /// Ids of those that have not ended, oldest first.
    Result<std::vector<std::uint64_t>> open();

    /// The next waiting item, running now; none where none waits.
    Result<std::optional<BatchItem>> begin_next(std::uint64_t id);
    /// What came of a running item; nothing happens where it was cancelled meanwhile. `now`: RFC 3339 UTC.
    Result<Batch> finish(const BatchItem& item, const std::string& now);
    /// A running item waits again.
    Diagnostics put_back(const BatchItem& item);
    /// What has not ended is cancelled.
    Result<Batch> cancel(std::uint64_t id, const std::string& now);
    Diagnostics remove(std::uint64_t id);
    /// Items that were running when the program ended without a word: who knows whether they ended it.
    Result<std::vector<BatchItem>> orphans();
    /// Removes batches that ended before that moment.
    Diagnostics expire(const std::string& before);

  private:
    Office& office_;
};

} // namespace vanthu::office
