#include "fonts/manifest.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace vanthu::fonts {
namespace {

constexpr std::string_view manifest_namespace = "urn:vanthu:fonts:1";

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

struct BrokenManifest {
    std::size_t line;
    std::string what; ///< the element or attribute that is wrong
};

bool is_element(const xmlNode* node, std::string_view name) {
    return node->type == XML_ELEMENT_NODE && view(node->name) == name && node->ns &&
           view(node->ns->href) == manifest_namespace;
}

[[noreturn]] void broken(const xmlNode* node, std::string_view what) {
    throw BrokenManifest{static_cast<std::size_t>(xmlGetLineNo(node)), std::string(what)};
}

std::string attribute(const xmlNode* node, const char* name) {
    xmlChar* value = xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name));
    std::string result(view(value));
    xmlFree(value);
    return result;
}

std::string required(const xmlNode* node, const char* name) {
    std::string value = attribute(node, name);
    if (value.empty()) broken(node, name);
    return value;
}

std::string content(const xmlNode* node) {
    xmlChar* value = xmlNodeGetContent(node);
    std::string result(view(value));
    xmlFree(value);
    return result;
}

template <class Visitor> void for_each_child(const xmlNode* parent, std::string_view name, Visitor visit) {
    for (const xmlNode* node = parent->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        if (!is_element(node, name)) broken(node, view(node->name));
        visit(node);
    }
}

Face face_of_role(const xmlNode* node) {
    const std::string role = required(node, "role");
    constexpr std::array<std::string_view, face_count> roles = {"regular", "bold", "italic", "bold-italic"};
    const auto found = std::find(roles.begin(), roles.end(), role);
    if (found == roles.end()) broken(node, role);
    return static_cast<Face>(found - roles.begin());
}

Family read_family(const xmlNode* node) {
    Family family;
    family.name = required(node, "name");
    family.package = required(node, "package");
    family.requested_only = attribute(node, "requested-only") == "true";
    for_each_child(node, "face", [&](const xmlNode* face) {
        auto& files = family.files[static_cast<std::size_t>(face_of_role(face))];
        for_each_child(face, "file", [&](const xmlNode* file) { files.push_back(content(file)); });
    });
    for (const auto& files : family.files)
        if (files.empty()) broken(node, family.name);
    return family;
}

Diagnostic manifest_broken(std::size_t line, std::string what) {
    Diagnostic diagnostic;
    diagnostic.code = "font-manifest-broken";
    diagnostic.arguments = {{"what", std::move(what)}};
    diagnostic.place.file = "fonts/manifest.xml";
    diagnostic.place.line = line;
    return diagnostic;
}

} // namespace

Result<std::vector<Family>> read_manifest(std::string_view xml) {
    using Families = Result<std::vector<Family>>;
    const std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxtPtr)> parser(xmlNewParserCtxt(), xmlFreeParserCtxt);
    const std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document(
        xmlCtxtReadMemory(parser.get(), xml.data(), static_cast<int>(xml.size()), "", nullptr,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
        xmlFreeDoc);
    if (!document) {
        const auto line = static_cast<std::size_t>(std::max(parser->lastError.line, 0));
        return Families::failed(manifest_broken(line, "XML"));
    }
    try {
        const xmlNode* root = xmlDocGetRootElement(document.get());
        if (!is_element(root, "fonts")) broken(root, view(root->name));
        std::vector<Family> families;
        for_each_child(root, "family", [&](const xmlNode* node) { families.push_back(read_family(node)); });
        if (families.empty()) broken(root, "family");
        return Families::of(std::move(families));
    } catch (const BrokenManifest& error) {
        return Families::failed(manifest_broken(error.line, error.what));
    }
}

} // namespace vanthu::fonts
