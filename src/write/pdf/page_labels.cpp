#include "write/pdf/page_labels.h"

#include "write/pdf/pdf_syntax.h"

#include <fmt/format.h>

#include <iterator>

namespace vanthu::write {
namespace {

/// The label as a number; 0 where it is none.
unsigned number_of(const std::string& label) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), value);
    return error == std::errc() && end == label.data() + label.size() ? value : 0;
}

} // namespace

std::string page_labels(const pages::Document& pages) {
    std::string out = "<</Nums [";
    unsigned expected = 0; // the number that the running range gives the next page; 0: it gives none
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const std::string& label = pages.pages[i].label;
        const unsigned number = number_of(label);
        if (number == 0)
            fmt::format_to(std::back_inserter(out), "{} <</P {}>> ", i, text_string(label));
        else if (number != expected)
            fmt::format_to(std::back_inserter(out), "{} <</S /D /St {}>> ", i, number);
        expected = number == 0 ? 0 : number + 1;
    }
    return out += "]>>";
}

} // namespace vanthu::write
