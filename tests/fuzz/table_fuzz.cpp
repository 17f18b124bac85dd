// Any lines and words: tables are found and joined; every cell stands inside its grid, no word is in two cells.
#include "gather/page_table.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace vanthu;

namespace {

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

class Bytes {
  public:
    Bytes(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

    bool empty() const { return left_ == 0; }
    std::uint8_t next() {
        if (left_ == 0) return 0;
        --left_;
        return *data_++;
    }
    /// Half of them on a coarse grid, so that lines and words meet.
    double length() {
        const std::uint8_t byte = next();
        return byte < 128 ? 5.0 * byte : 0.5 * (256 * (byte - 128) + next()) / 30;
    }

  private:
    const std::uint8_t* data_;
    std::size_t left_;
};

void add_line(Bytes& bytes, pages::SeenPage& page) {
    pages::Line line;
    const bool lying = bytes.next() % 2 == 0;
    line.x1 = line.x2 = bytes.length();
    line.y1 = line.y2 = bytes.length();
    (lying ? line.x2 : line.y2) = bytes.length();
    page.lines.push_back(line);
}

void add_word(Bytes& bytes, pages::SeenPage& page) {
    static constexpr const char* texts[] = {"1",     "II",  "a)",   "-",   "việc", "Sở",
                                            "2021-", "(1)", "....", "./.", "TT",   "x,"};
    pages::Word word;
    word.text = texts[bytes.next() % 12];
    word.size = 1 + bytes.next() % 24;
    word.box.x1 = bytes.length();
    word.box.x2 = word.box.x1 + 0.5 * word.size * static_cast<double>(word.text.size());
    word.baseline = bytes.length();
    word.box.y1 = word.baseline - word.size;
    word.box.y2 = word.baseline + 0.2 * word.size;
    word.face = static_cast<Face>(bytes.next() % 4);
    word.joined = bytes.next() % 16 == 0;
    page.words.push_back(word);
}

pages::Sight sight_of(Bytes bytes) {
    pages::Sight sight;
    sight.pages.push_back({595, 842, 0, {}, {}, {}, false, false});
    while (!bytes.empty()) {
        const std::uint8_t kind = bytes.next() % 8;
        pages::SeenPage& page = sight.pages.back();
        if (kind == 0 && sight.pages.size() < 20)
            sight.pages.push_back({595, 842, 0, {}, {}, {}, false, false});
        else if (kind < 4)
            add_line(bytes, page);
        else
            add_word(bytes, page);
    }
    return sight;
}

void check(const gather::PageTable& table, const pages::SeenPage& page) {
    const std::size_t columns = table.column_edges.size() - 1, rows = table.row_edges.size() - 1;
    std::vector<bool> taken(page.words.size(), false);
    std::vector<bool> fields(columns * rows, false);
    for (const gather::PageCell& cell : table.cells) {
        require(cell.row + cell.row_span <= static_cast<int>(rows), "cells end with the table");
        require(cell.column + cell.column_span <= static_cast<int>(columns), "cells end with the columns");
        for (std::size_t row = cell.row; row < std::size_t{cell.row} + cell.row_span; ++row)
            for (std::size_t column = cell.column; column < std::size_t{cell.column} + cell.column_span; ++column) {
                require(!fields[row * columns + column], "a field belongs to one cell");
                fields[row * columns + column] = true;
            }
        for (const std::uint32_t word : cell.words) {
            require(word < taken.size() && !taken[word], "a word is in one cell");
            taken[word] = true;
        }
    }
}

void check(const flow::Table& table) {
    for (const flow::Row& row : table.rows) {
        std::size_t columns = 0;
        for (const flow::Cell& cell : row.cells) columns += cell.span;
        require(columns == table.widths.size(), "the spans of a row add up to the columns");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const pages::Sight sight = sight_of(Bytes(data, size));
    std::vector<gather::PageTable> tables;
    gather::PageTable before;
    for (std::uint32_t i = 0; i < sight.pages.size(); ++i) {
        const bool known = !tables.empty();
        if (known) before = tables.back();
        for (gather::PageTable& table : gather::find_tables(sight.pages[i], i, known ? &before : nullptr)) {
            check(table, sight.pages[i]);
            tables.push_back(std::move(table));
        }
    }
    flow::Document document;
    const auto nothing = [](const gather::PageTable&, const gather::PageTable&) { return false; };
    for (const gather::TableChain& chain : gather::chain_tables(std::move(tables), nothing))
        check(gather::join_chain(chain, sight, document).table);
    return 0;
}
