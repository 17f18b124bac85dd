#include "read/docx/flow_maker.h"

#include "text/scan.h"
#include "text/unicode.h"

#include <algorithm>
#include <limits>

namespace vanthu::read::docx {
namespace {

constexpr double default_size = 10; // ECMA-376 part 1, 17.3.2.38

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

std::string without_invisible(const std::string& text) {
    std::string result;
    text::for_each_character(text, [&](char32_t c) {
        if (!text::is_invisible(c)) result += text::to_utf8(c);
    });
    return result;
}

/// One space for several, one tab for a tab with spaces around it. So many spaces that they can only put what follows
/// into another column are a tab.
std::string folded(const std::string& text) {
    constexpr std::size_t as_a_tab = 12;
    std::string result;
    char white = 0;
    std::size_t spaces = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            white = c == '\t' || white == '\t' || ++spaces == as_a_tab ? '\t' : ' ';
            continue;
        }
        spaces = 0;
        if (white) result += white;
        white = 0;
        result += c;
    }
    if (white) result += white;
    return result;
}

struct Clean {
    std::string text;
    bool changed = false; ///< by more than white space
};

Clean clean(const Piece& piece, const Fonts& fonts) {
    Clean result;
    result.text = piece.text;
    if (fonts.is_legacy(piece.font)) result.text = fonts.decode(piece.font, result.text);
    if (piece.capitals) result.text = text::to_upper(result.text);
    if (!is_ascii(result.text)) result.text = without_invisible(text::to_nfc(result.text).value_or(result.text));
    result.changed = result.text != piece.text;
    result.text = folded(result.text);
    return result;
}

/// White space at the ends of lines, in whatever runs it stands.
void trim_lines(std::vector<flow::Run>& runs) {
    bool line_begins = true;
    for (flow::Run& run : runs) {
        std::string kept;
        for (std::size_t i = 0; i < run.text.size();) {
            const bool line_end = run.text.compare(i, flow::line_end.size(), flow::line_end) == 0;
            const char c = run.text[i];
            if (line_end) {
                while (!kept.empty() && (kept.back() == ' ' || kept.back() == '\t')) kept.pop_back();
                kept += flow::line_end;
                i += flow::line_end.size();
                line_begins = true;
                continue;
            }
            ++i;
            if (line_begins && (c == ' ' || c == '\t')) continue;
            line_begins = c == ' ' || c == '\t'; // one white space is enough, also over the end of a run
            kept += c;
        }
        run.text = std::move(kept);
    }
    while (!runs.empty()) {
        std::string& last = runs.back().text;
        while (!last.empty() && (last.back() == ' ' || last.back() == '\t' || last.ends_with(flow::line_end)))
            last.resize(last.size() - (last.back() == ' ' || last.back() == '\t' ? 1 : flow::line_end.size()));
        if (!last.empty()) break;
        runs.pop_back();
    }
    while (!runs.empty() && runs.front().text.starts_with(flow::line_end))
        runs.front().text.erase(0, flow::line_end.size());
}

/// A letter of VNI is a base and a mark behind it. Where the look changes in between, the mark goes to its base.
void join_letters(std::vector<Piece>& pieces, const Fonts& fonts) {
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        Piece& before = pieces[i - 1];
        Piece& piece = pieces[i];
        const bool in_word = !before.text.empty() && !is_blank(before.text.substr(before.text.size() - 1));
        if (!in_word || before.font != piece.font || !fonts.is_legacy(piece.font)) continue;
        std::size_t marks = 0;
        while (marks < piece.text.size() && static_cast<unsigned char>(piece.text[marks]) >= 0x80) ++marks;
        if (piece.text.starts_with(flow::line_end)) continue;
        before.text += piece.text.substr(0, marks);
        piece.text.erase(0, marks);
    }
}

double main_size(const std::vector<Piece>& pieces) {
    std::map<double, std::size_t> letters;
    for (const Piece& piece : pieces) letters[piece.size] += piece.text.size();
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() || most->first <= 0 ? default_size : most->first;
}

/// Whether every piece with text has it.
bool all(const std::vector<Piece>& pieces, bool Piece::*flag) {
    return std::all_of(pieces.begin(), pieces.end(),
                       [&](const Piece& piece) { return piece.*flag || is_blank(piece.text); });
}

