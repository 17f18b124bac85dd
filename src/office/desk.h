// What lies on the desks: drafts that are being written and old documents that are being read. Each has a version; who
// saves says which one was changed, so that two windows never overwrite each other.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::office {

class Office;

enum class Kind : std::uint8_t { draft, reading };

struct Item {
    std::uint64_t id = 0;
    Kind kind = Kind::draft;
    std::string title;                ///< of a draft its subject, of a reading the file's name
    std::string state;                ///< of a draft the document's kind; of a reading waiting, reading, done, failed
    std::string review = "unchecked"; ///< of a reading: unchecked, confirmed, corrected, rejected
    std::string by;                   ///< who changed it last
    std::string created, updated;     ///< RFC 3339 UTC
    std::uint64_t version = 1;
    std::string file;  ///< sha512 of the uploaded file, for readings
    std::string facts; ///< small JSON for lists: pages, trust
    Bytes content;     ///< JSON: the document, or what was read, as edited; not in lists
    Bytes original;    ///< JSON: what the machine read, before anybody edited it; not in lists

    bool operator==(const Item&) const = default;
};

/// For several threads at once. All errors beside those named: office-failed (reason).
class Desk {
  public:
    explicit Desk(Office& office) : office_(office) {}

    Result<Item> add(Item item);                                        ///< sets id and version
    Result<std::vector<Item>> list(Kind kind, std::size_t limit = 500); ///< newest first
    Result<Item> find(Kind kind, std::uint64_t id);                     ///< errors: item-unknown (id)
    /// Saves all but `created`, `kind` and `file`; the version goes up by one. Errors: item-unknown, changed-elsewhere
    /// (id, version, by) where `item.version` is not the present one.
    Result<Item> save(Item item);
    /// Whether it is still what the caller saw. Errors: those of save().
    Diagnostics expect(Kind kind, std::uint64_t id, std::uint64_t version);
    Diagnostics remove(Kind kind, std::uint64_t id);

    /// An uploaded file: durable when it returns, kept once whatever its name. The sha512 is its name here.
    Result<std::string> put_file(std::string_view bytes);
    Result<Bytes> file(const std::string& sha512); ///< errors: item-unknown
    Result<bool> has_file(const std::string& sha512);
    /// Removes files that neither an item nor a batch names and that are older than `seconds`.
    Diagnostics sweep(std::int64_t seconds);

  private:
    Office& office_;
};

} // namespace vanthu::office
