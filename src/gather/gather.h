// pages → flow: columns, lines, paragraphs, letterhead and signature, tables joined over pages; running heads, page
// numbers and signature banners set aside as furniture.
#pragma once

#include "base/diagnostic.h"
#include "flow/flow.h"
#include "pages/sight.h"

namespace vanthu::gather {

/// Every word of the sight is in the result once: in a paragraph, a cell, or furniture. Paragraph styles are made from
/// what is seen: size, weight, alignment, indents; equal looks share a style.
/// Findings: furniture-dropped (text, pages), table-unsure (trust), row-rejoined (count).
Result<flow::Document> gather(const pages::Sight& sight);

} // namespace vanthu::gather
