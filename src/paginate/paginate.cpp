#include "paginate/paginate.h"

#include "paginate/page_stack.h"
#include "paginate/table_rows.h"
#include "text/binding.h"

#include <algorithm>

namespace vanthu::paginate {
namespace {

std::string plain_text(const flow::Paragraph& paragraph) {
    std::string result;
    for (const flow::Run& run : paragraph.runs) result += run.text;
    return text::unbind(result);
}

/// Entries of the outline are read at a glance: long ones end at a word with an ellipsis.
std::string outline_title(const flow::Paragraph& paragraph) {
    std::string title = plain_text(paragraph);
    constexpr std::size_t most = 100;
    if (title.size() <= most) return title;
    const std::size_t space = title.rfind(' ', most);
    if (space == std::string::npos) return title;
    return title.substr(0, space) + "…";
}

bool has_label(const flow::Paragraph& paragraph) { return !paragraph.runs.empty() && paragraph.runs.front().label; }

/// Sets the blocks of one group of sheets.
class SheetSetter {
  public:
    SheetSetter(const flow::Document& flow, const flow::Sheet& sheet, const Measure& measure, pages::Document& document,
                ElementTree& tree)
        : flow_(flow), sheet_(sheet), measure_(measure), document_(document), tree_(tree), left_(sheet.page.left),
          width_(sheet.page.width - sheet.page.left - sheet.page.right), first_page_(document.pages.size()) {}

    void run() {
        tree_.begin_part();
        const std::vector<Slice> header = furniture(sheet_.first_header);
        const std::vector<Slice> footer = furniture(sheet_.first_footer);
        double footer_height = 0;
        for (const Slice& slice : footer) footer_height += slice.before + slice.height;
        PageStack stack(document_, sheet_.page, footer_height);
        for (std::size_t i = 0; i < sheet_.blocks.size(); ++i) add_block(i, stack);
        stack.finish();
        stamp(header, sheet_.page.number_distance);
        stamp(footer, sheet_.page.height - sheet_.page.bottom - footer_height);
        number_pages();
    }

  private:
    std::vector<Slice> furniture(const std::vector<flow::Content>& contents) {
        std::vector<Slice> result;
        for (const flow::Content& content : contents) {
            if (const auto* rule = std::get_if<flow::Rule>(&content))
                result.push_back(place_rule(*rule, left_, width_));
            else
                for (Slice& slice : paragraph_slices(std::get<flow::Paragraph>(content), false))
                    result.push_back(std::move(slice));
        }
        return result;
    }

    void stamp(const std::vector<Slice>& slices, double y) {
        pages::Page& page = document_.pages[first_page_];
        for (const Slice& slice : slices) {
            y += slice.before;
            for (pages::Text text : slice.texts) {
                text.y += y;
                page.texts.push_back(std::move(text));
            }
            for (pages::Line line : slice.lines) {
                line.y1 += y;
                line.y2 += y;
                page.lines.push_back(line);
            }
            y += slice.height;
        }
    }

    /// Annex I, I.7: centred in the top margin, the first one hidden.
    void number_pages() {
        const double size = sheet_.page.number_size;
        for (std::size_t i = first_page_ + 1; i < document_.pages.size(); ++i) {
            pages::Page& page = document_.pages[i];
            const double width = measure_.width(page.label, Face::regular, size);
            page.texts.push_back({left_ + (width_ - width) / 2, sheet_.page.number_distance + measure_.ascent(size),
                                  size, 0, pages::no_element, Face::regular, false, page.label});
        }
    }

    void add_block(std::size_t index, PageStack& stack) {
        const flow::Block& block = sheet_.blocks[index];
        if (const auto* table = std::get_if<flow::Table>(&block)) return add_table(*table, stack);
        if (const auto* rule = std::get_if<flow::Rule>(&block)) {
            Slice slice = place_rule(*rule, left_, width_);
            slice.may_break = false;
            return stack.add(std::move(slice));
        }
        const auto& paragraph = std::get<flow::Paragraph>(block);
        std::vector<Slice> slices = paragraph_slices(paragraph, true);
        if (keep_) slices.front().may_break = false;
        // One line in front of the signature is not enough to go with it: the paragraph before comes too.
        if (slices.size() == 1 && signature_follows(index)) slices.front().may_break = false;
        keep_ = flow_.styles[paragraph.style].keep_next;
        for (Slice& slice : slices) stack.add(std::move(slice));
    }

