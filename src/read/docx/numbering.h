// numbering.xml: what stands before the paragraphs of lists (ECMA-376 part 1, 17.9).
#pragma once

#include "ooxml/package_reader.h"
#include "read/docx/properties.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu::read::docx {

inline constexpr int list_levels = 9;

struct ListLevel {
    int start = 1;
    int restart = -1;               ///< the level whose step starts this one again, from 1; 0: never; -1: any above
    std::string format = "decimal"; ///< w:numFmt
    std::string text;               ///< w:lvlText: "%1.%2."
    bool tight = false;             ///< nothing between label and text
    bool arabic = false;            ///< all numbers in Arabic digits
    std::optional<ParagraphProperties> paragraph;
};

using ListLevels = std::array<ListLevel, list_levels>;

class Numbering {
  public:
    std::optional<Diagnostic> read(ooxml::PackageReader& package, const std::string& part);

    /// The level's indents, or none: no such list.
    const ListLevel* level(const std::string& list, int level) const;

    /// Counts one paragraph on; the label without space behind it, empty where there is none.
    std::string next(const std::string& list, int level);

    /// Begins to count anew, as a second reading of the document must.
    void reset();

  private:
    class Visitor;
    struct Definition {
        ListLevels levels;
        std::string style_link; ///< the list of the definition that has this name is meant
        std::string style_name;
        std::array<std::optional<int>, list_levels> counters;
    };
    struct List {
        std::string definition;
        std::map<int, int> starts;       ///< w:startOverride by level
        std::map<int, ListLevel> levels; ///< overridden
        bool used = false;
    };

    Definition* definition_of(const List& list);
    const ListLevel& level_of(const List& list, const Definition& definition, int level) const;
    std::string label(const List& list, const Definition& definition, int level) const;

    std::map<std::string, Definition> definitions_;
    std::map<std::string, List> lists_;
};

/// "lowerRoman", 4 → "iv". Formats that are not known count in digits.
std::string formatted_number(std::string_view format, int number);

} // namespace vanthu::read::docx
