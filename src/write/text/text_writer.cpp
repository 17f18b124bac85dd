#include "write/text/text_writer.h"

#include "text/unicode.h"

#include <string_view>

namespace vanthu::write {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

/// One line: line ends inside it and spaces that only hold words together are plain spaces.
std::string one_line(std::string_view text) {
    std::string line;
    while (!text.empty()) {
        const bool is_line_end = text.starts_with(flow::line_end);
        if (is_line_end || text.starts_with(no_break_space)) {
            line += ' ';
            text.remove_prefix(is_line_end ? flow::line_end.size() : no_break_space.size());
            continue;
        }
        const bool is_break = text.front() == '\n' || text.front() == '\r' || text.front() == '\t';
        line += is_break ? ' ' : text.front();
        text.remove_prefix(1);
    }
    // Words of the document are NFC already; a run may begin with a combining mark of the run before.
    return text::to_nfc(line).value_or(line);
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == text.npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

class Writer {
  public:
    Writer(const flow::Document& document, const TextOptions& options) : document_(document), options_(options) {}

    Bytes write() {
        for (const flow::Sheet& sheet : document_.sheets) {
            contents(sheet.first_header);
            for (const flow::Block& block : sheet.blocks) std::visit([this](const auto& one) { write(one); }, block);
            contents(sheet.first_footer);
        }
        return std::move(bytes_);
    }

  private:
    bool is_wanted(const flow::Paragraph& paragraph) const {
        return options_.furniture || paragraph.style >= document_.styles.size() ||
               document_.styles[paragraph.style].tag != flow::Tag::furniture;
    }

    std::string text_of(const flow::Paragraph& paragraph) const {
        std::string text;
        for (const flow::Run& run : paragraph.runs) text += run.text;
        return trimmed(one_line(text));
    }

    void line(std::string_view text) {
        if (text.empty()) return;
        bytes_ += text;
        bytes_ += '\n';
    }

    void write(const flow::Paragraph& paragraph) {
        if (is_wanted(paragraph)) line(text_of(paragraph));
    }

    void write(const flow::Rule&) {}

    void write(const flow::Table& table) {
        for (const flow::Row& row : table.rows)
            if (table.kind == flow::TableKind::data)
                row_of_data(row);
            else
                for (const flow::Cell& cell : row.cells) contents(cell.content);
    }

    void contents(const std::vector<flow::Content>& contents) {
        for (const flow::Content& content : contents) std::visit([this](const auto& one) { write(one); }, content);
    }

    std::string text_of(const flow::Cell& cell) const {
        std::string text;
        for (const flow::Content& content : cell.content) {
            const auto* paragraph = std::get_if<flow::Paragraph>(&content);
            if (paragraph == nullptr || !is_wanted(*paragraph)) continue;
            if (!text.empty()) text += ' ';
            text += text_of(*paragraph);
        }
        return text;
    }

    /// A covered field is an empty one, so that columns stay beneath each other.
    void row_of_data(const flow::Row& row) {
        std::string text;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i != 0) text += '\t';
            text += text_of(row.cells[i]);
            text.append(row.cells[i].span - std::min<std::size_t>(row.cells[i].span, 1), '\t');
        }
        if (text.find_first_not_of('\t') == text.npos) return;
        line(text);
    }

    const flow::Document& document_;
    const TextOptions& options_;
    Bytes bytes_;
};

} // namespace

Bytes write_text(const flow::Document& document, const TextOptions& options) {
    return Writer(document, options).write();
}

} // namespace vanthu::write
