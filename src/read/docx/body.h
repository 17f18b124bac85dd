// word/document.xml as sheets, read as it is inflated: a paragraph or a row of a table at a time.
#pragma once

#include "ooxml/xml_reader.h"
#include "read/docx/blocks.h"
#include "read/docx/reading.h"
#include "read/docx/section.h"
#include "read/docx/table_builder.h"
#include "read/docx/table_kind.h"

#include <optional>
#include <vector>

namespace vanthu::read::docx {

class Body : public ooxml::XmlVisitor {
  public:
    explicit Body(Reading& reading) : reading_(reading), blocks_(reading) {}

    bool enter(const ooxml::XmlElement& element) override;
    void leave(std::string_view name) override;
    void take(const ooxml::XmlElement& element) override;

    /// After the last element: one for each sheet of the document.
    std::vector<Section> finish();

    bool too_wide() const { return too_wide_; } ///< a table with more columns than any has

  private:
    void take_paragraph(const ooxml::XmlElement& element);
    void put(Paragraphs paragraphs);
    void put_table();
    void end_section(const ooxml::XmlElement& properties);

    Reading& reading_;
    Blocks blocks_;
    std::optional<TableBuilder> table_;
    flow::Sheet sheet_;
    std::vector<Section> sections_;
    bool too_wide_ = false;
};

} // namespace vanthu::read::docx
