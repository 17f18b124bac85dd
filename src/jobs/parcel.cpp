#include "jobs/parcel.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>

namespace vanthu::jobs {
namespace {

/// More findings are nobody's to read; a hostile answer could hold millions.
constexpr std::uint64_t max_findings = 20'000;
constexpr std::uint64_t max_arguments = 20;
constexpr std::uint64_t max_pages = 10'000;

class Packer {
  public:
    template <class T> void number(T value) {
        static_assert(std::is_arithmetic_v<T>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view text) {
        number<std::uint64_t>(text.size());
        bytes_ += text;
    }
    void reserve(std::size_t size) { bytes_.reserve(size); }

    void diagnostic(const Diagnostic& diagnostic) {
        text(diagnostic.code);
        number(static_cast<std::uint8_t>(diagnostic.severity));
        const std::size_t count = std::min<std::size_t>(diagnostic.arguments.size(), max_arguments);
        number<std::uint64_t>(count);
        for (std::size_t i = 0; i < count; ++i) {
            text(diagnostic.arguments[i].name);
            text(diagnostic.arguments[i].value);
        }
        number<std::uint64_t>(diagnostic.place.line);
        text(diagnostic.place.pointer);
        text(diagnostic.place.part);
        number<std::uint32_t>(diagnostic.place.page);
        for (const double edge : diagnostic.place.box) number(edge);
        const std::size_t pages = std::min<std::size_t>(diagnostic.place.pages.size(), max_pages);
        number<std::uint64_t>(pages);
        for (std::size_t i = 0; i < pages; ++i) number<std::uint32_t>(diagnostic.place.pages[i]);
    }

    void read_bytes(const ReadBytes& value) {
        for (const Bytes* part : {&value.content, &value.tables, &value.text, &value.overlay}) text(*part);
        number(value.pages);
        number(value.trust);
    }

    Bytes take() { return std::move(bytes_); }

  private:
    Bytes bytes_;
};

/// Once something does not fit, everything after it is empty and is_sound() false.
class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    template <class T> T number() {
        T value{};
        if (bytes_.size() < sizeof value) {
            fail();
            return value;
        }
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
        return value;
    }

    std::string_view text() {
        const auto size = number<std::uint64_t>();
        if (size > bytes_.size()) fail();
        const std::string_view result = bytes_.substr(0, size);
        bytes_.remove_prefix(result.size());
        return result;
    }

    std::uint64_t count(std::uint64_t most) {
        const auto result = number<std::uint64_t>();
        if (result > most) fail();
        return is_sound_ ? result : 0;
    }

    Diagnostic diagnostic() {
        Diagnostic result;
        result.code = text();
        result.severity = severity();
        for (std::uint64_t left = count(max_arguments); left > 0; --left) {
            std::string name(text());
            result.arguments.push_back({std::move(name), std::string(text())});
        }
        result.place.line = number<std::uint64_t>();
        result.place.pointer = text();
        result.place.part = text();
        result.place.page = number<std::uint32_t>();
        for (double& edge : result.place.box) {
            edge = number<double>();
            if (!std::isfinite(edge)) fail();
        }
        for (std::uint64_t left = count(max_pages); left > 0; --left)
            result.place.pages.push_back(number<std::uint32_t>());
        return result;
    }

    ReadBytes read_bytes() {
        ReadBytes result;
        for (Bytes* part : {&result.content, &result.tables, &result.text, &result.overlay}) *part = text();
        result.pages = number<std::uint32_t>();
        result.trust = number<float>();
        if (!std::isfinite(result.trust)) fail();
        return result;
    }

    void fail() {
        is_sound_ = false;
        bytes_ = {};
    }
    bool is_sound() const { return is_sound_; }
    bool is_finished() const { return is_sound_ && bytes_.empty(); }

  private:
    Severity severity() {
        const auto value = number<std::uint8_t>();
        if (value > static_cast<std::uint8_t>(Severity::error)) fail();
        return is_sound_ ? static_cast<Severity>(value) : Severity::error;
    }

    std::string_view bytes_;
    bool is_sound_ = true;
};

} // namespace

Bytes pack_request(std::string_view file, const ReadOptions& options) {
    Packer packer;
    packer.reserve(file.size() + 64);
    packer.number(static_cast<std::uint8_t>(options.wanted));
    packer.number(options.overlay_page);
    packer.number(static_cast<std::uint8_t>(options.ignore_attached));
    packer.number(static_cast<std::uint8_t>(options.furniture));
    packer.text(file);
    return packer.take();
}

std::optional<Request> unpack_request(std::string_view bytes) {
    Unpacker unpacker(bytes);
    Request request;
    request.options.wanted = static_cast<Wanted>(unpacker.number<std::uint8_t>());
    request.options.overlay_page = unpacker.number<std::uint32_t>();
    request.options.ignore_attached = unpacker.number<std::uint8_t>() != 0;
    request.options.furniture = unpacker.number<std::uint8_t>() != 0;
    request.file = unpacker.text();
    if (!unpacker.is_finished()) return std::nullopt;
    return request;
}

Bytes pack_answer(const Result<ReadBytes>& answer) {
    Packer packer;
    if (answer) packer.reserve(answer->content.size() + answer->overlay.size() + 1024);
    packer.number(static_cast<std::uint8_t>(answer.value.has_value()));
    if (answer) packer.read_bytes(*answer);
    const std::size_t count = std::min<std::size_t>(answer.diagnostics.size(), max_findings);
    packer.number<std::uint64_t>(count);
    for (std::size_t i = 0; i < count; ++i) packer.diagnostic(answer.diagnostics[i]);
    return packer.take();
}

std::optional<Result<ReadBytes>> unpack_answer(std::string_view bytes) {
    Unpacker unpacker(bytes);
    Result<ReadBytes> answer;
    const bool has_value = unpacker.number<std::uint8_t>() != 0;
    ReadBytes value;
    if (has_value) value = unpacker.read_bytes();
    for (std::uint64_t left = unpacker.count(max_findings); left > 0 && unpacker.is_sound(); --left)
        answer.diagnostics.push_back(unpacker.diagnostic());
    if (!unpacker.is_finished()) return std::nullopt;
    if (has_value) answer.value = std::move(value);
    return answer;
}

} // namespace vanthu::jobs
