#include "cli/report.h"

#include "base/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace vanthu::cli {
namespace {

/// Stands where a diagnostic belongs to no file: the command itself.
constexpr std::string_view program = "vanthu";

std::string severity_word(Severity severity, const Voice& voice) {
    if (severity == Severity::error) return voice.say("severity-error");
    return voice.say(severity == Severity::warning ? "severity-warning" : "severity-note");
}

std::string place_of(const Place& place) {
    std::string result = place.file.empty() ? std::string(program) : printable(place.file);
    if (place.line != 0) result += fmt::format(":{}", place.line);
    return result;
}

/// A person reads the first of a kind; all of them are in the JSON of the findings.
constexpr std::size_t most_of_a_kind = 20;
constexpr std::size_t longest_value = 240; // bytes

Diagnostic shortened(Diagnostic diagnostic) {
    for (Argument& argument : diagnostic.arguments) {
        if (argument.value.size() <= longest_value) continue;
        std::size_t end = longest_value;
        while (end > 0 && (static_cast<unsigned char>(argument.value[end]) & 0xC0) == 0x80) --end;
        argument.value = argument.value.substr(0, end) + "…";
    }
    return diagnostic;
}

Place first_file(const Diagnostic& diagnostic) {
    Place place;
    place.file = diagnostic.place.file;
    return place;
}

/// "3", or "1–4, 7" where it is several.
std::string pages_of(const Place& place) {
    std::string result;
    for (std::size_t from = 0; from < place.pages.size();) {
        std::size_t to = from;
        while (to + 1 < place.pages.size() && place.pages[to + 1] == place.pages[to] + 1) ++to;
        result += fmt::format("{}{}", result.empty() ? "" : ", ", place.pages[from]);
        if (to != from) result += fmt::format("–{}", place.pages[to]);
        from = to + 1;
    }
    return result.empty() ? std::to_string(place.page) : result;
}

} // namespace

std::string Voice::say(std::string_view code, const std::vector<Argument>& arguments) const {
    return messages.text(code, language, arguments);
}

std::string diagnostic_line(const Diagnostic& diagnostic, const Voice& voice) {
    std::string line = fmt::format("{}: {} [{}]", place_of(diagnostic.place), severity_word(diagnostic.severity, voice),
                                   diagnostic.code);
    if (diagnostic.place.page != 0) line += " " + voice.say("place-page", {{"page", pages_of(diagnostic.place)}}) + ":";
    if (!diagnostic.place.pointer.empty()) line += " " + printable(diagnostic.place.pointer) + ":";
    line += " " + printable(voice.messages.text(diagnostic, voice.language));
    const std::string hint = voice.messages.hint(diagnostic, voice.language);
    if (!hint.empty()) line += " → " + printable(hint);
    return line + "\n";
}

std::string diagnostic_lines(const Diagnostics& diagnostics, const Voice& voice) {
    std::string lines;
    std::map<std::string_view, std::size_t> told;
    for (const Diagnostic& diagnostic : diagnostics)
        if (++told[diagnostic.code] <= most_of_a_kind) lines += diagnostic_line(shortened(diagnostic), voice);
    for (const auto& [code, count] : told) {
        if (count <= most_of_a_kind) continue;
        const auto first = std::find_if(diagnostics.begin(), diagnostics.end(),
                                        [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
        const std::string more = std::to_string(count - most_of_a_kind);
        lines += diagnostic_line(
            {"findings-more", first->severity, {{"count", more}, {"code", std::string(code)}}, first_file(*first)},
            voice);
    }
    return lines;
}

std::string status_line(const jobs::Outcome& outcome, std::string_view failed, const Voice& voice) {
    const std::string file = printable(outcome.file);
    if (outcome.outputs.empty()) return voice.say(failed, {{"file", file}}) + "\n";
    std::string outputs;
    for (const std::string& output : outcome.outputs) outputs += (outputs.empty() ? "" : ", ") + printable(output);
    return fmt::format("{} → {}\n", file, outputs);
}

} // namespace vanthu::cli
