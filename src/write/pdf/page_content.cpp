#include "write/pdf/page_content.h"

#include "text/unicode.h"

#include <cmath>

namespace vanthu::write {
namespace {

bool same_pen(const pages::Line& a, const pages::Line& b) { return a.thickness == b.thickness && a.red == b.red; }

void append_point(std::string& out, double x, double y) {
    append_hundredths(out, to_hundredths(x));
    out += ' ';
    append_hundredths(out, to_hundredths(y));
}

/// A byte of a literal string; readers would take a bare CR for a line feed (ISO 32000-1, 7.3.4.2).
void append_string_byte(std::string& out, char byte) {
    if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
    if (byte == '\r')
        out += "\\r";
    else
        out += byte;
}

} // namespace

const std::string& PageContent::write(const pages::Page& page, MarkedContents& marked) {
    out_.clear();
    face_ = -1;
    size_ = x_ = y_ = 0;
    red_ = false;
    if (!page.texts.empty()) write_texts(page, marked);
    if (!page.lines.empty()) write_lines(page);
    return out_;
}

void PageContent::write_texts(const pages::Page& page, MarkedContents& marked) {
    out_ += "BT\n";
    const pages::Text* previous = nullptr;
    for (const pages::Text& text : page.texts) {
        if (!previous || previous->element != text.element) {
            if (previous) close();
            open(text.element, marked);
        }
        write_text(text, page.height);
        previous = &text;
    }
    close();
    out_ += "ET\n";
}

void PageContent::open(pages::ElementIndex element, MarkedContents& marked) {
    if (types_.empty()) return;
    if (element == pages::no_element) {
        out_ += "/Artifact<</Type/Pagination>>BDC\n";
        return;
    }
    out_ += '/';
    out_ += types_[element];
    out_ += "<</MCID ";
    append_integer(out_, marked.size());
    out_ += ">>BDC\n";
    marked.push_back(element);
}

void PageContent::close() {
    if (!types_.empty()) out_ += "EMC\n";
}

void PageContent::set_colour(bool red, std::string_view operators_red, std::string_view operators_black) {
    if (red == red_) return;
    red_ = red;
    out_ += red ? operators_red : operators_black;
}

void PageContent::write_text(const pages::Text& text, double page_height) {
    if (text.text.empty()) return;
    set_colour(text.red, "1 0 0 rg\n", "0 g\n");
    const int face = static_cast<int>(text.face);
    const std::int64_t size = to_hundredths(text.size);
    if (face != face_ || size != size_) {
        out_ += "/F";
        append_integer(out_, face);
        out_ += ' ';
        append_hundredths(out_, size);
        out_ += " Tf\n";
        face_ = face;
        size_ = size;
    }
    // Steps between rounded places, so that rounding does not add up over the page.
    const std::int64_t x = to_hundredths(text.x), y = to_hundredths(page_height - text.y);
    append_hundredths(out_, x - x_);
    out_ += ' ';
    append_hundredths(out_, y - y_);
    out_ += " Td\n";
    x_ = x;
    y_ = y;
    write_glyphs(text);
}

/// Word gaps are adjustments after each space: Tw has no effect on two-byte codes (ISO 32000-1, 9.3.3).
void PageContent::write_glyphs(const pages::Text& text) {
    const auto tenths = static_cast<std::int64_t>(std::llround(-text.word_gap * 10000 / text.size));
    std::string gap_operand = ")";
    append_hundredths(gap_operand, tenths * 10);
    gap_operand += '(';
    out_ += tenths == 0 ? "(" : "[(";
    bool gap = false; // wanted before the next glyph
    text::for_each_character(text.text, [&](char32_t character) {
        if (gap) out_ += gap_operand;
        const std::uint16_t glyph = fonts_.glyph(text.face, character);
        append_string_byte(out_, static_cast<char>(glyph >> 8));
        append_string_byte(out_, static_cast<char>(glyph & 0xFF));
        gap = tenths != 0 && character == U' ';
    });
    out_ += tenths == 0 ? ")Tj\n" : ")]TJ\n";
}

void PageContent::write_lines(const pages::Page& page) {
    if (!types_.empty()) out_ += "/Artifact<</Type/Layout>>BDC\n";
    red_ = false;
    const pages::Line* pen = nullptr;
    for (const pages::Line& line : page.lines) {
        if (!pen || !same_pen(*pen, line)) {
            if (pen) out_ += "S\n";
            set_colour(line.red, "1 0 0 RG\n", "0 G\n");
            append_hundredths(out_, to_hundredths(line.thickness));
            out_ += " w\n";
            pen = &line;
        }
        append_point(out_, line.x1, page.height - line.y1);
        out_ += " m ";
        append_point(out_, line.x2, page.height - line.y2);
        out_ += " l\n";
    }
    out_ += "S\n";
    if (!types_.empty()) out_ += "EMC\n";
}

} // namespace vanthu::write
