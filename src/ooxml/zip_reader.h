// A ZIP file that comes from outside, in memory. Nothing is ever unpacked to disk; what an entry says of its size is
// not believed, bytes are counted while they are inflated.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::ooxml {

struct ZipLimits {
    std::size_t entries = 2'000;
    std::size_t entry_size = 50'000'000;  ///< bytes, inflated
    std::size_t total_size = 200'000'000; ///< bytes, of all entries that are read
    std::size_t ratio = 100;              ///< inflated to compressed
    std::size_t ratio_floor = 1'000'000;  ///< bytes: smaller entries may be compressed as well as they can
};

class ZipReader;

/// One entry while it is inflated.
class ZipEntryReader {
  public:
    ~ZipEntryReader();
    ZipEntryReader(ZipEntryReader&& other) noexcept;
    ZipEntryReader& operator=(ZipEntryReader&&) = delete;

    /// Bytes put into `buffer`; 0 at the end or where a problem stopped it.
    std::size_t read(char* buffer, std::size_t size);
    const std::optional<Diagnostic>& problem() const { return problem_; } ///< docx-broken, docx-limit

  private:
    friend class ZipReader;
    ZipEntryReader(ZipReader& zip, std::size_t index);

    ZipReader& zip_;
    std::size_t index_;
    void* file_;
    std::size_t size_ = 0;
    std::optional<Diagnostic> problem_;
};

class ZipReader {
  public:
    /// `bytes` must outlive the reader. Errors: docx-broken, docx-limit, docx-password.
    static Result<ZipReader> open(std::string_view bytes, const ZipLimits& limits = {});
    ~ZipReader();
    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;

    const std::vector<std::string>& names() const;
    bool has(std::string_view name) const;

    /// `name` must be one of names().
    ZipEntryReader entry(std::string_view name);

  private:
    friend class ZipEntryReader;
    struct Impl;
    explicit ZipReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace vanthu::ooxml
