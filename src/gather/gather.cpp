#include "gather/gather.h"

#include "gather/paragraph_maker.h"
#include "gather/reading_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace vanthu::gather {
namespace {

class Gatherer {
  public:
    explicit Gatherer(const pages::Sight& sight)
        : sight_(sight), order_(reading_order(sight)), joiner_(sight, order_.habits), maker_(sight, document_) {}

    Result<flow::Document> run() {
        document_.info.language = "vi";
        for (const SheetParts& sheet : order_.sheets) add_sheet(sheet);
        tell_furniture();
        return Result<flow::Document>::of(std::move(document_), std::move(findings_));
    }

  private:
    void add_sheet(const SheetParts& parts) {
        flow::Sheet& sheet = document_.sheets.emplace_back();
        sheet.page = setup(parts);
        next_furniture_ = parts.first_page;
        for (const Lines& lines : joiner_.join(parts.top_mark, ColumnKind::signer, frame(parts.first_page)))
            sheet.first_header.emplace_back(maker_.paragraph(lines));
        std::vector<TextLine> text;
        for (const Part& part : parts.parts) {
            if (const auto* line = std::get_if<TextLine>(&part)) {
                text.push_back(*line);
                continue;
            }
            add_text(text, sheet);
            if (const auto* columns = std::get_if<SideBySide>(&part)) add_columns(*columns, sheet);
            if (const auto* chain = std::get_if<const TableChain*>(&part)) add_table(**chain, sheet);
        }
        add_text(text, sheet);
        add_furniture(parts.last_page + 1, sheet);
        if (parts.contact) add_contact(*parts.contact, sheet);
    }

    const Frame& frame(std::size_t page) const { return order_.frames[page]; }

    flow::PageSetup setup(const SheetParts& parts) const {
        const pages::SeenPage& page = sight_.pages[parts.first_page];
        flow::PageSetup result;
        result.width = page.width;
        result.height = page.height;
        if (page.words.empty()) return result;
        result.left = std::round(frame(parts.first_page).left);
        result.right = std::round(page.width - frame(parts.first_page).right);
        double top = page.height, bottom = 0;
        for (const pages::Word& word : page.words) {
            top = std::min(top, word.box.y1);
            bottom = std::max(bottom, word.box.y2);
        }
        result.top = std::round(top);
        result.bottom = std::round(page.height - bottom);
        return result;
    }

    /// Furniture of the pages before `page` comes in front of what begins there, so that no sentence is broken.
    void add_furniture(std::size_t page, flow::Sheet& sheet) {
        for (; next_furniture_ < page; ++next_furniture_)
            for (const TextLine& line : order_.furniture[next_furniture_].lines) {
                Lines lines;
                lines.lines.push_back(line);
                sheet.blocks.emplace_back(maker_.paragraph(lines, flow::Tag::furniture));
            }
    }

    void add_text(std::vector<TextLine>& text, flow::Sheet& sheet) {
        for (const Lines& lines : joiner_.join(text, ColumnKind::body, order_.frames)) {
            add_furniture(lines.lines.front().page, sheet);
            sheet.blocks.emplace_back(maker_.paragraph(lines));
        }
        text.clear();
    }

    flow::Cell cell(const std::vector<TextLine>& lines, ColumnKind kind, const Frame& column) {
        flow::Cell result;
        for (const Lines& paragraph : joiner_.join(lines, kind, column))
            result.content.emplace_back(maker_.paragraph(paragraph));
        return result;
    }

    /// A centred column is as wide as its axis and the margin allow.
    static Frame around_axis(const std::vector<TextLine>& lines, const Frame& page, bool left) {
        if (lines.empty()) return page;
        const double axis = lines.front().centre();
        return left ? Frame{page.left, 2 * axis - page.left} : Frame{2 * axis - page.right, page.right};
    }

