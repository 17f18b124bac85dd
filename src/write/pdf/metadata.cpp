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
    XmpFacts facts{info.title,    info.author,          info.subject,           info.keywords,
                   info.language, std::string(creator), HaruDocument::library()};
    facts.created = facts.modified = date_time(info.date);
    facts.part = level == PdfLevel::a3a ? 3 : level == PdfLevel::a2a ? 2 : 1;
    facts.is_ua = level != PdfLevel::a1b;
    facts.conformance = facts.is_ua ? 'A' : 'B';
    return xmp_packet(facts);
}

std::string xmp_packet(const XmpFacts& facts) {
    std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">";
    out += alternatives("dc:title", facts.title);
    out += property("dc:creator", facts.author, "<rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq>");
    out += alternatives("dc:description", facts.subject);
    out += property("dc:language", facts.language, "<rdf:Bag><rdf:li>", "</rdf:li></rdf:Bag>");
    out += "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">";
    out += property("xmp:CreatorTool", facts.creator_tool);
    out += property("xmp:CreateDate", facts.created) + property("xmp:ModifyDate", facts.modified);
    out += "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">";
    out += property("pdf:Producer", facts.producer) + property("pdf:Keywords", facts.keywords) + "</rdf:Description>\n";
    if (facts.part != 0)
        out += fmt::format("<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
                           "<pdfaid:part>{}</pdfaid:part><pdfaid:conformance>{}</pdfaid:conformance>"
                           "</rdf:Description>\n",
                           facts.part, facts.conformance);
    if (facts.is_ua) out += ua_claim;
    return out += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

} // namespace vanthu::write
