// From what a document says to how it reads: model → flow, driven by the templates.
#pragma once

#include "base/diagnostic.h"
#include "base/measure.h"
#include "flow/flow.h"
#include "forms/templates.h"
#include "model/document.h"

#include <cstdint>

namespace vanthu::compose {

/// Whether paragraphs tell the field that they print (flow::Paragraph::source).
enum class Sources : std::uint8_t { none, told };

/// `measure` decides lengths of rules, widths of columns and whether an appendix lies on its side; the same choice then
/// holds for PDF and DOCX. Spaces at which no line may end come out as U+00A0.
/// Errors: unknown-kind (no template), attached-kind (one without signature), template-unknown-name (a {name} of a
/// template that nothing fills), table-too-wide. Warnings: column-too-narrow.
Result<flow::Document> compose(const model::Document& document, const forms::Templates& templates,
                               const Measure& measure, Sources sources = Sources::none);

} // namespace vanthu::compose
