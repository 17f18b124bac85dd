#include "gather/paragraph_maker.h"

#include "text/line_joining.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

double halves(double length) { return std::round(length * 2) / 2; }

/// Signs that look the same in every face.
bool is_neutral(std::string_view text) { return !has_content(text); }

bool is_red(std::uint32_t colour) {
    const std::uint32_t red = colour >> 16, green = (colour >> 8) & 0xFF, blue = colour & 0xFF;
    return red > 150 && green < 90 && blue < 90;
}

/// Whether join_line() puts a space between the two.
bool space_between(const std::string& text, const std::string& next) {
    std::string joined = text;
    text::join_line(joined, next);
    return joined.size() > text.size() + next.size();
}

} // namespace

flow::OriginIndex ParagraphMaker::origin(const std::vector<TextLine>& lines) {
    flow::Origin origin;
    for (const TextLine& line : lines) {
        const pages::SeenPage& page = sight_.pages[line.page];
        const pages::Box& box = line.box;
        if (origin.spots.empty() || origin.spots.back().page != line.page + 1) {
            origin.spots.push_back({line.page + 1, box.x1, box.y1, box.x2, box.y2});
        } else {
            flow::Spot& spot = origin.spots.back();
            spot = {spot.page, std::min(spot.x1, box.x1), std::min(spot.y1, box.y1), std::max(spot.x2, box.x2),
                    std::max(spot.y2, box.y2)};
        }
        if (!origin.raw.empty()) origin.raw += '\n';
        origin.raw += text_of(page, line);
        for (const std::uint32_t word : line.words) origin.trust = std::min(origin.trust, page.words[word].trust);
    }
    document_.origins.push_back(std::move(origin));
    return static_cast<flow::OriginIndex>(document_.origins.size());
}

flow::CharacterStyleIndex ParagraphMaker::run_style(bool bold, bool italic) {
    if (!bold && !italic) return 0;
    auto& styles = document_.character_styles;
    for (std::size_t i = 0; i < styles.size(); ++i)
        if (styles[i].bold == bold && styles[i].italic == italic) return static_cast<flow::CharacterStyleIndex>(i + 1);
    const std::string name = std::string(bold ? "Bold" : "") + (italic ? "Italic" : "");
    styles.push_back({name, name, bold, italic});
    return static_cast<flow::CharacterStyleIndex>(styles.size());
}

std::uint16_t ParagraphMaker::style(const flow::ParagraphStyle& look) {
    const Key key{std::lround(look.size * 2),
                  look.bold,
                  look.italic,
                  look.red,
                  look.align,
                  std::lround(look.first_indent),
                  std::lround(look.left_indent),
                  std::lround(look.space_before),
                  look.tag};
    const auto [found, added] = styles_.try_emplace(key, static_cast<std::uint16_t>(document_.styles.size()));
    if (added) {
        flow::ParagraphStyle made = look;
        made.name = "Seen" + std::to_string(document_.styles.size() + 1);
        made.title = made.name;
        document_.styles.push_back(std::move(made));
    }
    return found->second;
}

/// The number or mark in front of an item is a run of its own.
void ParagraphMaker::part_label(std::vector<flow::Run>& runs) {
    if (runs.empty()) return;
    flow::Run& first = runs.front();
    const std::size_t space = first.text.find(' ');
    const std::string token = first.text.substr(0, space);
    if (!is_label(token)) return;
    if (space == std::string::npos) {
        first.label = runs.size() > 1;
        return;
    }
    flow::Run label{token, first.style, true};
    first.text.erase(0, space);
    runs.insert(runs.begin(), std::move(label));
}

std::vector<flow::Run> ParagraphMaker::runs(const Lines& lines, bool bold, bool italic) {
    std::vector<flow::Run> result;
    std::string text; // of the paragraph so far, for the joints of lines
    for (const TextLine& line : lines.lines) {
        const pages::SeenPage& page = sight_.pages[line.page];
        const std::string line_text = text_of(page, line);
        bool first = true;
        for (const std::uint32_t index : line.words) {
            const pages::Word& word = page.words[index];
            const bool space = result.empty() ? false : first ? space_between(text, line_text) : !word.joined;
            first = false;
            flow::CharacterStyleIndex look =
                run_style(bold_face(word.face) && !bold, italic_face(word.face) && !italic);
            if (!result.empty() && is_neutral(word.text)) look = result.back().style;
            if (result.empty() || result.back().style != look) result.push_back({"", look, false});
            if (space) result.back().text += ' ';
            result.back().text += word.text;
        }
        text = line_text;
    }
    return result;
}

flow::Paragraph ParagraphMaker::paragraph(const Lines& lines, flow::Tag tag) {
    flow::ParagraphStyle look;
    look.bold = look.italic = true;
    look.size = 0;
    bool told = false, red = true;
    for (const TextLine& line : lines.lines)
        for (const std::uint32_t index : line.words) {
            const pages::Word& word = sight_.pages[line.page].words[index];
            red = red && is_red(word.colour);
            if (is_neutral(word.text) && (told || line.words.size() > 1)) continue;
            told = true;
            look.bold = look.bold && bold_face(word.face);
            look.italic = look.italic && italic_face(word.face);
        }
    look.size = halves(lines.lines.front().size);
    look.bold = look.bold && told;
    look.italic = look.italic && told;
    look.red = red;
    look.align = lines.align;
    look.first_indent = halves(lines.first_indent);
    look.left_indent = halves(lines.left_indent);
    look.space_before = std::round(std::min(lines.gap, 100.0));
    flow::Paragraph result;
    result.runs = runs(lines, look.bold, look.italic);
    if (lines.align != flow::Align::centre && tag == flow::Tag::paragraph) {
        part_label(result.runs);
        if (!result.runs.empty() && result.runs.front().label) tag = flow::Tag::list_item;
    }
    look.tag = tag;
    result.style = style(look);
    result.origin = origin(lines.lines);
    return result;
}

} // namespace vanthu::gather
