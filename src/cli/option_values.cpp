#include "cli/option_values.h"

#include "jobs/inputs.h"

#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace vanthu::cli {
namespace {

constexpr unsigned max_jobs = 256;

bool is_folder(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error);
}

bool has_many_inputs(const Arguments& arguments) {
    return arguments.inputs.size() > 1 || (!arguments.inputs.empty() && is_folder(arguments.inputs[0]));
}

/// What is read goes out where the figures would.
void check_stream(const Arguments& arguments, Diagnostics& mistakes) {
    if (arguments.output == "-" && arguments.stats) mistakes.push_back(usage_error("usage-stream-and-report"));
}

/// The formats that an output file's name allows.
void fit_output_file(Arguments& arguments, bool any_format, Diagnostics& mistakes) {
    const bool is_pdf = jobs::suffix_of(arguments.output) == ".pdf";
    if (any_format) {
        arguments.pdf = is_pdf;
        arguments.docx = !is_pdf;
    }
    if (arguments.pdf != is_pdf || arguments.docx == is_pdf)
        mistakes.push_back(usage_error("usage-format-of-file", {{"output", arguments.output}}));
}

} // namespace

Diagnostic usage_error(std::string code, vanthu::Arguments values) {
    return {std::move(code), Severity::error, std::move(values), {}};
}

Diagnostic bad_value(const std::string& option, const std::string& value, const std::string& allowed) {
    return usage_error("usage-bad-value", {{"option", option}, {"value", value}, {"allowed", allowed}});
}

forms::Language language_of(int count, const char* const* words) {
    constexpr std::string_view option = "--lang";
    forms::Language language = forms::Language::vi;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == option && i + 1 < count) parse_language(words[i + 1], language);
        if (word.starts_with("--lang=")) parse_language(word.substr(option.size() + 1), language);
    }
    return language;
}

bool parse_language(std::string_view word, forms::Language& language) {
    if (word == "vi") language = forms::Language::vi;
    if (word == "en") language = forms::Language::en;
    return word.empty() || word == "vi" || word == "en";
}

bool parse_formats(std::string_view words, Arguments& arguments) {
    if (words.empty()) return true;
    arguments.pdf = arguments.docx = false;
    while (true) {
        const std::size_t comma = words.find(',');
        const std::string_view word = words.substr(0, comma);
        if (word == "pdf")
            arguments.pdf = true;
        else if (word == "docx")
            arguments.docx = true;
        else
            return false;
        if (comma == words.npos) return true;
        words.remove_prefix(comma + 1);
    }
}

bool parse_level(std::string_view word, write::PdfLevel& level) {
    constexpr std::array<std::pair<std::string_view, write::PdfLevel>, 3> levels = {
        {{"3a", write::PdfLevel::a3a}, {"2a", write::PdfLevel::a2a}, {"1b", write::PdfLevel::a1b}}};
    if (word.empty()) return true;
    for (const auto& [name, value] : levels) {
        if (word != name) continue;
        level = value;
        return true;
    }
    return false;
}

bool parse_jobs(std::string_view word, unsigned& jobs) {
    if (word.empty()) return true;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), jobs);
    return error == std::errc() && end == word.data() + word.size() && jobs >= 1 && jobs <= max_jobs;
}

bool parse_page(std::string_view word, std::uint32_t& page) {
    if (word.empty()) return true;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), page);
    return error == std::errc() && end == word.data() + word.size() && page >= 1;
}

bool parse_kind(std::string_view word, bool& tasks_only) {
    tasks_only = word == "task";
    return word.empty() || word == "task" || word == "all";
}

bool names_file(const std::string& output) {
    const std::string suffix = jobs::suffix_of(output);
    return (suffix == ".pdf" || suffix == ".docx") && !is_folder(output);
}

void check_generate(Arguments& arguments, bool any_format, Diagnostics& mistakes) {
    if (arguments.inputs.empty()) mistakes.push_back(usage_error("usage-input-missing"));
    if (arguments.output.empty()) return mistakes.push_back(usage_error("usage-output-missing"));
    if (names_file(arguments.output)) fit_output_file(arguments, any_format, mistakes);
    const bool to_stream = arguments.output == "-";
    if (to_stream && arguments.pdf && arguments.docx) mistakes.push_back(usage_error("usage-stream-one-format"));
    if (to_stream && (arguments.json || arguments.stats)) mistakes.push_back(usage_error("usage-stream-and-report"));
    const bool one_output = to_stream || names_file(arguments.output);
    if (one_output && has_many_inputs(arguments))
        mistakes.push_back(usage_error("usage-one-output", {{"output", arguments.output}}));
}

void check_reading(Arguments& arguments, std::string_view suffix, Diagnostics& mistakes) {
    if (arguments.inputs.empty()) return mistakes.push_back(usage_error("usage-input-missing"));
    const bool many_inputs = has_many_inputs(arguments);
    if (many_inputs && arguments.output.empty() && arguments.show.empty())
        return mistakes.push_back(usage_error("usage-output-missing"));
    if (many_inputs && !arguments.show.empty())
        mistakes.push_back(usage_error("usage-one-output", {{"output", arguments.show}}));
    if (arguments.output.empty() && arguments.show.empty()) arguments.output = "-";
    arguments.output_is_file =
        arguments.output == "-" || (jobs::suffix_of(arguments.output) == suffix && !is_folder(arguments.output));
    check_stream(arguments, mistakes);
    if (many_inputs && arguments.output_is_file)
        mistakes.push_back(usage_error("usage-one-output", {{"output", arguments.output}}));
}

void check_tables(Arguments& arguments, Diagnostics& mistakes) {
    if (arguments.inputs.empty()) mistakes.push_back(usage_error("usage-input-missing"));
    if (arguments.output.empty()) arguments.output = "-";
    check_stream(arguments, mistakes);
    const std::string suffix = jobs::suffix_of(arguments.output);
    const bool is_known = arguments.output == "-" || suffix == ".xlsx" || suffix == ".csv" || suffix == ".json";
    if (!is_known || is_folder(arguments.output))
        mistakes.push_back(usage_error("usage-tables-file", {{"output", arguments.output}}));
}

} // namespace vanthu::cli
