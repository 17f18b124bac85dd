#include "unit/ooxml/opened_package.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <zip.h>

#include <memory>
#include <stdexcept>

namespace vanthu::tests {
namespace {

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

constexpr const char* prefixes[][2] = {
    {"w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    {"r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
    {"cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"rel", "http://schemas.openxmlformats.org/package/2006/relationships"},
    {"ct", "http://schemas.openxmlformats.org/package/2006/content-types"},
    {"src", "urn:vanthu:source"},
    {"x", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"},
};

} // namespace

OpenedPackage::OpenedPackage(const Bytes& bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open_from_source(source, ZIP_CHECKCONS, nullptr),
                                                                 &zip_discard);
    if (!archive) throw std::runtime_error("not a ZIP file");
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t status;
        zip_stat_index(archive.get(), index, 0, &status);
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive.get(), index, 0),
                                                                      &zip_fclose);
        std::string content(status.size, '\0');
        if (zip_fread(file.get(), content.data(), content.size()) != static_cast<zip_int64_t>(content.size()))
            throw std::runtime_error("broken part");
        names_.emplace_back(status.name);
        parts_[status.name] = std::move(content);
    }
}

std::vector<std::string> OpenedPackage::strings(const std::string& name, const std::string& xpath) const {
    const std::string& content = part(name);
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(content.data(), static_cast<int>(content.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_HUGE),
        &xmlFreeDoc);
    if (!document) throw std::runtime_error(name + " is not well-formed");
    const std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(xmlXPathNewContext(document.get()),
                                                                                   &xmlXPathFreeContext);
    for (const auto& [prefix, uri] : prefixes) xmlXPathRegisterNs(context.get(), xml(prefix), xml(uri));
    const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found(
        xmlXPathEval(xml(xpath.c_str()), context.get()), &xmlXPathFreeObject);
    if (!found || found->type != XPATH_NODESET) throw std::runtime_error("no node set: " + xpath);
    std::vector<std::string> result;
    for (int i = 0; found->nodesetval != nullptr && i < found->nodesetval->nodeNr; ++i) {
        const std::unique_ptr<xmlChar, decltype(xmlFree)> value(xmlNodeGetContent(found->nodesetval->nodeTab[i]),
                                                                xmlFree);
        result.emplace_back(reinterpret_cast<const char*>(value.get()));
    }
    return result;
}

std::string OpenedPackage::string(const std::string& name, const std::string& xpath) const {
    const std::vector<std::string> found = strings(name, xpath);
    if (found.size() != 1) throw std::runtime_error(std::to_string(found.size()) + " nodes, not one: " + xpath);
    return found.front();
}

} // namespace vanthu::tests
