// What flow.h promises of any flow that was read; for fuzz targets.
#pragma once

#include "flow/flow.h"
#include "text/unicode.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace vanthu::test {

inline void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

inline void require_paragraph(const flow::Paragraph& paragraph, const flow::Document& document) {
    require(paragraph.style < document.styles.size(), "styles exist");
    require(paragraph.origin <= document.origins.size(), "origins exist");
    for (const flow::Run& run : paragraph.runs) {
        require(!run.text.empty(), "runs have text");
        require(text::to_nfc(run.text) == run.text, "texts are NFC");
        require(run.style <= document.character_styles.size(), "character styles exist");
    }
}

inline void require_table(const flow::Table& table, const flow::Document& document) {
    for (const flow::Row& row : table.rows) {
        std::size_t columns = 0;
        for (const flow::Cell& cell : row.cells) {
            require(cell.span > 0, "cells have a width");
            columns += cell.span;
            require(cell.row_span > 0 || cell.content.empty(), "covered cells are empty");
            for (const flow::Content& content : cell.content)
                if (const auto* paragraph = std::get_if<flow::Paragraph>(&content))
                    require_paragraph(*paragraph, document);
        }
        require(columns == table.widths.size(), "the spans add up to the number of columns");
    }
}

inline void require_flow(const flow::Document& document) {
    require(!document.sheets.empty(), "there is a sheet");
    for (const flow::Sheet& sheet : document.sheets)
        for (const flow::Block& block : sheet.blocks) {
            if (const auto* paragraph = std::get_if<flow::Paragraph>(&block)) require_paragraph(*paragraph, document);
            if (const auto* table = std::get_if<flow::Table>(&block)) require_table(*table, document);
        }
}

} // namespace vanthu::test
