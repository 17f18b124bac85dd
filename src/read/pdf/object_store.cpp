#include "read/pdf/object_store.h"

#include <podofo/podofo.h>
#include <stdexcept>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t bomb_size = 10'000'000;
constexpr std::size_t bomb_ratio = 200;

/// Counts while PoDoFo inflates, so that a bomb is stopped at the limit and not at the end.
class Sink : public PoDoFo::PdfOutputStream {
  public:
    Sink(std::size_t most, std::size_t stored) : most_(most), stored_(stored) {}

    PoDoFo::pdf_long Write(const char* data, PoDoFo::pdf_long length) override {
        bytes.append(data, static_cast<std::size_t>(length));
        const bool is_bomb = bytes.size() > bomb_size && bytes.size() / bomb_ratio > stored_;
        if (bytes.size() <= most_ && !is_bomb) return length;
        overflow = true;
        PODOFO_RAISE_ERROR(PoDoFo::ePdfError_ValueOutOfRange);
    }
    void Close() override {}

    Bytes bytes;
    bool overflow = false;

  private:
    std::size_t most_;
    std::size_t stored_;
};

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
    bool complete = true;
    std::size_t stored = 0;
    const std::size_t left = limits_.total_bytes - decoded_;
    const std::size_t most = std::min(limits_.stream_bytes, left);
    std::unique_ptr<Sink> sink;
    try {
        const PoDoFo::PdfStream* data = stream.raw()->GetStream();
        if (!data) return {{}, false};
        stored = static_cast<std::size_t>(std::max<PoDoFo::pdf_long>(data->GetLength(), 1));
        sink = std::make_unique<Sink>(most, stored);
        data->GetFilteredCopy(sink.get());
    } catch (const PoDoFo::PdfError&) {
        complete = false;
    }
    if (!sink) return {{}, false};
    if (sink->overflow) {
        const bool all = left < limits_.stream_bytes && sink->bytes.size() > left;
        throw LimitReached{all ? "total_bytes" : "stream_bytes", all ? limits_.total_bytes : limits_.stream_bytes};
    }
    decoded_ += sink->bytes.size();
    return {std::move(sink->bytes), complete};
}

} // namespace vanthu::read::pdf
