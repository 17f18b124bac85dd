#include "write/pdf/object_sink.h"

#include <fmt/format.h>

#include <iterator>

namespace vanthu::write {
namespace {

/// Readers unpack the whole of a stream for one of its objects.
constexpr std::uint32_t objects_in_a_pack = 200;

void append_big_endian(std::string& out, std::uint32_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

} // namespace

ObjectSink::ObjectSink(FileKind kind, HaruDocument::Body body, Deflater& deflater)
    : kind_(kind), body_(std::move(body)), deflater_(deflater),
      first_(static_cast<ObjectNumber>(body_.offsets.size())) {}

ObjectNumber ObjectSink::add(std::string_view object) {
    const ObjectNumber number = next();
    if (kind_ == FileKind::classic) {
        places_.push_back({static_cast<std::uint32_t>(body_.bytes.size()), 0});
        fmt::format_to(std::back_inserter(body_.bytes), "{} 0 obj\n{}\nendobj\n", number, object);
        return number;
    }
    places_.push_back({static_cast<std::uint32_t>(packs_.size()), pack_size_});
    append_integer(pack_index_, number);
    pack_index_ += ' ';
    append_integer(pack_index_, pack_.size());
    pack_index_ += ' ';
    pack_ += object;
    pack_ += '\n';
    if (++pack_size_ == objects_in_a_pack) flush_pack();
    return number;
}

void ObjectSink::flush_pack() {
    if (pack_size_ == 0) return;
    const auto first_offset = static_cast<std::uint32_t>(pack_index_.size());
    pack_index_ += pack_;
    packs_.push_back({pack_size_, first_offset, deflater_.deflate(pack_index_)});
    pack_index_.clear();
    pack_.clear();
    pack_size_ = 0;
}

std::string ObjectSink::file_identifier() const {
    const std::string id = hex_string(md5(body_.bytes));
    return "[" + id + id + "]";
}

Bytes ObjectSink::finish() {
    if (kind_ == FileKind::classic)
        write_table();
    else
        write_stream();
    return std::move(body_.bytes);
}

void ObjectSink::write_table() {
    const std::string id = file_identifier();
    const std::size_t start = body_.bytes.size();
    auto out = std::back_inserter(body_.bytes);
    fmt::format_to(out, "xref\n0 {}\n0000000000 65535 f \n", next());
    for (ObjectNumber i = 1; i < first_; ++i) fmt::format_to(out, "{:010} 00000 n \n", body_.offsets[i]);
    for (const Place& place : places_) fmt::format_to(out, "{:010} 00000 n \n", place.pack_or_offset);
    fmt::format_to(out, "trailer\n<</Size {} /Root {} 0 R /Info {} 0 R /ID {}>>\nstartxref\n{}\n%%EOF\n", next(),
                   body_.catalog, body_.info, id, start);
}

/// Packs are numbered behind all other objects, so that those can be numbered before the packs are known.
void ObjectSink::write_packs() {
    ObjectNumber number = next();
    for (const Pack& pack : packs_) {
        body_.offsets.push_back(body_.bytes.size());
        fmt::format_to(std::back_inserter(body_.bytes),
                       "{} 0 obj\n<</Type /ObjStm /N {} /First {} /Length {} /Filter /FlateDecode>>\nstream\n",
                       number++, pack.count, pack.first_offset, pack.deflated.size());
        body_.bytes += pack.deflated;
        body_.bytes += "\nendstream\nendobj\n";
    }
    packs_.clear();
}

void ObjectSink::write_stream() {
    flush_pack();
    write_packs();
    const std::string id = file_identifier();
    const std::size_t start = body_.bytes.size();
    const ObjectNumber first_pack = next();
    std::string entries; // kind, offset or pack, index in the pack
    const auto add_entry = [&](std::uint32_t kind, std::size_t place, std::uint32_t index) {
        append_big_endian(entries, kind, 1);
        append_big_endian(entries, static_cast<std::uint32_t>(place), 4);
        append_big_endian(entries, index, 1);
    };
    add_entry(0, 0, 0);
    for (ObjectNumber i = 1; i < first_; ++i) add_entry(1, body_.offsets[i], 0);
    for (const Place& place : places_) add_entry(2, first_pack + place.pack_or_offset, place.index);
    for (std::size_t i = first_; i < body_.offsets.size(); ++i) add_entry(1, body_.offsets[i], 0);
    add_entry(1, start, 0);
    const std::size_t size = entries.size() / 6;
    const Bytes deflated = deflater_.deflate(entries);
    fmt::format_to(std::back_inserter(body_.bytes),
                   "{} 0 obj\n<</Type /XRef /Size {} /W [1 4 1] /Root {} 0 R /Info {} 0 R /ID {} /Length {} "
                   "/Filter /FlateDecode>>\nstream\n",
                   size - 1, size, body_.catalog, body_.info, id, deflated.size());
    body_.bytes += deflated;
    fmt::format_to(std::back_inserter(body_.bytes), "\nendstream\nendobj\nstartxref\n{}\n%%EOF\n", start);
}

} // namespace vanthu::write
