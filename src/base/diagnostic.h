// What went wrong, where, and with which values. The words are not here: `forms::Messages` turns a code and its
// arguments into Vietnamese or English (templates/messages.xml), so that no wording lives in C++.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vanthu {

enum class Severity { note, warning, error };

/// Where in an input something stands. Only what is known is filled in.
struct Place {
    std::string file{};            ///< as the caller named it; "-" for standard input
    std::size_t line = 0;          ///< from 1; 0 = not known
    std::string pointer{};         ///< JSON Pointer (RFC 6901) into the document's JSON
    std::string part{};            ///< part of a package, name of a template
    unsigned page = 0;             ///< from 1; 0 = not known
    std::array<double, 4> box{};   ///< x1, y1, x2, y2 on that page, points from the top left corner; all 0 = not known
    std::vector<unsigned> pages{}; ///< where the same was found on several pages: all of them; `page` is the first

    bool operator==(const Place&) const = default;
};

struct Argument {
    std::string name;
    std::string value;

    bool operator==(const Argument&) const = default;
};

using Arguments = std::vector<Argument>;

struct Diagnostic {
    std::string code; ///< kebab-case, the key into the message catalogue, e.g. "number-conflict"
    Severity severity = Severity::error;
    Arguments arguments; ///< the values that {name} stands for in the message
    Place place;

    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

inline bool has_errors(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.severity == Severity::error) return true;
    return false;
}

/// A value, or the reasons why there is none. Findings that do not prevent the value stand beside it.
template <class T> struct Result {
    std::optional<T> value;
    Diagnostics diagnostics;

    explicit operator bool() const { return value.has_value(); }
    T& operator*() { return *value; }
    const T& operator*() const { return *value; }
    T* operator->() { return &*value; }
    const T* operator->() const { return &*value; }

    static Result failed(Diagnostics why) { return {std::nullopt, std::move(why)}; }
    static Result failed(Diagnostic why) { return failed(Diagnostics{std::move(why)}); }
    static Result of(T result, Diagnostics findings = {}) { return {std::move(result), std::move(findings)}; }
};

} // namespace vanthu
