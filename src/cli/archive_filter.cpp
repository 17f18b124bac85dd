#include "cli/archive_filter.h"

#include "cli/option_values.h"

#include <charconv>

namespace vanthu::cli {
namespace {

/// "2022", "2022-06", "2022-06-30"
bool is_date(std::string_view word) {
    constexpr std::string_view pattern = "dddd-dd-dd";
    if (word.size() != 4 && word.size() != 7 && word.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (pattern[i] == 'd' ? word[i] < '0' || word[i] > '9' : word[i] != '-') return false;
    return true;
}

} // namespace

bool parse_period(std::string_view word, std::string& from, std::string& to) {
    const std::size_t dots = word.find("..");
    from = word.substr(0, dots);
    to = dots == std::string_view::npos ? from : std::string(word.substr(dots + 2));
    return is_date(from) && is_date(to);
}

void FilterOptions::add_to(Grammar& grammar, CLI::App& app) {
    grammar.add_option(app, "--type", filter_.type, "NAME", "help-option-type");
    grammar.add_option(app, "--year", filter_.year, "YYYY", "help-option-year");
    grammar.add_option(app, "--issuer", filter_.issuer, "NAME", "help-option-issuer");
    grammar.add_option(app, "--signer", filter_.signer, "NAME", "help-option-signer");
    grammar.add_option(app, "--agency", filter_.agency, "NAME", "help-option-agency");
    grammar.add_option(app, "--due", due_, "DATE", "help-option-due");
}

Diagnostics FilterOptions::check() {
    if (due_.empty() || parse_period(due_, filter_.due_from, filter_.due_to)) return {};
    return {bad_value("--due", due_, "2022, 2022-06, 2022-01-01..2022-06-30")};
}

bool parse_count(std::string_view word, std::size_t least, std::size_t& value) {
    if (word.empty()) return true;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number < least || number > 100'000'000)
        return false;
    value = number;
    return true;
}

void PageOptions::add_to(Grammar& grammar, CLI::App& app) {
    grammar.add_option(app, "--limit", limit_word_, "N", "help-option-limit");
    grammar.add_option(app, "--offset", offset_word_, "N", "help-option-offset");
}

Diagnostics PageOptions::check() {
    Diagnostics mistakes;
    if (!parse_count(limit_word_, 1, limit_)) mistakes.push_back(bad_value("--limit", limit_word_, "1, 2, 3 …"));
    if (!parse_count(offset_word_, 0, offset_)) mistakes.push_back(bad_value("--offset", offset_word_, "0, 1, 2 …"));
    return mistakes;
}

} // namespace vanthu::cli
