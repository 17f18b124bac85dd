#include "write/docx/docx_writer.h"

#include "ooxml/package_writer.h"
#include "write/docx/custom_xml.h"
#include "write/docx/document_part.h"
#include "write/docx/furniture.h"
#include "write/docx/names.h"
#include "write/docx/properties.h"
#include "write/docx/settings_part.h"
#include "write/docx/style_book.h"
#include "write/docx/styles_part.h"

#include <utility>

namespace vanthu::write {

Result<Bytes> write_docx(const flow::Document& document, std::string_view source) {
    using namespace docx;
    using ooxml::XmlWriter;
    constexpr const char* main = "word/document.xml";

    const StyleBook book(document);
    ooxml::PackageWriter package;
    package.relate("", {rel_document, main});
    package.relate("", {rel_core, "docProps/core.xml"});
    package.relate("", {rel_app, "docProps/app.xml"});
    package.relate(main, {rel_styles, "styles.xml"});
    package.relate(main, {rel_settings, "settings.xml"});
    package.relate(main, {rel_font_table, "fontTable.xml"});

    std::vector<Section> sections = add_furniture(package, document, book);
    package.add(main, type_document,
                [part = DocumentPart(document, book, std::move(sections))](XmlWriter& xml) mutable {
                    return part.write_next(xml);
                });
    package.add("word/styles.xml", type_styles,
                ooxml::whole([&](XmlWriter& xml) { write_styles(xml, document, book); }));
    package.add("word/settings.xml", type_settings, ooxml::whole(write_settings));
    package.add("word/fontTable.xml", type_font_table,
                ooxml::whole([&](XmlWriter& xml) { write_font_table(xml, document.font_name); }));
    package.add("docProps/core.xml", type_core,
                ooxml::whole([&](XmlWriter& xml) { write_core_properties(xml, document.info); }));
    package.add("docProps/app.xml", type_app, ooxml::whole(write_app_properties));
    add_source(package, source);
    return package.save();
}

} // namespace vanthu::write
