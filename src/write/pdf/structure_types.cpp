#include "write/pdf/structure_tree.h"

namespace vanthu::write {
namespace {

using pages::Role;

int heading_level(Role role) {
    switch (role) {
    case Role::title:
        return 1;
    case Role::heading1:
        return 2;
    case Role::heading2:
        return 3;
    case Role::heading3:
        return 4;
    default:
        return 0;
    }
}

std::string_view type_of(Role role) {
    switch (role) {
    case Role::document:
        return "Document";
    case Role::part:
        return "Part";
    case Role::list:
        return "L";
    case Role::list_item:
        return "LI";
    case Role::label:
        return "Lbl";
    case Role::list_body:
        return "LBody";
    case Role::table:
        return "Table";
    case Role::table_row:
        return "TR";
    case Role::table_header:
    case Role::row_header:
        return "TH";
    case Role::table_cell:
        return "TD";
    default:
        return "P";
    }
}

/// Levels as they were asked for, of the headings that a place stands under; the depth is the level they get.
class OpenHeadings {
  public:
    std::string_view enter(int level) {
        constexpr std::string_view types[] = {"H1", "H2", "H3", "H4"};
        while (depth_ > 0 && levels_[depth_ - 1] >= level) --depth_;
        levels_[depth_] = level;
        return types[depth_++];
    }

  private:
    int levels_[4] = {};
    int depth_ = 0;
};

} // namespace

std::vector<std::string_view> structure_types(const pages::Document& pages) {
    std::vector<std::string_view> types;
    types.reserve(pages.elements.size());
    OpenHeadings headings;
    for (const pages::Element& element : pages.elements) {
        const int level = heading_level(element.role);
        types.push_back(level > 0 ? headings.enter(level) : type_of(element.role));
    }
    return types;
}

} // namespace vanthu::write
