// How diagnostics and outcomes are told: lines for people, NDJSON for programs. Private to cli.
#pragma once

#include "base/diagnostic.h"
#include "forms/messages.h"
#include "jobs/ordered_pool.h"

#include <string>
#include <string_view>

namespace vanthu::cli {

/// Whose words, in which language.
struct Voice {
    const forms::Messages& messages;
    forms::Language language;

    std::string say(std::string_view code, const std::vector<Argument>& arguments = {}) const;
};

/// "decision.json:12: error [unknown-field] /articles/0: what is wrong → what to do", with its line break.
std::string diagnostic_line(const Diagnostic& diagnostic, const Voice& voice);
std::string diagnostic_lines(const Diagnostics& diagnostics, const Voice& voice);

/// "decision.json → out/decision.pdf, out/decision.docx", with its line break. `failed`: the code of the words for one
/// without outputs.
std::string status_line(const jobs::Outcome& outcome, std::string_view failed, const Voice& voice);

/// {"file", "outputs", "diagnostics": [{"code", "severity", "message", "hint", "file", "line", "pointer", "part",
/// "page", "pages", "box"}]} on one line; part, page, pages and box only where they are known.
std::string json_line(const jobs::Outcome& outcome, const Voice& voice);

} // namespace vanthu::cli
