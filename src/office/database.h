// The database behind its lock. Private to office.
#pragma once

#include "archive/sqlite_database.h"
#include "office/office.h"

#include <mutex>

namespace vanthu::office {

inline constexpr const char* failed = "desk-failed";
inline constexpr const char* database_name = "office.sqlite";
inline constexpr const char* desk_name = "desk";

/// Where a file of the desk lies.
inline std::filesystem::path desk_place(const std::filesystem::path& desk, const std::string& digest) {
    return desk / digest.substr(0, 2) / digest;
}

struct Office::Guarded {
    explicit Guarded(const std::filesystem::path& path) : database(path) {}

    std::mutex mutex;
    archive::Database database;
};

/// Runs `work` on the database, one at a time.
template <class Work> auto with_database(Office& office, Work work) -> decltype(work(office.guarded().database)) {
    const std::lock_guard lock(office.guarded().mutex);
    return archive::guarded(failed, [&] { return work(office.guarded().database); });
}

} // namespace vanthu::office
