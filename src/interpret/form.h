// What the templates of whole documents say about their own parts: the pattern and the style of each. Private to
// interpret.
#pragma once

#include "forms/templates.h"
#include "interpret/pattern.h"

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::interpret {

/// One paragraph of a template.
struct Slot {
    std::string style;
    Pattern pattern;
    std::string when; ///< condition of the template: "marks.urgency=KHẨN"
};

class Form {
  public:
    Form(const forms::KindTemplate& kind, const forms::Templates& templates);

    /// The first slot with that field; none: null.
    const Slot* with_field(std::string_view field) const;

    /// The wording of that name; empty where the template has none.
    Pattern wording(std::string_view name) const;

    /// The values that a field is compared with in conditions: HỎA TỐC, KHẨN …
    std::vector<std::string> choices(std::string_view field) const;

    const forms::KindTemplate& kind() const { return *kind_; }

  private:
    void walk(const forms::Node& node);

    const forms::KindTemplate* kind_;
    const forms::Templates* templates_;
    std::vector<Slot> slots_;
};

} // namespace vanthu::interpret
