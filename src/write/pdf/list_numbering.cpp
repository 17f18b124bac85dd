#include "write/pdf/list_numbering.h"

namespace vanthu::write {
namespace {

std::string_view numbering_of(std::string_view label) {
    const char first = label.empty() ? ' ' : label.front();
    if (first >= '0' && first <= '9') return "Decimal";
    if (first == 'I' || first == 'V' || first == 'X') return "UpperRoman";
    if (first >= 'A' && first <= 'Z') return "UpperAlpha";
    if (first >= 'a' && first <= 'z') return "LowerAlpha";
    return "Disc";
}

} // namespace

ListNumbering list_numbering(const pages::Document& pages) {
    ListNumbering result;
    for (const pages::Page& page : pages.pages)
        for (const pages::Text& text : page.texts) {
            if (text.element == pages::no_element) continue;
            const pages::Element& label = pages.elements[text.element];
            if (label.role != pages::Role::label) continue;
            result.try_emplace(pages.elements[label.parent].parent, numbering_of(text.text));
        }
    return result;
}

} // namespace vanthu::write
