#include "ooxml/zip_reader.h"

#include "ooxml/problems.h"
#include "ooxml/zip_directory.h"

#include <zip.h>

#include <algorithm>
#include <stdexcept>

namespace vanthu::ooxml {
namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Archive open_archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    Archive archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr, &zip_discard);
    if (!archive) zip_source_free(source);
    zip_error_fini(&error);
    return archive;
}

/// libzip and we must have found the same directory.
bool agree(zip_t* archive, const Directory& directory) {
    if (zip_get_num_entries(archive, 0) != static_cast<zip_int64_t>(directory.entries.size())) return false;
    for (std::size_t i = 0; i < directory.entries.size(); ++i) {
        zip_stat_t status;
        if (zip_stat_index(archive, i, ZIP_FL_ENC_RAW, &status) != 0 || !(status.valid & ZIP_STAT_COMP_SIZE) ||
            status.comp_size != directory.entries[i].compressed || directory.entries[i].name != status.name)
            return false;
    }
    return true;
}

} // namespace

struct ZipReader::Impl {
    Archive archive;
    ZipLimits limits;
    std::vector<std::string> names;
    std::vector<std::size_t> compressed;
    std::size_t total = 0;
};

ZipReader::ZipReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipReader::~ZipReader() = default;
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;

Result<ZipReader> ZipReader::open(std::string_view bytes, const ZipLimits& limits) {
    const auto directory = read_directory(bytes, limits.entries);
    if (!directory) return Result<ZipReader>::failed(directory.diagnostics);
    if (auto reason = suspicion(*directory)) return Result<ZipReader>::failed(std::move(*reason));
    Archive archive = open_archive(bytes);
    if (!archive || !agree(archive.get(), *directory)) return Result<ZipReader>::failed(broken("", "broken ZIP file"));
    auto impl = std::unique_ptr<Impl>(new Impl{std::move(archive), limits, {}, {}, 0});
    for (const DirectoryEntry& entry : directory->entries) {
        impl->names.push_back(entry.name);
        impl->compressed.push_back(entry.compressed);
    }
    return Result<ZipReader>::of(ZipReader(std::move(impl)));
}

const std::vector<std::string>& ZipReader::names() const { return impl_->names; }

bool ZipReader::has(std::string_view name) const {
    return std::find(impl_->names.begin(), impl_->names.end(), name) != impl_->names.end();
}

ZipEntryReader ZipReader::entry(std::string_view name) {
    const auto found = std::find(impl_->names.begin(), impl_->names.end(), name);
    if (found == impl_->names.end()) throw std::logic_error("an entry that the ZIP file does not have");
    return {*this, static_cast<std::size_t>(found - impl_->names.begin())};
}

ZipEntryReader::ZipEntryReader(ZipReader& zip, std::size_t index)
    : zip_(zip), index_(index), file_(zip_fopen_index(zip.impl_->archive.get(), index, 0)) {
    if (file_ == nullptr) problem_ = broken(zip.impl_->names[index], zip_strerror(zip.impl_->archive.get()));
}

ZipEntryReader::ZipEntryReader(ZipEntryReader&& other) noexcept
    : zip_(other.zip_), index_(other.index_), file_(std::exchange(other.file_, nullptr)), size_(other.size_),
      problem_(std::move(other.problem_)) {}

ZipEntryReader::~ZipEntryReader() {
    if (file_ != nullptr) zip_fclose(static_cast<zip_file_t*>(file_));
}

std::size_t ZipEntryReader::read(char* buffer, std::size_t size) {
    if (problem_) return 0;
    auto* file = static_cast<zip_file_t*>(file_);
    const zip_int64_t count = zip_fread(file, buffer, size);
    ZipReader::Impl& zip = *zip_.impl_;
    const std::string& name = zip.names[index_];
    if (count < 0) {
        problem_ = broken(name, zip_error_strerror(zip_file_get_error(file)));
        return 0;
    }
    size_ += static_cast<std::size_t>(count);
    zip.total += static_cast<std::size_t>(count);
    const ZipLimits& limits = zip.limits;
    if (size_ > limits.entry_size) problem_ = over_limit(name, "part-size", size_);
    if (zip.total > limits.total_size) problem_ = over_limit(name, "total-size", zip.total);
    if (size_ > limits.ratio_floor && size_ / limits.ratio > zip.compressed[index_])
        problem_ = over_limit(name, "ratio", size_ / std::max<std::size_t>(zip.compressed[index_], 1));
    return problem_ ? 0 : static_cast<std::size_t>(count);
}

} // namespace vanthu::ooxml
