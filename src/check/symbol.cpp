// Number, symbol and date of the document itself (annex I, I.II.3 and 4).
#include "check/findings.h"

namespace vanthu::check {
namespace {

bool is_arabic(std::string_view number) {
    return !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Below ten two digits, above no zero in front.
std::string expected_number(std::string_view number) {
    const std::size_t first = number.find_first_not_of('0');
    if (first == std::string_view::npos) return "01";
    const std::string_view value = number.substr(first);
    return (value.size() == 1 ? "0" : "") + std::string(value);
}

bool is_year(std::string_view text) { return text.size() == 4 && is_arabic(text); }

/// QĐ of "QĐ-UBND" and of "2002/QĐ-BTC".
std::string_view type_of(std::string_view symbol) {
    const std::size_t slash = symbol.find('/');
    if (slash != std::string_view::npos && is_year(symbol.substr(0, slash))) symbol.remove_prefix(slash + 1);
    return symbol.substr(0, symbol.find('-'));
}

void check_number(const Context& context, const JsonPath& root) {
    const std::string& number = context.document.number;
    if (number.empty()) return context.note("number-blank", "R-SYM-02", root);
    const JsonPath path = root.member("number");
    if (!is_arabic(number)) return context.warn("number-not-arabic", "R-SYM-02", path, {{"found", number}});
    if (const std::string expected = expected_number(number); expected != number)
        context.warn("number-zero", "R-SYM-02", path, {{"found", number}, {"expected", expected}});
}

} // namespace

void check_symbol(const Context& context) {
    const JsonPath root;
    check_number(context, root);
    if (!context.document.date) context.note("date-blank", "R-DATE-01", root);
    const std::string& symbol = context.document.symbol;
    const JsonPath path = root.member("symbol");
    if (symbol.find(' ') != std::string::npos) context.warn("symbol-space", "R-SYM-03", path, {{"found", symbol}});
    if (symbol.find("–") != std::string::npos || symbol.find("—") != std::string::npos)
        context.warn("symbol-dash", "R-SYM-03", path, {{"found", symbol}});
    if (!context.type_symbol.empty() && type_of(symbol) != context.type_symbol)
        context.warn("symbol-type", "R-SYM-04", path,
                     {{"found", std::string(type_of(symbol))}, {"expected", std::string(context.type_symbol)}});
}

} // namespace vanthu::check
