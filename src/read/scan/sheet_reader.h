// A prepared sheet read: tables by their cells, the rest as running text. Private to read/scan.
#pragma once

#include "read/scan/prepare.h"
#include "read/scan/recogniser.h"
#include "read/scan/scan_reader.h"
#include "text/look_alike.h"

namespace vanthu::read::scan {

/// Findings as ScanEngine::read() has them, `number` being the page. Takes the tables out of the sheet.
Result<ScanResult> read_sheet(Sheet& sheet, Recogniser& recogniser, const text::Phrases& phrases, unsigned number);

} // namespace vanthu::read::scan