    bool signature_follows(std::size_t index) const {
        if (index + 1 >= sheet_.blocks.size()) return false;
        const auto* table = std::get_if<flow::Table>(&sheet_.blocks[index + 1]);
        return table && table->keep_with_previous;
    }

    std::vector<Slice> paragraph_slices(const flow::Paragraph& paragraph, bool marked) {
        const flow::ParagraphStyle& style = flow_.styles[paragraph.style];
        const ParagraphElements elements = tree_.paragraph(style, has_label(paragraph), paragraph.source);
        std::vector<Slice> result;
        if (style.boxed) {
            result.push_back(place_boxed(flow_, paragraph, left_, width_, elements, measure_));
            return result;
        }
        PlacedParagraph placed = place(flow_, paragraph, left_, width_, elements, measure_);
        const std::size_t count = placed.lines.size();
        for (std::size_t i = 0; i < count; ++i) {
            Slice& slice = result.emplace_back();
            slice.before = i == 0 ? style.space_before : 0;
            slice.height = placed.line_height;
            slice.may_break = i == 0 || (!style.keep_lines && i >= 2 && i + 2 <= count);
            slice.texts = std::move(placed.lines[i]);
        }
        if (marked && style.outline_level)
            result.front().marks.push_back({outline_title(paragraph), style.outline_level});
        return result;
    }

    void add_table(const flow::Table& table, PageStack& stack) {
        if (table.kind == flow::TableKind::data)
            add_data_table(table, stack);
        else
            add_layout_table(table, stack);
        keep_ = false;
    }

    void add_layout_table(const flow::Table& table, PageStack& stack) {
        RowSetter rows(flow_, table, left_, measure_, tree_);
        bool first = true;
        for (const flow::Row& row : table.rows) {
            bool row_begins = true;
            for (Slice& slice : rows.set(row, stack.body_height())) {
                slice.before = first ? table.space_before : 0;
                // Rows of a letterhead belong together, a signature to the text above it; bands of a row too tall for a
                // page part.
                if (row_begins) slice.may_break = first && !table.keep_with_previous && !keep_;
                first = row_begins = false;
                stack.add(std::move(slice));
            }
        }
    }

    void add_data_table(const flow::Table& table, PageStack& stack) {
        RowSetter rows(flow_, table, left_, measure_, tree_);
        auto frame = std::make_shared<TableFrame>();
        frame->border = table.border;
        double header_height = 0;
        bool may_break = !keep_;
        bool first = true;
        for (const flow::Row& row : table.rows) {
            const bool header = row.kind == flow::RowKind::header;
            std::vector<Slice> slices = rows.set(row, stack.body_height() - header_height);
            slices.front().may_break = may_break;
            for (Slice& slice : slices) {
                slice.before = first ? table.space_before : 0;
                first = false;
                slice.header = header;
                slice.table = frame;
                if (header) {
                    header_height += slice.height;
                    remember_header(slice, *frame);
                }
                stack.add(std::move(slice));
            }
            may_break = row.kind == flow::RowKind::task;
        }
    }

    static void remember_header(const Slice& slice, TableFrame& frame) {
        Slice copy = slice;
        copy.before = 0;
        copy.may_break = false;
        copy.table.reset(); // the frame holds its header, not the other way round
        for (pages::Text& text : copy.texts) text.element = pages::no_element;
        frame.header.push_back(std::move(copy));
    }

    const flow::Document& flow_;
    const flow::Sheet& sheet_;
    const Measure& measure_;
    pages::Document& document_;
    ElementTree& tree_;
    double left_, width_;
    std::size_t first_page_;
    bool keep_ = false;
};

} // namespace

pages::Document paginate(const flow::Document& flow, const Measure& measure) {
    pages::Document document;
    ElementTree tree(document);
    for (const flow::Sheet& sheet : flow.sheets) SheetSetter(flow, sheet, measure, document, tree).run();
    return document;
}

} // namespace vanthu::paginate
