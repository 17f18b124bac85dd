#include "forms/xml_file.h"

#include "text/unicode.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <algorithm>
#include <stdexcept>

namespace vanthu::forms {
namespace {

struct Problems {
    std::string file;
    Diagnostics found;
};

/// What libxml2 says; it quotes the file, which may hold any bytes.
std::string reason_of(const xmlError& error) {
    std::string reason = error.message ? error.message : "";
    while (!reason.empty() && (reason.back() == '\n' || reason.back() == ' ')) reason.pop_back();
    if (!text::to_nfc(reason))
        std::replace_if(reason.begin(), reason.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
    return reason;
}

/// libxml2 tells errors by callback.
void collect(void* user, xmlErrorPtr error) {
    auto& problems = *static_cast<Problems*>(user);
    problems.found.push_back({"template-broken",
                              Severity::error,
                              {{"reason", reason_of(*error)}},
                              {problems.file, static_cast<std::size_t>(error->line > 0 ? error->line : 0), "", ""}});
}

std::string text_of(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

Node to_node(const xmlNode* element) {
    Node node;
    node.name = text_of(element->name);
    node.line = static_cast<std::size_t>(xmlGetLineNo(element));
    for (const xmlAttr* attribute = element->properties; attribute; attribute = attribute->next)
        if (attribute->children) node.attributes[text_of(attribute->name)] = text_of(attribute->children->content);
    for (const xmlNode* child = element->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) node.children.push_back(to_node(child));
        if (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE) continue;
        node.text += text_of(child->content);
        Node text;
        text.name = "#text";
        text.text = text_of(child->content);
        text.line = node.line;
        node.children.push_back(std::move(text));
    }
    return node;
}

using DocumentPointer = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

} // namespace

struct Schema::Impl {
    xmlRelaxNGPtr grammar = nullptr;
};

Schema::Schema(std::string_view text) : impl_(std::make_unique<Impl>()) {
    xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewMemParserCtxt(text.data(), static_cast<int>(text.size()));
    impl_->grammar = parser ? xmlRelaxNGParse(parser) : nullptr;
    xmlRelaxNGFreeParserCtxt(parser);
    if (!impl_->grammar) throw std::logic_error("templates/template.rng is not a RelaxNG schema");
}

Schema::~Schema() { xmlRelaxNGFree(impl_->grammar); }

Result<Node> Schema::read(std::string_view content, const std::string& file) const {
    Problems problems{file, {}};
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    xmlSetStructuredErrorFunc(&problems, collect);
    const DocumentPointer document(
        xmlCtxtReadMemory(context, content.data(), static_cast<int>(content.size()), nullptr, nullptr, XML_PARSE_NONET),
        xmlFreeDoc);
    xmlFreeParserCtxt(context);
    if (document && document->intSubset)
        problems.found.push_back({"template-broken", Severity::error, {{"reason", "DOCTYPE"}}, {file, 1, "", ""}});
    if (document && problems.found.empty()) {
        xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(impl_->grammar);
        xmlRelaxNGSetValidStructuredErrors(validator, collect, &problems);
        if (xmlRelaxNGValidateDoc(validator, document.get()) != 0 && problems.found.empty())
            problems.found.push_back({"template-broken", Severity::error, {{"reason", "RelaxNG"}}, {file, 1, "", ""}});
        xmlRelaxNGFreeValidCtxt(validator);
    }
    xmlSetStructuredErrorFunc(nullptr, nullptr);
    if (!document || !problems.found.empty()) return Result<Node>::failed(std::move(problems.found));
    return Result<Node>::of(to_node(xmlDocGetRootElement(document.get())));
}

} // namespace vanthu::forms
