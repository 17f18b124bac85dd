#include "cli/report.h"

#include "cli/printable.h"

#include <fmt/format.h>

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
    for (const Diagnostic& diagnostic : diagnostics) lines += diagnostic_line(diagnostic, voice);
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
