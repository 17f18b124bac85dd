// Parts beside the body: headers, footers, notes.
#pragma once

#include "ooxml/package_reader.h"
#include "read/docx/reading.h"
#include "read/docx/section.h"

#include <set>
#include <string>
#include <vector>

namespace vanthu::read::docx {

class FurnitureReader {
  public:
    FurnitureReader(ooxml::PackageReader& package, Reading& reading, const std::vector<ooxml::Reference>& references)
        : package_(package), reading_(reading), references_(references) {}

    /// Puts each header and footer, once in the document, into the sheet that names it first.
    void add(Section& section);

    /// Notes at the end of the sheet: no text that the document would not have without them is lost.
    void add_notes(flow::Sheet& sheet);

  private:
    std::vector<flow::Paragraph> read(const std::string& part, bool as_furniture);
    void append(const std::string& part, flow::Sheet& sheet);

    ooxml::PackageReader& package_;
    Reading& reading_;
    const std::vector<ooxml::Reference>& references_;
    std::set<std::string> seen_;
};

} // namespace vanthu::read::docx
