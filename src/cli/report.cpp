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

} // namespace

std::string Voice::say(std::string_view code, const std::vector<Argument>& arguments) const {
    return messages.text(code, language, arguments);
}

std::string diagnostic_line(const Diagnostic& diagnostic, const Voice& voice) {
    std::string line = fmt::format("{}: {} [{}]", place_of(diagnostic.place), severity_word(diagnostic.severity, voice),
                                   diagnostic.code);
    if (diagnostic.place.page != 0)
        line += " " + voice.say("place-page", {{"page", std::to_string(diagnostic.place.page)}}) + ":";
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
