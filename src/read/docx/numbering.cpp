#include "read/docx/numbering.h"

#include "read/docx/symbols.h"

#include <algorithm>

namespace vanthu::read::docx {
namespace {

using ooxml::XmlElement;

ListLevel read_level(const XmlElement& element) {
    ListLevel level;
    level.start = whole_number(element.value("w:start")).value_or(1);
    level.restart = whole_number(element.value("w:lvlRestart")).value_or(-1);
    if (const XmlElement format = element.child("w:numFmt")) level.format = format.attribute("w:val");
    level.text = element.value("w:lvlText");
    level.tight = element.value("w:suff") == "nothing";
    if (const XmlElement arabic = element.child("w:isLgl")) level.arabic = is_on(arabic);
    const XmlElement fonts = element.child("w:rPr").child("w:rFonts");
    if (level.format == "bullet") level.text = bullet(level.text, fonts.attribute("w:ascii"));
    if (const XmlElement paragraph = element.child("w:pPr")) level.paragraph = read_paragraph_properties(paragraph);
    return level;
}

std::optional<int> level_number(const XmlElement& element) {
    const auto number = whole_number(element.attribute("w:ilvl"));
    return number && *number >= 0 && *number < list_levels ? number : std::nullopt;
}

std::string letters(int number) {
    // a … z, aa … zz, as Word counts; beyond any list that people write, digits say more.
    constexpr int alphabet = 26;
    const int repeats = (number - 1) / alphabet + 1;
    if (number < 1 || repeats > 10) return std::to_string(number);
    return std::string(static_cast<std::size_t>(repeats), static_cast<char>('a' + (number - 1) % alphabet));
}

std::string roman(int number) {
    if (number < 1 || number > 3999) return std::to_string(number);
    struct Step {
        int value;
        std::string_view digits;
    };
    static constexpr std::array steps = {Step{1000, "m"}, Step{900, "cm"}, Step{500, "d"}, Step{400, "cd"},
                                         Step{100, "c"},  Step{90, "xc"},  Step{50, "l"},  Step{40, "xl"},
                                         Step{10, "x"},   Step{9, "ix"},   Step{5, "v"},   Step{4, "iv"},
                                         Step{1, "i"}};
    std::string result;
    for (const Step& step : steps)
        for (; number >= step.value; number -= step.value) result += step.digits;
    return result;
}

std::string capitals(std::string ascii) {
    for (char& c : ascii)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return ascii;
}

} // namespace

std::string formatted_number(std::string_view format, int number) {
    if (format == "lowerLetter") return letters(number);
    if (format == "upperLetter") return capitals(letters(number));
    if (format == "lowerRoman") return roman(number);
    if (format == "upperRoman") return capitals(roman(number));
    if (format == "decimalZero" && number >= 0 && number < 10) return "0" + std::to_string(number);
    if (format == "none") return {};
    return std::to_string(number);
}

class Numbering::Visitor : public ooxml::XmlVisitor {
  public:
    explicit Visitor(Numbering& numbering) : numbering_(numbering) {}

    bool enter(const XmlElement& element) override { return element.is("w:numbering"); }
    void leave(std::string_view) override {}

    void take(const XmlElement& element) override {
        if (element.is("w:abstractNum")) take_definition(element);
        if (element.is("w:num")) take_list(element);
    }

  private:
    void take_definition(const XmlElement& element) {
        Definition& definition = numbering_.definitions_[std::string(element.attribute("w:abstractNumId"))];
        definition.style_link = element.value("w:numStyleLink");
        definition.style_name = element.value("w:styleLink");
        for (const XmlElement level : element)
            if (const auto number = level.is("w:lvl") ? level_number(level) : std::nullopt)
                definition.levels[static_cast<std::size_t>(*number)] = read_level(level);
    }

    void take_list(const XmlElement& element) {
        List& list = numbering_.lists_[std::string(element.attribute("w:numId"))];
        list.definition = element.value("w:abstractNumId");
        for (const XmlElement over : element) {
            const auto number = over.is("w:lvlOverride") ? level_number(over) : std::nullopt;
            if (!number) continue;
            if (const auto start = whole_number(over.value("w:startOverride"))) list.starts[*number] = *start;
            if (const XmlElement level = over.child("w:lvl")) list.levels[*number] = read_level(level);
        }
    }

    Numbering& numbering_;
};

std::optional<Diagnostic> Numbering::read(ooxml::PackageReader& package, const std::string& part) {
    Visitor visitor(*this);
    return package.read_xml(part, visitor);
}

Numbering::Definition* Numbering::definition_of(const List& list) {
    const auto found = definitions_.find(list.definition);
    if (found == definitions_.end()) return nullptr;
    if (found->second.style_link.empty()) return &found->second;
    const auto linked = std::find_if(definitions_.begin(), definitions_.end(), [&](const auto& each) {
        return each.second.style_name == found->second.style_link;
    });
    return linked == definitions_.end() ? nullptr : &linked->second;
}

const ListLevel& Numbering::level_of(const List& list, const Definition& definition, int level) const {
    const auto over = list.levels.find(level);
    return over == list.levels.end() ? definition.levels[static_cast<std::size_t>(level)] : over->second;
}

const ListLevel* Numbering::level(const std::string& list, int level) const {
    const auto found = lists_.find(list);
    if (found == lists_.end() || level < 0 || level >= list_levels) return nullptr;
    const Definition* definition = const_cast<Numbering*>(this)->definition_of(found->second);
    return definition ? &level_of(found->second, *definition, level) : nullptr;
}

std::string Numbering::next(const std::string& id, int level) {
    const auto found = lists_.find(id);
    if (found == lists_.end() || level < 0 || level >= list_levels) return {};
    List& list = found->second;
    Definition* definition = definition_of(list);
    if (!definition) return {};
    auto& counters = definition->counters;
    if (!std::exchange(list.used, true))
        for (const auto& [each, start] : list.starts) counters[static_cast<std::size_t>(each)].reset();
    const auto first = [&](int at) {
        const auto start = list.starts.find(at);
        return start == list.starts.end() ? level_of(list, *definition, at).start : start->second;
    };
    for (int at = 0; at < level; ++at)
        if (auto& counter = counters[static_cast<std::size_t>(at)]; !counter) counter = first(at);
    auto& own = counters[static_cast<std::size_t>(level)];
    own = own ? *own + 1 : first(level);
    for (int below = level + 1; below < list_levels; ++below) {
        const int restart = level_of(list, *definition, below).restart;
        if (restart == -1 || level < restart) counters[static_cast<std::size_t>(below)].reset();
    }
    return label(list, *definition, level);
}

std::string Numbering::label(const List& list, const Definition& definition, int level) const {
    const ListLevel& own = level_of(list, definition, level);
    if (own.format == "bullet") return own.text;
    std::string result;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const bool place = own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' &&
                           own.text[i + 1] <= '0' + list_levels;
        if (!place) {
            result += own.text[i];
            continue;
        }
        const int at = own.text[++i] - '1';
        const ListLevel& meant = level_of(list, definition, at);
        const bool digits = own.arabic && meant.format != "none";
        const int number = definition.counters[static_cast<std::size_t>(at)].value_or(meant.start);
        result += formatted_number(digits ? "decimal" : std::string_view(meant.format), number);
    }
    return result;
}

void Numbering::reset() {
    for (auto& [id, definition] : definitions_) definition.counters = {};
    for (auto& [id, list] : lists_) list.used = false;
}

} // namespace vanthu::read::docx
