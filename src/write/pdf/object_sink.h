// The objects behind libharu's body: too many and too small for libharu, which spends a kilobyte on each.
#pragma once

#include "write/pdf/deflater.h"
#include "write/pdf/haru_document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vanthu::write {

enum class FileKind {
    classic,   ///< PDF 1.4: each object by itself, a cross-reference table
    compressed ///< PDF 1.7: objects packed into object streams, a cross-reference stream
};

/// Appends objects and the file's end to a body. Objects are numbered in the order of their adding.
class ObjectSink {
  public:
    ObjectSink(FileKind kind, HaruDocument::Body body, Deflater& deflater);

    /// The number that the next object gets.
    ObjectNumber next() const { return first_ + static_cast<ObjectNumber>(places_.size()); }

    /// `object` as it stands between obj and endobj; no stream.
    ObjectNumber add(std::string_view object);

    /// The whole file.
    Bytes finish();

  private:
    struct Place {
        std::uint32_t pack_or_offset;
        std::uint32_t index; ///< in its pack
    };

    void flush_pack();
    void write_packs();
    std::string file_identifier() const;
    void write_table();
    void write_stream();

    FileKind kind_;
    HaruDocument::Body body_;
    Deflater& deflater_;
    ObjectNumber first_;
    std::vector<Place> places_; ///< of the objects added, by number
    std::string pack_index_, pack_;
    std::uint32_t pack_size_ = 0;
    struct Pack {
        std::uint32_t count, first_offset;
        Bytes deflated;
    };
    std::vector<Pack> packs_;
};

} // namespace vanthu::write
