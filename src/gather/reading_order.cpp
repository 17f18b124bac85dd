#include "gather/reading_order.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vanthu::gather {
namespace {

std::vector<std::uint32_t> words_of(const PageTable& table) {
    std::vector<std::uint32_t> words;
    for (const PageCell& cell : table.cells) words.insert(words.end(), cell.words.begin(), cell.words.end());
    return words;
}

std::vector<std::uint32_t> words_outside(const pages::SeenPage& page, const std::vector<PageTable>& tables) {
    std::vector<bool> inside(page.words.size());
    for (const PageTable& table : tables)
        for (const std::uint32_t word : words_of(table)) inside[word] = true;
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < page.words.size(); ++i)
        if (!inside[i]) result.push_back(i);
    return result;
}

class Orderer {
  public:
    explicit Orderer(const pages::Sight& sight) : sight_(sight) {}

    ReadingOrder run() {
        read_pages();
        order_.furniture = take_furniture(sight_, lines_);
        order_.frames = find_frames(sight_, lines_);
        widen_by_tables();
        order_.habits = find_habits(lines_, order_.frames);
        drop_false_tables();
        const std::vector<bool> begins = sheet_begins(sight_, lines_, order_.frames, order_.furniture);
        for (std::size_t p = 0; p < lines_.size(); ++p) {
            if (begins[p]) begin_sheet(p);
            order_.sheets.back().last_page = p;
        }
        chain();
        std::size_t sheet = 0;
        for (std::size_t p = 0; p < lines_.size(); ++p) {
            if (p > order_.sheets[sheet].last_page) ++sheet;
            add_page(p, order_.sheets[sheet].parts);
        }
        return std::move(order_);
    }

  private:
    void read_pages() {
        for (std::uint32_t p = 0; p < sight_.pages.size(); ++p) {
            const PageTable* before = p > 0 && !tables_.back().empty() ? &tables_.back().back() : nullptr;
            std::vector<PageTable> tables = find_tables(sight_.pages[p], p, before);
            lines_.push_back(lines_of(sight_.pages[p], p, words_outside(sight_.pages[p], tables)));
            tables_.push_back(std::move(tables));
        }
    }

    /// Few lines show less of the block of text than a table that fills it.
    void widen_by_tables() {
        for (std::size_t p = 0; p < tables_.size(); ++p)
            for (const PageTable& table : tables_[p]) {
                const double width = table.box.x2 - table.box.x1;
                if (width < 0.6 * sight_.pages[p].width || lines_[p].size() > 12) continue;
                Frame& frame = order_.frames[p];
                frame.left = std::min(frame.left, table.box.x1);
                frame.right = std::max(frame.right, table.box.x2);
            }
    }

    /// Columns by white space may be a letterhead or a signature.
    void drop_false_tables() {
        for (std::size_t p = 0; p < tables_.size(); ++p)
            std::erase_if(tables_[p], [&](const PageTable& table) {
                if (table.evidence != TableEvidence::aligned || !stands_in_columns(p, table)) return false;
                std::vector<std::uint32_t> words = words_of(table);
                for (const TextLine& line : lines_[p]) words.insert(words.end(), line.words.begin(), line.words.end());
                lines_[p] = lines_of(sight_.pages[p], static_cast<std::uint32_t>(p), words);
                return true;
            });
    }

    bool stands_in_columns(std::size_t p, const PageTable& table) const {
        std::vector<std::uint32_t> words = words_of(table);
        for (const TextLine& line : lines_[p]) words.insert(words.end(), line.words.begin(), line.words.end());
        const std::vector<TextLine> lines = lines_of(sight_.pages[p], static_cast<std::uint32_t>(p), words);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].baseline > table.box.y2) break;
            const auto columns = columns_at(sight_.pages[p], lines, i, order_.frames[p]);
            if (!columns) continue;
            if (lines[columns->last - 1].baseline > table.box.y1) return true;
            i = columns->last - 1;
        }
        return false;
    }

    void begin_sheet(std::size_t p) {
        SheetParts sheet;
        sheet.first_page = sheet.last_page = p;
        sheet.top_mark = take_top_mark(sight_.pages[p], lines_[p], order_.frames[p]);
        sheet.contact = take_contact(sight_.pages[p], lines_[p], order_.frames[p], order_.habits.size);
        order_.sheets.push_back(std::move(sheet));
    }

    void chain() {
        std::vector<PageTable> all;
        for (std::vector<PageTable>& page : tables_) {
            std::sort(page.begin(), page.end(),
                      [](const PageTable& a, const PageTable& b) { return a.box.y1 < b.box.y1; });
            all.insert(all.end(), page.begin(), page.end());
        }
        order_.chains = chain_tables(
            std::move(all), [&](const PageTable& above, const PageTable& below) { return text_between(above, below); });
        for (const TableChain& chain : order_.chains) starts_[chain.pieces.front().page].push_back(&chain);
    }

    bool text_between(const PageTable& above, const PageTable& below) const {
        for (std::uint32_t p = above.page; p <= below.page; ++p)
            for (const TextLine& line : lines_[p]) {
                const bool behind = p > above.page || line.baseline > above.box.y2;
                const bool before = p < below.page || line.baseline < below.box.y1;
                if (behind && before) return true;
            }
        return false;
    }

    void add_page(std::size_t p, std::vector<Part>& parts) {
        const std::vector<TextLine>& lines = lines_[p];
        std::vector<const TableChain*> tables = starts_[p];
        std::sort(tables.begin(), tables.end(), [](const TableChain* a, const TableChain* b) {
            return a->pieces.front().box.y1 < b->pieces.front().box.y1;
        });
        std::size_t table = 0;
        const auto add_tables = [&](double above) {
            for (; table < tables.size() && tables[table]->pieces.front().box.y1 < above; ++table)
                parts.emplace_back(tables[table]);
        };
        for (std::size_t i = 0; i < lines.size();) {
            add_tables(lines[i].baseline);
            auto columns = columns_at(sight_.pages[p], lines, i, order_.frames[p]);
            if (!columns) {
                parts.emplace_back(lines[i++]);
                continue;
            }
            i = columns->last;
            parts.emplace_back(std::move(*columns));
        }
        add_tables(1e9);
    }

    const pages::Sight& sight_;
    ReadingOrder order_;
    PageLines lines_;
    std::vector<std::vector<PageTable>> tables_;
    std::map<std::size_t, std::vector<const TableChain*>> starts_;
};

} // namespace

ReadingOrder reading_order(const pages::Sight& sight) { return Orderer(sight).run(); }

} // namespace vanthu::gather
