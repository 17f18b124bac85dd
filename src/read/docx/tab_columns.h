// Texts set side by side by a tab, as people do who do not know of tables: the head of a document, its end.
#pragma once

#include "flow/flow.h"

#include <vector>

namespace vanthu::read::docx {

/// Makes layout tables of them. Before settle_layout().
void columns_of_tabs(std::vector<flow::Block>& blocks, const flow::Document& document);

/// Elsewhere a tab is a space.
void replace_tabs(flow::Document& document);

} // namespace vanthu::read::docx
