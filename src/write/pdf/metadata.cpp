#include "write/pdf/metadata.h"

#include "write/pdf/haru_document.h"

#include <fmt/format.h>

namespace vanthu::write {
namespace {

constexpr std::string_view creator = "vanthu " VANTHU_VERSION;

/// PDF/A knows the properties of PDF/UA only by this description of them (ISO 19005-2, 6.6.2.3).
constexpr std::string_view ua_claim =
    R"(<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
)";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

/// A property element, or nothing for an empty value. `open` and `close` wrap the value in its container.
std::string property(std::string_view name, std::string_view value, std::string_view open = "",
                     std::string_view close = "") {
    if (value.empty()) return {};
    return fmt::format("<{0}>{1}{2}{3}</{0}>", name, open, escaped(value), close);
}

std::string alternatives(std::string_view name, std::string_view value) {
    return property(name, value, R"(<rdf:Alt><rdf:li xml:lang="x-default">)", "</rdf:li></rdf:Alt>");
}

std::string date_time(const std::string& iso_date) { return iso_date.empty() ? "" : iso_date + "T00:00:00+07:00"; }

std::string conformance(PdfLevel level) {
    switch (level) {
    case PdfLevel::a3a:
        return "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>";
    case PdfLevel::a2a:
        return "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>";
    default:
        return "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>";
    }
}

std::string entry(std::string_view key, std::string_view value) {
    return value.empty() ? "" : fmt::format("/{} {}\n", key, text_string(value));
}

} // namespace

std::string pdf_date(const std::string& iso_date) {
    if (iso_date.empty()) return {};
    return "D:" + iso_date.substr(0, 4) + iso_date.substr(5, 2) + iso_date.substr(8, 2) + "000000+07'00'";
}

std::string info_entries(const flow::Info& info) {
    const std::string date = pdf_date(info.date);
    return entry("Title", info.title) + entry("Author", info.author) + entry("Subject", info.subject) +
           entry("Keywords", info.keywords) + entry("Creator", creator) + entry("CreationDate", date) +
           entry("ModDate", date);
}

std::string xmp_packet(const flow::Info& info, PdfLevel level) {
    const std::string date = date_time(info.date);
    std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">";
    out += alternatives("dc:title", info.title);
    out += property("dc:creator", info.author, "<rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq>");
    out += alternatives("dc:description", info.subject);
    out += property("dc:language", info.language, "<rdf:Bag><rdf:li>", "</rdf:li></rdf:Bag>");
    out += "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">";
    out += property("xmp:CreatorTool", creator);
    out += property("xmp:CreateDate", date) + property("xmp:ModifyDate", date);
    out += "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">";
    out += property("pdf:Producer", HaruDocument::library()) + property("pdf:Keywords", info.keywords);
    out += "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">";
    out += conformance(level) + "</rdf:Description>\n";
    if (level != PdfLevel::a1b) out += ua_claim;
    return out += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

} // namespace vanthu::write
