#include "read/docx/tab_columns.h"

#include <algorithm>
#include <optional>

namespace vanthu::read::docx {
namespace {

constexpr std::size_t longest_side = 200; // bytes
constexpr std::size_t before_head = 300;  // bytes: what may stand before the head of a document

struct Sides {
    flow::Paragraph left, right;
};

std::size_t letters(const flow::Paragraph& paragraph) {
    std::size_t count = 0;
    for (const flow::Run& run : paragraph.runs) count += run.text.size();
    return count;
}

/// The two sides of the only tab, if each has some text but no more than a line of it.
std::optional<Sides> sides_of(const flow::Block& block) {
    const auto* paragraph = std::get_if<flow::Paragraph>(&block);
    if (!paragraph) return std::nullopt;
    Sides sides;
    sides.left.style = paragraph->style;
    sides.left.origin = paragraph->origin;
    sides.right = sides.left;
    int tabs = 0;
    for (const flow::Run& run : paragraph->runs) {
        const std::size_t tab = run.text.find('\t');
        tabs += static_cast<int>(std::count(run.text.begin(), run.text.end(), '\t'));
        auto& side = tabs > 0 && tab == std::string::npos ? sides.right : sides.left;
        side.runs.push_back(run);
        if (tab == std::string::npos) continue;
        side.runs.back().text.resize(tab);
        sides.right.runs.push_back(run);
        sides.right.runs.back().text.erase(0, tab + 1);
    }
    for (flow::Paragraph* side : {&sides.left, &sides.right}) {
        std::erase_if(side->runs, [](const flow::Run& run) { return run.text.empty(); });
        if (side->runs.empty() || side->runs.front().label || letters(*side) > longest_side) return std::nullopt;
    }
    return tabs == 1 ? std::optional(std::move(sides)) : std::nullopt;
}

bool is_bold(const flow::Paragraph& paragraph, const flow::Document& document) {
    return document.styles[paragraph.style].bold ||
           std::all_of(paragraph.runs.begin(), paragraph.runs.end(), [&](const flow::Run& run) {
               return run.style != 0 && document.character_styles[run.style - 1U].bold;
           });
}

flow::Table table_of(std::vector<Sides> lines) {
    constexpr double usual_width = 230; // half of a line of text
    flow::Table table;
    table.kind = flow::TableKind::letterhead;
    table.widths = {usual_width, usual_width};
    table.origin = lines.front().left.origin;
    table.rows.resize(1);
    table.rows[0].cells.resize(2);
    for (Sides& line : lines) {
        table.rows[0].cells[0].content.emplace_back(std::move(line.left));
        table.rows[0].cells[1].content.emplace_back(std::move(line.right));
    }
    return table;
}

void replace(flow::Paragraph& paragraph) {
    for (flow::Run& run : paragraph.runs) std::replace(run.text.begin(), run.text.end(), '\t', ' ');
}

void replace(std::vector<flow::Content>& contents) {
    for (flow::Content& content : contents)
        if (auto* paragraph = std::get_if<flow::Paragraph>(&content)) replace(*paragraph);
}

} // namespace

void columns_of_tabs(std::vector<flow::Block>& blocks, const flow::Document& document) {
    std::vector<flow::Block> result;
    std::size_t before = 0;
    for (std::size_t i = 0; i < blocks.size();) {
        std::vector<Sides> lines;
        bool bold = false;
        std::size_t end = i;
        for (; end < blocks.size(); ++end) {
            auto sides = sides_of(blocks[end]);
            if (!sides) break;
            bold = bold || is_bold(sides->right, document);
            lines.push_back(std::move(*sides));
        }
        // Two lines, one of them of weight on the right: an office or a signer, no list.
        if (lines.size() >= 2 && (bold || before <= before_head)) {
            result.emplace_back(table_of(std::move(lines)));
            i = end;
            continue;
        }
        for (end = std::max(end, i + 1); i < end; ++i) {
            const auto* paragraph = std::get_if<flow::Paragraph>(&blocks[i]);
            before += paragraph ? letters(*paragraph) : 0;
            result.push_back(std::move(blocks[i]));
        }
    }
    blocks = std::move(result);
}

void replace_tabs(flow::Document& document) {
    for (flow::Sheet& sheet : document.sheets) {
        replace(sheet.first_header);
        replace(sheet.first_footer);
        for (flow::Block& block : sheet.blocks) {
            if (auto* paragraph = std::get_if<flow::Paragraph>(&block)) replace(*paragraph);
            if (auto* table = std::get_if<flow::Table>(&block))
                for (flow::Row& row : table->rows)
                    for (flow::Cell& cell : row.cells) replace(cell.content);
        }
    }
}

} // namespace vanthu::read::docx
