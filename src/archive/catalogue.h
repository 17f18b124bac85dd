// Index and register of a store, in whatever keeps them. Private to archive.
#pragma once

#include "archive/index.h"
#include "archive/register.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace vanthu::archive {

struct Catalogue {
    std::filesystem::path originals; ///< folder of the storage root
    std::unique_ptr<Index> index;
    std::unique_ptr<Register> numbers;
    bool is_new = false; ///< the index was not there: to be filled
    /// Sound copies of both, while others write, into a folder. Errors: index-failed, register-failed.
    std::function<Diagnostics(const std::filesystem::path&)> copy_to;
};

enum class Missing : std::uint8_t {
    make,      ///< a new store
    make_index ///< the register stands nowhere else: without it there is no store
};

/// Errors: index-failed, register-failed, store-register-missing (path).
Result<Catalogue> open_catalogue(const std::string& store, Missing missing);

/// Throws an index away that cannot be opened.
void discard_index(const std::string& store);

} // namespace vanthu::archive
