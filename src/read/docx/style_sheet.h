// styles.xml: what each style amounts to once the styles it is based on are followed (ECMA-376 part 1, 17.7).
#pragma once

#include "ooxml/package_reader.h"
#include "read/docx/borders.h"
#include "read/docx/properties.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace vanthu::read::docx {

enum class StyleKind : std::uint8_t { paragraph, character, table, numbering };

struct Style {
    StyleKind kind = StyleKind::paragraph;
    std::string id;
    std::string name;
    std::string base; ///< id; empty: none
    bool is_default = false;
    RunProperties run;
    ParagraphProperties paragraph;
    Borders borders; ///< tables only, as is the rest
    RunProperties first_row_run;
    ParagraphProperties first_row_paragraph;
};

/// Properties that a table gives to the paragraphs of one of its rows.
struct RowLook {
    RunProperties run;
    ParagraphProperties paragraph;
};

class StyleSheet {
  public:
    /// None, or why the part cannot be read.
    std::optional<Diagnostic> read(ooxml::PackageReader& package, const std::string& part, Fonts& fonts);

    /// Of that kind and id, followed to its base; none where there is no such style.
    const Style* find(StyleKind kind, std::string_view id) const;

    /// The default where the id is empty or unknown.
    const Style* paragraph_style(std::string_view id) const;

    RunProperties default_run;
    ParagraphProperties default_paragraph;

  private:
    class Visitor;
    void resolve(const std::string& key, int depth);
    static std::string key(StyleKind kind, std::string_view id);

    struct Entry {
        Style style;
        bool resolved = false;
    };
    std::unordered_map<std::string, Entry> styles_;
    std::string default_paragraph_style_;
};

} // namespace vanthu::read::docx
