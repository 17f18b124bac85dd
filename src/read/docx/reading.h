// What all steps of reading one document share.
#pragma once

#include "base/diagnostic.h"
#include "flow/flow.h"
#include "read/docx/flow_maker.h"
#include "read/docx/numbering.h"
#include "read/docx/style_sheet.h"

#include <cstddef>
#include <string>
#include <vector>

namespace vanthu::read::docx {

/// A field (17.16): what it says how to compute is skipped, what it showed when the file was saved is text.
struct Field {
    bool in_result = false;
    std::string instruction;
};

struct Reading {
    explicit Reading(Fonts& all_fonts) : fonts(all_fonts), maker(document, all_fonts) {}

    flow::Document document;
    Fonts& fonts;
    StyleSheet styles;
    Numbering numbering;
    FlowMaker maker;
    std::vector<Field> fields;       ///< open ones, outermost first
    std::vector<Piece> carried;      ///< of paragraphs whose end was deleted: they go on in the next one
    std::size_t changes = 0;         ///< tracked ones
    std::size_t objects = 0;         ///< embedded ones and large pictures, without text of their own
    std::vector<std::string> unread; ///< pieces that could not be read: names of parts or elements
};

} // namespace vanthu::read::docx
