#include "read/scan/tiff_pages.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace vanthu::read::scan {
namespace {

constexpr std::uint16_t strip_offsets = 273, strip_sizes = 279, tile_offsets = 324, tile_sizes = 325;
constexpr std::uint16_t sub_directories = 330, exif = 34665, gps = 34853;
constexpr std::size_t header_size = 8, entry_size = 12;
constexpr std::array<std::size_t, 14> type_sizes = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

struct Entry {
    std::uint16_t tag = 0, type = 0;
    std::uint32_t count = 0;
    std::string_view values;
};

struct Directory {
    std::vector<Entry> entries;
    std::uint32_t next = 0;
};

class Reader {
  public:
    explicit Reader(std::string_view tiff) : tiff_(tiff), is_big_(tiff.starts_with("MM")) {}

    std::uint32_t number(std::string_view bytes) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            value = value << 8 | static_cast<unsigned char>(bytes[is_big_ ? i : bytes.size() - 1 - i]);
        return value;
    }
    std::uint32_t number(std::size_t at, std::size_t size) const {
        return at + size <= tiff_.size() ? number(tiff_.substr(at, size)) : 0;
    }
    Bytes bytes(std::uint32_t value, std::size_t size) const {
        Bytes result(size, '\0');
        for (std::size_t i = 0; i < size; ++i, value >>= 8)
            result[is_big_ ? size - 1 - i : i] = static_cast<char>(value & 0xFF);
        return result;
    }

    std::optional<Directory> directory(std::size_t at) const {
        const std::size_t count = number(at, 2);
        if (at < header_size || count == 0 || at + 2 + count * entry_size + 4 > tiff_.size()) return std::nullopt;
        Directory result;
        for (std::size_t i = 0; i < count; ++i)
            if (const auto entry = this->entry(at + 2 + i * entry_size)) result.entries.push_back(*entry);
        result.next = number(at + 2 + count * entry_size, 4);
        return result;
    }

    std::string_view part(std::uint32_t from, std::uint32_t size) const {
        return from < tiff_.size() ? tiff_.substr(from, size) : std::string_view();
    }

  private:
    std::optional<Entry> entry(std::size_t at) const {
        Entry result;
        result.tag = static_cast<std::uint16_t>(number(at, 2));
        result.type = static_cast<std::uint16_t>(number(at + 2, 2));
        result.count = number(at + 4, 4);
        const bool leads_elsewhere = result.tag == sub_directories || result.tag == exif || result.tag == gps;
        if (result.type >= type_sizes.size() || leads_elsewhere) return std::nullopt;
        const std::size_t size = type_sizes[result.type] * result.count;
        const std::size_t from = size <= 4 ? at + 8 : number(at + 8, 4);
        if (size == 0 || from > tiff_.size() || size > tiff_.size() - from) return std::nullopt;
        result.values = tiff_.substr(from, size);
        return result;
    }

    std::string_view tiff_;
    bool is_big_;
};

/// One page's directory and data, put together anew.
class Page {
  public:
    Page(const Reader& reader, const Directory& directory) : reader_(reader), directory_(directory) {}

    /// None where the page has no data, or more than the file: strips that lie upon each other are a bomb.
    std::optional<Bytes> make(std::string_view header, std::size_t most) {
        const Entry* const offsets = find(strip_offsets) ? find(strip_offsets) : find(tile_offsets);
        const Entry* const sizes = find(strip_sizes) ? find(strip_sizes) : find(tile_sizes);
        if (!offsets || !sizes || offsets->count != sizes->count) return std::nullopt;
        const std::size_t table_at = header_size;
        data_at_ = table_at + 2 + directory_.entries.size() * entry_size + 4;
        Bytes table = reader_.bytes(static_cast<std::uint32_t>(directory_.entries.size()), 2);
        for (const Entry& entry : directory_.entries) {
            const bool is_offsets = &entry == offsets;
            table += reader_.bytes(entry.tag, 2) + reader_.bytes(is_offsets ? 4 : entry.type, 2) +
                     reader_.bytes(entry.count, 4);
            table += field(is_offsets ? strips(*offsets, *sizes, most) : Bytes(entry.values));
            if (data_.size() > most) return std::nullopt;
        }
        return Bytes(header) + reader_.bytes(header_size, 4) + table + Bytes(4, '\0') + data_;
    }

  private:
    const Entry* find(std::uint16_t tag) const {
        const auto found = std::ranges::find(directory_.entries, tag, &Entry::tag);
        return found == directory_.entries.end() ? nullptr : &*found;
    }

    std::uint32_t value(const Entry& entry, std::size_t index) const {
        const std::size_t size = type_sizes[entry.type];
        return reader_.number(entry.values.substr(index * size, std::min<std::size_t>(size, 4)));
    }

    /// Copies the strips; where they are now.
    Bytes strips(const Entry& offsets, const Entry& sizes, std::size_t most) {
        Bytes places;
        for (std::size_t i = 0; i < offsets.count && data_.size() <= most; ++i) {
            places += reader_.bytes(static_cast<std::uint32_t>(data_at_ + data_.size()), 4);
            data_ += reader_.part(value(offsets, i), value(sizes, i));
        }
        return places;
    }

    /// The four bytes of an entry: the values, or where they lie.
    Bytes field(Bytes values) {
        if (values.size() <= 4) {
            values.resize(4);
            return values;
        }
        if (data_.size() % 2 != 0) data_.push_back('\0');
        Bytes place = reader_.bytes(static_cast<std::uint32_t>(data_at_ + data_.size()), 4);
        data_ += values;
        return place;
    }

    const Reader& reader_;
    const Directory& directory_;
    std::size_t data_at_ = 0;
    Bytes data_;
};

} // namespace

std::optional<std::vector<Bytes>> tiff_pages(std::string_view tiff, std::size_t most) {
    const Reader reader(tiff);
    std::vector<Bytes> result;
    std::size_t total = 0;
    for (std::uint32_t at = reader.number(4, 4); at != 0;) {
        if (result.size() >= most) return std::nullopt;
        const std::optional<Directory> directory = reader.directory(at);
        std::optional<Bytes> page;
        if (directory) page = Page(reader, *directory).make(tiff.substr(0, 4), 2 * tiff.size());
        if (!page) break;
        total += page->size();
        // Directories that share their data, or go round in a circle.
        if (total > 4 * tiff.size() + 65'536) return std::nullopt;
        result.push_back(std::move(*page));
        at = directory->next;
    }
    if (result.empty()) return std::nullopt;
    return result;
}

} // namespace vanthu::read::scan
