// What filters make of a picture's stream (ISO 32000-1, 7.4).
#include "read/pdf/object_store.h"

#include <algorithm>
#include <array>
#include <podofo/podofo.h>

namespace vanthu::read::pdf {
namespace {

/// Takes as much as a picture can have.
class Taker : public PoDoFo::PdfOutputStream {
  public:
    explicit Taker(std::size_t most) : most_(most) {}

    PoDoFo::pdf_long Write(const char* data, PoDoFo::pdf_long length) override {
        bytes.append(data, std::min(static_cast<std::size_t>(length), most_ - bytes.size()));
        return length;
    }
    void Close() override {}
    bool is_full() const { return bytes.size() >= most_; }

    Bytes bytes;

  private:
    std::size_t most_;
};

/// ISO 32000-1, 7.4.5. PoDoFo's own makes wrong bytes.
Bytes undo_run_length(std::string_view stored, std::size_t most) {
    constexpr unsigned char end = 128;
    Bytes result;
    for (std::size_t i = 0; i < stored.size() && result.size() < most;) {
        const auto length = static_cast<unsigned char>(stored[i++]);
        if (length == end) break;
        if (length < end) {
            result += stored.substr(i, std::size_t{length} + 1);
            i += std::size_t{length} + 1;
        } else if (i < stored.size()) {
            result.append(257U - length, stored[i++]);
        }
    }
    result.resize(std::min(result.size(), most));
    return result;
}

std::string full_name(const std::string& name) {
    constexpr std::array<std::array<const char*, 2>, 7> short_names = {{{"AHx", "ASCIIHexDecode"},
                                                                        {"A85", "ASCII85Decode"},
                                                                        {"LZW", "LZWDecode"},
                                                                        {"Fl", "FlateDecode"},
                                                                        {"RL", "RunLengthDecode"},
                                                                        {"CCF", "CCITTFaxDecode"},
                                                                        {"DCT", "DCTDecode"}}};
    for (const auto& [brief, full] : short_names)
        if (name == brief) return full;
    return name;
}

bool is_coding(const std::string& name) {
    return name == "CCITTFaxDecode" || name == "DCTDecode" || name == "JPXDecode" || name == "JBIG2Decode";
}

/// One filter undone; what came before a fault is kept.
Bytes undo(const std::string& name, const Object& parameters, std::string_view stored, std::size_t most) {
    if (name == "RunLengthDecode") return undo_run_length(stored, most);
    constexpr std::size_t piece = 4096;
    Taker taker(most);
    try {
        const PoDoFo::EPdfFilter kind = PoDoFo::PdfFilterFactory::FilterNameToType(PoDoFo::PdfName(name));
        const auto filter = PoDoFo::PdfFilterFactory::Create(kind);
        if (!filter) return {};
        filter->BeginDecode(&taker, parameters.is_dictionary() ? &parameters.raw()->GetDictionary() : nullptr);
        for (std::size_t at = 0; at < stored.size() && !taker.is_full(); at += piece) {
            const std::string_view part = stored.substr(at, piece);
            filter->DecodeBlock(part.data(), static_cast<PoDoFo::pdf_long>(part.size()));
        }
        filter->EndDecode();
    } catch (const PoDoFo::PdfError&) {
        return std::move(taker.bytes);
    }
    return std::move(taker.bytes);
}

} // namespace

std::optional<ObjectStore::Picture> ObjectStore::picture(const Object& stream, std::size_t most) {
    constexpr std::size_t most_filters = 8;
    if (!stream.is_stream()) return std::nullopt;
    const std::optional<std::string_view> stored = stored_bytes(stream);
    if (!stored) return std::nullopt;
    Picture result;
    result.bytes = *stored;
    const Object filters = stream["Filter"], all = stream["DecodeParms"];
    const std::size_t count = filters.is_array() ? filters.size() : filters.is_name() ? 1 : 0;
    if (count > most_filters) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = full_name(filters.is_array() ? filters.at(i).name() : filters.name());
        const Object parameters = all.is_array() ? all.at(i) : all;
        if (is_coding(name)) {
            if (i + 1 != count) return std::nullopt;
            result.coding = name;
            result.parameters = parameters;
            break;
        }
        // A coding that follows has bytes of its own length.
        const bool is_last = i + 1 == count;
        result.bytes = undo(name, parameters, result.bytes, is_last ? most : limits_.stream_bytes);
    }
    pictures_ += result.bytes.size();
    if (pictures_ > limits_.picture_bytes) throw LimitReached{"picture_bytes", limits_.picture_bytes};
    return result;
}

} // namespace vanthu::read::pdf
