#include "interpret/piece.h"

#include "interpret/fold.h"
#include "interpret/labels.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

/// A stretch of a paragraph between forced line ends or wide gaps.
struct Stretch {
    std::vector<flow::Run> runs;
    bool after_gap = false; ///< parted from the one before by a tab or many spaces
};

bool is_visible(std::string_view text) { return !tidy(text).empty(); }

std::string joined(const std::vector<flow::Run>& runs) {
    std::string text;
    for (const flow::Run& run : runs) text += run.text;
    return tidy(text);
}

/// Where the next line end or gap of `text` begins and ends.
std::pair<std::size_t, std::size_t> next_break(std::string_view text, std::size_t from, bool gaps) {
    constexpr std::size_t wide = 6; // spaces: columns made with the space bar
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text.substr(i).starts_with(flow::line_end)) return {i, i + flow::line_end.size()};
        if (text[i] == '\n') return {i, i + 1};
        if (!gaps) continue;
        const std::size_t end = std::min(text.find_first_not_of(" \t", i), text.size());
        if (end > i && (end - i >= wide || text.substr(i, end - i).find('\t') != std::string_view::npos))
            return {i, end};
    }
    return {text.size(), text.size()};
}

std::vector<Stretch> stretches(const flow::Paragraph& paragraph, bool gaps) {
    std::vector<Stretch> result(1);
    for (const flow::Run& run : paragraph.runs)
        for (std::size_t at = 0; at < run.text.size();) {
            const auto [begin, end] = next_break(run.text, at, gaps);
            flow::Run part = run;
            part.text = run.text.substr(at, begin - at);
            if (!part.text.empty()) result.back().runs.push_back(std::move(part));
            if (begin < run.text.size()) {
                const bool gap = run.text[begin] == ' ' || run.text[begin] == '\t';
                result.push_back({{}, gap});
            }
            at = end;
        }
    std::erase_if(result, [](const Stretch& stretch) { return !is_visible(joined(stretch.runs)); });
    return result;
}

/// Walks over a flow and collects.
class Collector {
  public:
    Collector(const flow::Document& flow, const LayoutWords& words) : flow_(flow), words_(words) {}

    std::vector<Piece> run() {
        for (sheet_ = 0; sheet_ < flow_.sheets.size(); ++sheet_) {
            const flow::Sheet& sheet = flow_.sheets[sheet_];
            opens_ = true;
            add_all(sheet.first_header, Zone::header);
            opens_ = true;
            for (const flow::Block& block : sheet.blocks) add(block);
            add_all(sheet.first_footer, Zone::footer);
        }
        return std::move(pieces_);
    }

  private:
    void add(const flow::Block& block) {
        ++group_;
        if (const auto* paragraph = std::get_if<flow::Paragraph>(&block)) add(*paragraph, Zone::body);
        if (std::holds_alternative<flow::Rule>(block)) add_rule(Zone::body);
        if (const auto* table = std::get_if<flow::Table>(&block)) add(*table);
    }

    void add_all(const std::vector<flow::Content>& contents, Zone zone) {
        for (const flow::Content& content : contents) {
            if (const auto* paragraph = std::get_if<flow::Paragraph>(&content)) add(*paragraph, zone);
            if (std::holds_alternative<flow::Rule>(content)) add_rule(zone);
        }
    }

    void add_rule(Zone zone) {
        Piece piece;
        piece.kind = Piece::Kind::rule;
        place(piece, zone, 0);
        pieces_.push_back(std::move(piece));
    }

    void add(const flow::Table& table) {
        const Zone zone = zone_of(table);
        if (zone == Zone::body) {
            Piece piece;
            piece.kind = Piece::Kind::table;
            piece.table = &table;
            place(piece, zone, table.origin);
            pieces_.push_back(std::move(piece));
            return;
        }
        for (row_ = 0; row_ < table.rows.size(); ++row_) {
            column_ = 0;
            for (const flow::Cell& cell : table.rows[row_].cells) {
                add_all(cell.content, zone);
                column_ += cell.span;
            }
        }
        row_ = column_ = 0;
    }

    /// A reader may take a layout table for data; its words tell.
    Zone zone_of(const flow::Table& table) const {
        std::string text;
        constexpr std::size_t tallest = 12;
        for (std::size_t r = 0; r < std::min(tallest, table.rows.size()); ++r)
            for (const flow::Cell& cell : table.rows[r].cells)
                for (const flow::Content& content : cell.content)
                    if (const auto* paragraph = std::get_if<flow::Paragraph>(&content))
                        text += text_of(*paragraph) + ' ';
        const auto says = [&](const std::vector<std::string>& list) {
            return std::any_of(list.begin(), list.end(), [&](const auto& words) { return find_words(text, words); });
        };
        if (says(words_.letterhead)) return Zone::letterhead;
        if (table.rows.size() <= tallest && says(words_.signature)) return Zone::signature;
        if (table.kind == flow::TableKind::data) return Zone::body;
        return table.kind == flow::TableKind::letterhead ? Zone::letterhead : Zone::signature;
    }