    void add_columns(const SideBySide& columns, flow::Sheet& sheet) {
        const std::size_t page = columns.right.front().page;
        add_furniture(page, sheet);
        const Frame& whole = frame(page);
        const bool head = columns.kind == flow::TableKind::letterhead;
        flow::Table table;
        table.kind = columns.kind;
        table.keep_with_previous = !head;
        table.widths = {columns.corridor - whole.left, whole.right - columns.corridor};
        flow::Row row;
        const Frame left = head ? around_axis(columns.left, whole, true) : Frame{whole.left, columns.corridor};
        const Frame right = around_axis(columns.right, whole, false);
        row.cells.push_back(cell(columns.left, head ? ColumnKind::letterhead : ColumnKind::recipients, left));
        row.cells.push_back(cell(columns.right, head ? ColumnKind::letterhead : ColumnKind::signer, right));
        std::vector<TextLine> all = columns.left;
        all.insert(all.end(), columns.right.begin(), columns.right.end());
        table.origin = maker_.origin(all);
        table.rows.push_back(std::move(row));
        sheet.blocks.emplace_back(std::move(table));
    }

    void add_table(const TableChain& chain, flow::Sheet& sheet) {
        const PageTable& first = chain.pieces.front();
        add_furniture(first.page, sheet);
        ChainResult joined = join_chain(chain, sight_, document_);
        const Place place{.page = first.page + 1, .box = {first.box.x1, first.box.y1, first.box.x2, first.box.y2}};
        if (joined.rejoined > 0)
            findings_.push_back({"row-rejoined", Severity::note, {{"count", std::to_string(joined.rejoined)}}, place});
        float trust = 1;
        for (const PageTable& piece : chain.pieces) trust = std::min(trust, piece.trust);
        constexpr float sure = 0.75F;
        if (trust < sure)
            findings_.push_back({"table-unsure", Severity::warning, {{"trust", fmt::format("{:.2f}", trust)}}, place});
        sheet.blocks.emplace_back(std::move(joined.table));
        for (flow::Content& text : joined.repeated_headers) {
            flow::Paragraph paragraph = std::get<flow::Paragraph>(std::move(text));
            paragraph.style = furniture_style(paragraph.style);
            sheet.blocks.emplace_back(std::move(paragraph));
        }
    }

    /// The same look as furniture.
    std::uint16_t furniture_style(std::uint16_t index) {
        flow::ParagraphStyle style = document_.styles[index];
        style.tag = flow::Tag::furniture;
        style.name += "Furniture";
        const auto same = std::find(document_.styles.begin(), document_.styles.end(), style);
        const auto place = static_cast<std::uint16_t>(same - document_.styles.begin());
        if (same == document_.styles.end()) document_.styles.push_back(std::move(style));
        return place;
    }

    void add_contact(const FootNote& contact, flow::Sheet& sheet) {
        sheet.first_footer.emplace_back(flow::Rule{contact.rule, 0, 0, 0.75});
        const std::size_t page = contact.lines.front().page;
        for (const Lines& lines : joiner_.join(contact.lines, ColumnKind::letterhead, frame(page)))
            sheet.first_footer.emplace_back(maker_.paragraph(lines));
    }

    /// One finding for what is the same but for its digits.
    void tell_furniture() {
        struct Seen {
            std::string text;
            std::vector<std::size_t> pages;
            pages::Box box;
        };
        std::map<std::string, Seen> seen;
        for (std::size_t p = 0; p < order_.furniture.size(); ++p)
            for (const TextLine& line : order_.furniture[p].lines) {
                std::string text = text_of(sight_.pages[p], line);
                std::string pattern = text;
                std::erase_if(pattern, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
                Seen& entry = seen[pattern];
                if (entry.pages.empty()) entry.text = std::move(text), entry.box = line.box;
                entry.pages.push_back(p + 1);
            }
        for (const auto& [pattern, entry] : seen) {
            const std::string pages = entry.pages.size() == 1
                                          ? std::to_string(entry.pages.front())
                                          : fmt::format("{}–{}", entry.pages.front(), entry.pages.back());
            findings_.push_back({"furniture-dropped",
                                 Severity::note,
                                 {{"text", entry.text}, {"pages", pages}},
                                 {.page = static_cast<unsigned>(entry.pages.front()),
                                  .box = {entry.box.x1, entry.box.y1, entry.box.x2, entry.box.y2}}});
        }
    }

    const pages::Sight& sight_;
    ReadingOrder order_;
    flow::Document document_;
    Diagnostics findings_;
    Joiner joiner_;
    ParagraphMaker maker_;
    std::size_t next_furniture_ = 0;
};

} // namespace

Result<flow::Document> gather(const pages::Sight& sight) { return Gatherer(sight).run(); }

} // namespace vanthu::gather
