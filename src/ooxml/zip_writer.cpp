#include "ooxml/zip_writer.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <functional>
#include <memory>
#include <optional>

namespace vanthu::ooxml {
namespace {

// 1980-01-01, the first day that a ZIP file can name: no clock, no time zone.
constexpr zip_uint16_t dos_date = (0 << 9) | (1 << 5) | 1;
constexpr zip_uint16_t dos_time = 0;

Diagnostic failure(std::string cause, std::string part = {}) {
    return {"docx-failed", Severity::error, {{"cause", std::move(cause)}}, {"", 0, "", std::move(part)}};
}

/// Gives one part to libzip as it asks for it.
class PartSource {
  public:
    explicit PartSource(const Entry& entry) : entry_(entry) { zip_error_init(&error_); }
    ~PartSource() { zip_error_fini(&error_); }
    PartSource(const PartSource&) = delete;
    PartSource& operator=(const PartSource&) = delete;

    static zip_int64_t callback(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
        return static_cast<PartSource*>(self)->answer(command, static_cast<char*>(data), length);
    }

    Diagnostics findings() const {
        Diagnostics found;
        for (const BadText& bad : bad_texts_)
            found.push_back(
                failure((bad.character.empty() ? "UTF-8" : bad.character) + " “" + bad.text + "”", entry_.name));
        return found;
    }
    std::exception_ptr exception() const { return exception_; }

  private:
    zip_int64_t answer(zip_source_cmd_t command, char* data, zip_uint64_t length) {
        switch (command) {
        case ZIP_SOURCE_OPEN:
            return open();
        case ZIP_SOURCE_READ:
            return read(data, length);
        case ZIP_SOURCE_CLOSE:
            return close();
        case ZIP_SOURCE_STAT:
            return stat(data, length);
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&error_, data, length);
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        case ZIP_SOURCE_FREE:
            return 0;
        default:
            zip_error_set(&error_, ZIP_ER_OPNOTSUPP, 0);
            return -1;
        }
    }

    zip_int64_t open() {
        return guarded([&] {
            xml_ = std::make_unique<XmlWriter>();
            taken_ = 0;
            more_ = true;
            return 0;
        });
    }

    zip_int64_t close() {
        if (xml_) bad_texts_ = xml_->bad_texts();
        xml_.reset();
        return 0;
    }

    zip_int64_t read(char* data, zip_uint64_t length) {
        return guarded([&] {
            std::string_view rest = pending();
            while (rest.empty() && more_) {
                xml_->clear();
                taken_ = 0;
                more_ = entry_.writer(*xml_);
                rest = pending();
            }
            if (xml_->failed()) throw std::bad_alloc();
            const std::size_t count = std::min<std::size_t>(rest.size(), length);
            std::memcpy(data, rest.data(), count);
            taken_ += count;
            return static_cast<zip_int64_t>(count);
        });
    }

    std::string_view pending() const { return xml_->pending().substr(taken_); }

    /// An exception may not pass through libzip.
    template <class Action> zip_int64_t guarded(Action action) {
        try {
            return action();
        } catch (...) {
            exception_ = std::current_exception();
            zip_error_set(&error_, ZIP_ER_INTERNAL, 0);
            return -1;
        }
    }

    static zip_int64_t stat(char* data, zip_uint64_t length) {
        if (length < sizeof(zip_stat_t)) return -1;
        zip_stat_t status;
        zip_stat_init(&status);
        // Nobody knows the size yet. libzip replaces this one when the part is written; without any it would make a
        // ZIP64 file, which not every reader of DOCX takes.
        status.size = 0;
        status.valid |= ZIP_STAT_SIZE;
        std::memcpy(data, &status, sizeof status);
        return sizeof status;
    }

    const Entry& entry_;
    zip_error_t error_;
    std::unique_ptr<XmlWriter> xml_;
    std::size_t taken_ = 0; ///< bytes of the pending piece that libzip has
    bool more_ = true;
    std::vector<BadText> bad_texts_;
    std::exception_ptr exception_;
};

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

bool add(zip_t* archive, const Entry& entry, PartSource& part) {
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_function_create(&PartSource::callback, &part, &error), &zip_source_free);
    zip_error_fini(&error);
    if (!source) return false;
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0) return false;
    static_cast<void>(source.release()); // the archive owns it now
    const auto position = static_cast<zip_uint64_t>(index);
    constexpr zip_uint32_t level = 3;
    return zip_set_file_compression(archive, position, ZIP_CM_DEFLATE, level) == 0 &&
           zip_file_set_dostime(archive, position, dos_time, dos_date, 0) == 0;
}

Result<Bytes> content(zip_source_t* file) {
    zip_stat_t status;
    if (zip_source_stat(file, &status) != 0 || zip_source_open(file) != 0) return Result<Bytes>::failed(failure("zip"));
    Bytes bytes(status.size, '\0');
    const zip_int64_t count = zip_source_read(file, bytes.data(), bytes.size());
    zip_source_close(file);
    if (count != static_cast<zip_int64_t>(bytes.size())) return Result<Bytes>::failed(failure("zip"));
    return Result<Bytes>::of(std::move(bytes));
}

using Fill = std::function<std::optional<std::string>(zip_t*)>; ///< the name of what could not be added

Result<Bytes> make_zip(const Fill& fill) {
    const Source file(zip_source_buffer_create(nullptr, 0, 0, nullptr), &zip_source_free);
    if (!file) throw std::bad_alloc();
    Archive archive(zip_open_from_source(file.get(), ZIP_TRUNCATE, nullptr), &zip_discard);
    if (!archive) throw std::bad_alloc();
    zip_source_keep(file.get()); // now the archive owns one share, `file` the other
    if (const auto name = fill(archive.get()))
        return Result<Bytes>::failed(failure(zip_strerror(archive.get()), *name));
    if (zip_close(archive.get()) != 0) return Result<Bytes>::failed(failure(zip_strerror(archive.get())));
    static_cast<void>(archive.release()); // closing freed it
    return content(file.get());
}

bool add(zip_t* archive, const std::string& name, const Bytes& bytes) {
    Source source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0), &zip_source_free);
    if (!source) return false;
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0) return false;
    static_cast<void>(source.release()); // the archive owns it now
    const auto position = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, position, ZIP_CM_STORE, 0) == 0 &&
           zip_file_set_dostime(archive, position, dos_time, dos_date, 0) == 0;
}

} // namespace

Result<Bytes> write_zip(const std::vector<Entry>& entries) {
    std::vector<std::unique_ptr<PartSource>> parts; // outlives the archive, which calls back
    Result<Bytes> bytes = make_zip([&](zip_t* archive) -> std::optional<std::string> {
        for (const Entry& entry : entries) {
            parts.push_back(std::make_unique<PartSource>(entry));
            if (!add(archive, entry, *parts.back())) return entry.name;
        }
        return std::nullopt;
    });
    for (const auto& part : parts)
        if (part->exception()) std::rethrow_exception(part->exception());
    Diagnostics findings;
    for (const auto& part : parts)
        for (Diagnostic& finding : part->findings()) findings.push_back(std::move(finding));
    if (bytes && !findings.empty()) return Result<Bytes>::failed(std::move(findings));
    return bytes;
}

Result<Bytes> write_zip(const std::vector<std::pair<std::string, Bytes>>& files) {
    return make_zip([&](zip_t* archive) -> std::optional<std::string> {
        for (const auto& [name, bytes] : files)
            if (!add(archive, name, bytes)) return name;
        return std::nullopt;
    });
}

} // namespace vanthu::ooxml