    void place(Piece& piece, Zone zone, flow::OriginIndex origin) {
        piece.zone = zone;
        piece.sheet = sheet_;
        piece.row = row_;
        piece.column = column_;
        piece.group = group_;
        piece.origin = origin;
        std::uint32_t page = page_;
        if (origin > 0 && origin <= flow_.origins.size() && !flow_.origins[origin - 1].spots.empty()) {
            page = flow_.origins[origin - 1].spots.front().page;
            page_ = flow_.origins[origin - 1].spots.back().page;
        }
        piece.opens_page = opens_ || page > last_page_;
        last_page_ = page_;
        opens_ = false;
    }

    void add(const flow::Paragraph& paragraph, Zone zone) {
        const flow::ParagraphStyle& style = flow_.styles[paragraph.style];
        if (style.tag == flow::Tag::furniture) return;
        const std::vector<Stretch> parts = stretches(paragraph, zone == Zone::body);
        if (parts.empty()) return;
        std::vector<std::vector<flow::Run>> texts(1);
        std::size_t column = 0;
        std::vector<std::size_t> columns{0};
        std::vector<std::vector<std::string>> lines(1);
        for (const Stretch& part : parts) {
            const bool apart = !texts.back().empty() && stands_alone(part, parts, zone);
            column = part.after_gap ? column + 1 : 0;
            if (apart) {
                texts.emplace_back();
                columns.push_back(column);
                lines.emplace_back();
            } else if (!texts.back().empty())
                texts.back().push_back({" ", 0, false});
            lines.back().push_back(joined(part.runs));
            texts.back().insert(texts.back().end(), part.runs.begin(), part.runs.end());
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::size_t before = pieces_.size();
            add(texts[i], paragraph, zone, columns[i]);
            if (pieces_.size() > before) pieces_.back().lines = std::move(lines[i]);
        }
    }

    static bool opens_item(const Stretch& part) {
        const std::string text = joined(part.runs);
        return label_of(text).rank != Rank::none;
    }

    /// Whether a line of a paragraph is a paragraph of its own.
    static bool stands_alone(const Stretch& part, const std::vector<Stretch>& parts, Zone zone) {
        if (zone == Zone::signature) return true;
        if (part.after_gap) return text::is_upper(joined(parts.front().runs)) || parts.size() == 2;
        return opens_item(part) && std::count_if(parts.begin(), parts.end(), opens_item) > 1;
    }

    void add(const std::vector<flow::Run>& runs, const flow::Paragraph& paragraph, Zone zone, std::size_t column) {
        Piece piece;
        const flow::ParagraphStyle& style = flow_.styles[paragraph.style];
        piece.style = style.name;
        piece.look = style;
        piece.look.bold = piece.look.italic = true;
        std::string text;
        bool strong = true, label = true;
        for (const flow::Run& run : runs) {
            const flow::CharacterStyle* own = run.style ? &flow_.character_styles[run.style - 1] : nullptr;
            text += run.text;
            label = label && run.label;
            if (!is_visible(run.text)) continue;
            const bool bold = style.bold || (own && own->bold);
            piece.look.bold = piece.look.bold && bold;
            piece.look.italic = piece.look.italic && (style.italic || (own && own->italic));
            strong = strong && bold;
            if (strong) piece.strong = tidy(text).size();
            if (label) piece.label = tidy(text).size();
        }
        piece.text = tidy(text);
        if (piece.text.empty()) return;
        place(piece, zone, paragraph.origin);
        piece.column += column;
        pieces_.push_back(std::move(piece));
    }

    const flow::Document& flow_;
    const LayoutWords& words_;
    std::vector<Piece> pieces_;
    std::size_t sheet_ = 0, row_ = 0, column_ = 0, group_ = 0;
    std::uint32_t page_ = 0, last_page_ = 0;
    bool opens_ = true;
};

} // namespace

std::string text_of(const flow::Paragraph& paragraph) { return joined(paragraph.runs); }

std::vector<Piece> pieces_of(const flow::Document& flow, const LayoutWords& words) {
    return Collector(flow, words).run();
}

} // namespace vanthu::interpret
