#include "write/pdf/structure_tree.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using pages::Role;
using Types = std::vector<std::string_view>;

namespace {

Types types_of(std::initializer_list<Role> roles) {
    pages::Document document;
    for (const Role role : roles) document.elements.push_back({role, 1, 0});
    return write::structure_types(document);
}

} // namespace

TEST_CASE("heading levels are never skipped, and equal headings stay equal", "[pdf]") {
    CHECK(types_of({Role::title, Role::heading1, Role::heading2, Role::heading3}) == Types{"H1", "H2", "H3", "H4"});
    CHECK(types_of({Role::title, Role::heading2, Role::heading2, Role::heading1, Role::heading2}) ==
          Types{"H1", "H2", "H2", "H2", "H3"});
    CHECK(types_of({Role::heading3, Role::heading3, Role::title, Role::heading3}) == Types{"H1", "H1", "H1", "H2"});
}

TEST_CASE("each role has its standard type", "[pdf]") {
    CHECK(types_of({Role::document, Role::part, Role::paragraph, Role::list, Role::list_item, Role::label,
                    Role::list_body, Role::table, Role::table_row, Role::table_header, Role::row_header,
                    Role::table_cell}) ==
          Types{"Document", "Part", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TH", "TD"});
}
