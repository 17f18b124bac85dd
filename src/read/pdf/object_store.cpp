#include "read/pdf/object_store.h"

#include <algorithm>
#include <optional>
#include <podofo/podofo.h>
#include <stdexcept>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t bomb_size = 10'000'000;
constexpr std::size_t bomb_ratio = 200;

/// Counts while PoDoFo inflates, so that a bomb is stopped at the limit and not at the end. Does not throw at the
/// limit: PoDoFo's filters lose their memory then.
class Sink : public PoDoFo::PdfOutputStream {
  public:
    Sink(std::size_t most, std::size_t stored) : most_(most), stored_(stored) {}

    PoDoFo::pdf_long Write(const char* data, PoDoFo::pdf_long length) override {
        const std::size_t size = bytes.size() + static_cast<std::size_t>(length);
        overflow = overflow || size > most_ || (size > bomb_size && size / bomb_ratio > stored_);
        if (!overflow) bytes.append(data, static_cast<std::size_t>(length));
        return length;
    }
    void Close() override {}

    Bytes bytes;
    bool overflow = false;

  private:
    std::size_t most_;
    std::size_t stored_;
};

/// False where the data is broken; what came before is in the sink.
bool inflate(const PoDoFo::PdfObject& object, std::string_view stored, Sink& sink) {
    constexpr std::size_t piece = 4096;
    try {
        const PoDoFo::TVecFilters filters = PoDoFo::PdfFilterFactory::CreateFilterList(&object);
        if (filters.empty()) {
            sink.Write(stored.data(), static_cast<PoDoFo::pdf_long>(stored.size()));
            return true;
        }
        const std::unique_ptr<PoDoFo::PdfOutputStream> decoder(
            PoDoFo::PdfFilterFactory::CreateDecodeStream(filters, &sink, &object.GetDictionary()));
        for (std::size_t at = 0; at < stored.size() && !sink.overflow; at += piece) {
            const std::string_view part = stored.substr(at, piece);
            decoder->Write(part.data(), static_cast<PoDoFo::pdf_long>(part.size()));
        }
        decoder->Close();
        return true;
    } catch (const PoDoFo::PdfError&) {
        return false;
    }
}

/// PoDoFo 0.9.8 makes wrong bytes of RunLengthDecode; nobody encodes text so, and wrong bytes are worse than none.
bool has_unsound_filter(const Object& stream) {
    const Object filter = stream["Filter"];
    const auto is_unsound = [](const Object& f) { return f.name() == "RunLengthDecode" || f.name() == "RL"; };
    for (std::size_t i = 0; i < filter.size(); ++i)
        if (is_unsound(filter.at(i))) return true;
    return is_unsound(filter);
}

void silence() {
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfError::EnableDebug(false);
}

} // namespace

struct ObjectStore::Library {
    PoDoFo::PdfVecObjects objects;
    PoDoFo::PdfParser parser{&objects};
};

std::optional<std::string_view> ObjectStore::stored_bytes(const Object& object) {
    try {
        const auto* stream = dynamic_cast<const PoDoFo::PdfMemStream*>(object.raw()->GetStream());
        if (stream) return std::string_view(stream->Get(), static_cast<std::size_t>(stream->GetLength()));
    } catch (const PoDoFo::PdfError&) {
        return std::nullopt;
    }
    return std::nullopt;
}

// PdfParser and not PdfMemDocument: the latter reserves as many pages as /Count claims.
ObjectStore::ObjectStore(std::string_view clean, const PdfLimits& limits) : limits_(limits) {
    silence();
    library_ = std::make_unique<Library>();
    library_->objects.SetAutoDelete(true);
    try {
        library_->parser.ParseFile(clean.data(), static_cast<long>(clean.size()), true);
    } catch (const PoDoFo::PdfError& error) {
        throw std::runtime_error(PoDoFo::PdfError::ErrorName(error.GetError()));
    }
}

ObjectStore::~ObjectStore() = default;

Object ObjectStore::trailer() const { return {library_->parser.GetTrailer(), &library_->objects}; }

ObjectStore::Decoded ObjectStore::decode(const Object& stream) {
    if (!stream.is_stream() || has_unsound_filter(stream)) return {{}, false};
    const std::optional<std::string_view> stored = stored_bytes(stream);
    if (!stored) return {{}, false};
    const std::size_t left = limits_.total_bytes - decoded_;
    Sink sink(std::min(limits_.stream_bytes, left), stored->size());
    const bool complete = inflate(*stream.raw(), *stored, sink);
    if (sink.overflow) {
        const bool in_all = left < limits_.stream_bytes;
        throw LimitReached{in_all ? "total_bytes" : "stream_bytes",
                           in_all ? limits_.total_bytes : limits_.stream_bytes};
    }
    decoded_ += sink.bytes.size();
    return {std::move(sink.bytes), complete};
}

} // namespace vanthu::read::pdf