void add_character_styles(flow::Document& document) {
    for (int flags = 1; flags <= 3; ++flags) {
        const bool bold = (flags & 1) != 0;
        const bool italic = (flags & 2) != 0;
        const std::string name = std::string(bold ? "Bold" : "") + (italic ? "Italic" : "");
        document.character_styles.push_back({name, name, bold, italic});
    }
}

} // namespace

FlowMaker::FlowMaker(flow::Document& document, const Fonts& fonts) : document_(document), fonts_(fonts) {
    add_character_styles(document_);
}

void FlowMaker::set_part(const std::string& part) {
    const auto [place, is_new] = parts_.try_emplace(part, 0);
    if (is_new) {
        document_.origins.push_back({{}, part, {}, 1});
        place->second = static_cast<flow::OriginIndex>(document_.origins.size());
    }
    part_origin_ = place->second;
}

std::optional<flow::Paragraph> FlowMaker::paragraph(const ParagraphProperties& look, std::vector<Piece> pieces,
                                                    flow::Tag tag, const std::string& title) {
    join_letters(pieces, fonts_);
    const bool bold = all(pieces, &Piece::bold);
    const bool italic = all(pieces, &Piece::italic);
    flow::Paragraph result;
    std::string raw;
    bool changed = false;
    for (const Piece& piece : pieces) {
        Clean text = clean(piece, fonts_);
        changed = changed || text.changed;
        raw += piece.text;
        if (text.text.empty()) continue;
        const auto character =
            static_cast<flow::CharacterStyleIndex>((piece.bold && !bold ? 1 : 0) | (piece.italic && !italic ? 2 : 0));
        if (!result.runs.empty() && result.runs.back().style == character && result.runs.back().label == piece.label)
            result.runs.back().text += text.text;
        else
            result.runs.push_back({std::move(text.text), character, piece.label});
    }
    trim_lines(result.runs);
    std::erase_if(result.runs, [](const flow::Run& run) { return run.text.empty(); });
    if (result.runs.empty()) return std::nullopt;
    flow::ParagraphStyle wanted;
    wanted.title = title;
    wanted.size = main_size(pieces);
    wanted.bold = bold;
    wanted.italic = italic;
    wanted.align = look.align.value_or(flow::Align::left);
    wanted.first_indent = look.first.value_or(0);
    wanted.left_indent = look.left.value_or(0);
    wanted.right_indent = look.right.value_or(0);
    wanted.space_before = look.before.value_or(0);
    wanted.space_after = look.after.value_or(0);
    wanted.line_spacing = look.line.value_or(1);
    wanted.keep_next = look.keep_next.value_or(false);
    wanted.keep_lines = look.keep_lines.value_or(false);
    wanted.tag = tag;
    result.style = style(std::move(wanted));
    result.origin = changed ? origin_with(std::move(raw)) : part_origin_;
    return result;
}

std::uint16_t FlowMaker::style(flow::ParagraphStyle wanted) {
    const Key key(wanted.size, wanted.bold, wanted.italic, wanted.align, wanted.first_indent, wanted.left_indent,
                  wanted.right_indent, wanted.space_before, wanted.space_after, wanted.line_spacing, wanted.keep_next,
                  wanted.keep_lines, wanted.tag);
    const auto found = styles_.find(key);
    if (found != styles_.end()) return found->second;
    // Only a file made to do harm has so many looks.
    if (document_.styles.size() == std::numeric_limits<std::uint16_t>::max()) return 0;
    const auto index = static_cast<std::uint16_t>(document_.styles.size());
    wanted.name = "Read" + std::to_string(index + 1);
    document_.styles.push_back(std::move(wanted));
    styles_.emplace(key, index);
    return index;
}

flow::OriginIndex FlowMaker::origin_with(std::string raw) {
    for (std::size_t at = 0; (at = raw.find(flow::line_end, at)) != std::string::npos; ++at)
        raw.replace(at, flow::line_end.size(), "\n");
    document_.origins.push_back({{}, document_.origins[part_origin_ - 1].part, std::move(raw), 1});
    return static_cast<flow::OriginIndex>(document_.origins.size());
}

} // namespace vanthu::read::docx
