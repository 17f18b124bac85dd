// Values as bytes and back, for the sandbox's socket: one program on both sides, but one of them may have been taken
// over. Private to jobs.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <utility>

namespace vanthu::jobs {

/// More findings are nobody's to read; a hostile answer could hold millions.
inline constexpr std::uint64_t max_findings = 20'000;
inline constexpr std::uint64_t max_arguments = 20;
inline constexpr std::uint64_t max_pages = 10'000;

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
    /// Of a text that follows the packed bytes.
    void text_follows(std::string_view text) { number<std::uint64_t>(text.size()); }
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

    void diagnostics(const Diagnostics& all) {
        const std::size_t count = std::min<std::size_t>(all.size(), max_findings);
        number<std::uint64_t>(count);
        for (std::size_t i = 0; i < count; ++i) diagnostic(all[i]);
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

    double length() {
        const auto value = number<double>();
        if (!std::isfinite(value)) fail();
        return is_sound_ ? value : 0;
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
        for (double& edge : result.place.box) edge = length();
        for (std::uint64_t left = count(max_pages); left > 0; --left)
            result.place.pages.push_back(number<std::uint32_t>());
        return result;
    }

    Diagnostics diagnostics() {
        Diagnostics result;
        for (std::uint64_t left = count(max_findings); left > 0 && is_sound_; --left) result.push_back(diagnostic());
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

} // namespace vanthu::jobs
