#include "read/docx/lines.h"

#include "text/binding.h"

#include <algorithm>

namespace vanthu::read::docx {
namespace {

using Line = std::vector<Piece>;

std::vector<Line> lines_of(const std::vector<Piece>& pieces) {
    std::vector<Line> lines(1);
    for (const Piece& piece : pieces) {
        for (std::size_t begin = 0; begin <= piece.text.size();) {
            const std::size_t end = std::min(piece.text.find(flow::line_end, begin), piece.text.size());
            if (begin > 0) lines.emplace_back();
            lines.back().push_back(piece);
            lines.back().back().text = piece.text.substr(begin, end - begin);
            begin = end + (end < piece.text.size() ? flow::line_end.size() : 1);
        }
    }
    return lines;
}

/// Without any space, and without the label that a list has put there.
std::string letters_of(const Line& line) {
    std::string text;
    for (const Piece& piece : line) text += text::unbind(piece.text);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return text;
}

/// "_____", "-------": a line that was drawn with letters.
bool is_drawn_rule(std::string_view text) {
    constexpr std::size_t shortest = 3;
    return text.size() >= shortest && text.find_first_not_of("_-*=") == std::string_view::npos;
}

bool begins_item(const Line& line) {
    std::string text;
    for (const Piece& piece : line) text += text::unbind(piece.text);
    text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
    return text.size() > 1 && (text[0] == '-' || text[0] == '+') && text[1] != '-' && text[1] != text[0];
}

void append(std::vector<Piece>& paragraph, const Line& line) {
    bool first = !paragraph.empty();
    if (first) paragraph.back().text += flow::line_end;
    for (const Piece& piece : line) {
        if (!paragraph.empty() && paragraph.back().same_look(piece))
            paragraph.back().text += piece.text;
        else
            paragraph.push_back(piece);
    }
}

} // namespace

std::vector<std::vector<Piece>> part_lines(const std::vector<Piece>& pieces) {
    std::vector<std::vector<Piece>> paragraphs;
    bool open = false;
    for (const Line& line : lines_of(pieces)) {
        const std::string text = letters_of(line);
        if (text.empty() || is_drawn_rule(text)) {
            open = false;
            continue;
        }
        if (!open || begins_item(line)) paragraphs.emplace_back();
        append(paragraphs.back(), line);
        open = true;
    }
    return paragraphs;
}

} // namespace vanthu::read::docx
