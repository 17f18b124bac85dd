#include "docx_text.h"

#include "unit/ooxml/opened_package.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <string_view>

namespace vanthu::test {
namespace {

std::string_view name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

std::string attribute(const xmlNode* node, const char* name) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
        xmlGetProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name)), xmlFree);
    return value ? reinterpret_cast<const char*>(value.get()) : "";
}

std::string content(const xmlNode* node) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> text(xmlNodeGetContent(node), xmlFree);
    return reinterpret_cast<const char*>(text.get());
}

class BodyText {
  public:
    std::string of(const xmlNode* body) {
        visit_children(body, "");
        return text_;
    }

  private:
    void visit_children(const xmlNode* parent, const std::string& indent) {
        for (const xmlNode* node = parent->children; node; node = node->next) visit(node, indent);
    }

    void visit(const xmlNode* node, const std::string& indent) {
        const std::string_view name = name_of(node);
        if (name == "p") return paragraph(node, indent);
        if (name == "sectPr") return section(node);
        const bool is_level = name == "tbl" || name == "tr" || name == "tc";
        if (is_level) text_ += indent + std::string(name == "tbl" ? "table" : name == "tr" ? "row" : "cell") + "\n";
        visit_children(node, is_level ? indent + "  " : indent);
    }

    void paragraph(const xmlNode* node, const std::string& indent) {
        style_.clear();
        words_.clear();
        const xmlNode* section_end = nullptr;
        collect(node, section_end);
        text_ += indent + style_ + (words_.empty() ? "" : " | " + words_) + "\n";
        if (section_end) section(section_end);
    }

    void collect(const xmlNode* parent, const xmlNode*& section_end) {
        for (const xmlNode* node = parent->children; node; node = node->next) {
            const std::string_view name = name_of(node);
            if (name == "pStyle") style_ = attribute(node, "val");
            if (name == "tab") words_ += " [tab] ";
            if (name == "br") words_ += " [line] ";
            if (name == "sectPr")
                section_end = node;
            else if (name == "t")
                words_ += content(node);
            else
                collect(node, section_end);
        }
    }

    void section(const xmlNode* node) {
        for (const xmlNode* child = node->children; child; child = child->next)
            if (name_of(child) == "pgSz")
                text_ += "== end of section, " + attribute(child, "w") + " x " + attribute(child, "h") + " twips\n";
    }

    std::string text_, style_, words_;
};

} // namespace

std::string docx_text(const Bytes& docx) {
    const tests::OpenedPackage package(docx);
    const std::string& xml = package.part("word/document.xml");
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET), &xmlFreeDoc);
    return BodyText().of(xmlDocGetRootElement(document.get()));
}

} // namespace vanthu::test
