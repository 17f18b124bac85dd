#include "ooxml/xml_writer.h"

#include <fmt/format.h>
#include <libxml/chvalid.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlwriter.h>

#include <algorithm>
#include <new>

namespace vanthu::ooxml {
namespace {

const xmlChar* xml_text(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

constexpr std::size_t no_problem = std::string_view::npos;

struct Problem {
    std::size_t at = no_problem;
    std::string character;
};

Problem first_problem(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte < 0x80) {
            ++i;
            continue;
        }
        int length = static_cast<int>(std::min<std::size_t>(4, text.size() - i));
        const int character = byte == 0 ? 0 : xmlGetUTF8Char(xml_text(text.data() + i), &length);
        if (character < 0) return {i, ""};
        if (!xmlIsCharQ(character)) return {i, fmt::format("U+{:04X}", character)};
        i += static_cast<std::size_t>(length);
    }
    return {};
}

/// At most `limit` bytes, whole characters only.
std::string_view beginning(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
    return text.substr(0, limit);
}

} // namespace

struct XmlWriter::Libxml {
    xmlBufferPtr buffer = nullptr;
    xmlTextWriterPtr writer = nullptr;

    Libxml() = default;
    Libxml(const Libxml&) = delete;
    Libxml& operator=(const Libxml&) = delete;
    ~Libxml() {
        xmlFreeTextWriter(writer);
        xmlBufferFree(buffer);
    }
};

XmlWriter::XmlWriter() : libxml_(std::make_unique<Libxml>()) {
    static const bool ready = (xmlInitParser(), true);
    libxml_->buffer = xmlBufferCreate();
    if (ready && libxml_->buffer != nullptr) {
        xmlBufferSetAllocationScheme(libxml_->buffer, XML_BUFFER_ALLOC_DOUBLEIT);
        libxml_->writer = xmlNewTextWriterMemory(libxml_->buffer, 0);
    }
    if (libxml_->writer == nullptr) throw std::bad_alloc();
}

XmlWriter::~XmlWriter() = default;

void XmlWriter::declaration() { check(xmlTextWriterStartDocument(libxml_->writer, nullptr, "UTF-8", "yes")); }

void XmlWriter::attribute(const Attribute& attribute) {
    const Value& value = attribute.value;
    if (value.text() == nullptr) {
        const std::string digits = std::to_string(value.number());
        check(xmlTextWriterWriteAttribute(libxml_->writer, xml_text(attribute.name), xml_text(digits.c_str())));
    } else if (accept(value.text())) {
        check(xmlTextWriterWriteAttribute(libxml_->writer, xml_text(attribute.name), xml_text(value.text())));
    }
}

void XmlWriter::open(const char* name, Attributes attributes) {
    check(xmlTextWriterStartElement(libxml_->writer, xml_text(name)));
    for (const Attribute& each : attributes) attribute(each);
}

void XmlWriter::close() { check(xmlTextWriterEndElement(libxml_->writer)); }

void XmlWriter::element(const char* name, Attributes attributes) {
    open(name, attributes);
    close();
}

void XmlWriter::element(const char* name, Attributes attributes, const std::string& text) {
    open(name, attributes);
    this->text(text);
    close();
}

void XmlWriter::text(const std::string& text) {
    if (accept(text)) check(xmlTextWriterWriteString(libxml_->writer, xml_text(text.c_str())));
}

void XmlWriter::character_data(std::string_view slice) {
    if (slice.empty() || !accept(slice)) return;
    check(xmlTextWriterWriteRaw(libxml_->writer, xml_text("<![CDATA[")));
    // "]]>" would end the section: the next one starts between its two brackets and the rest.
    for (std::size_t end = slice.find("]]>"); end != std::string_view::npos; end = slice.find("]]>")) {
        check(xmlTextWriterWriteRawLen(libxml_->writer, xml_text(slice.data()), static_cast<int>(end + 2)));
        check(xmlTextWriterWriteRaw(libxml_->writer, xml_text("]]><![CDATA[")));
        slice.remove_prefix(end + 2);
    }
    check(xmlTextWriterWriteRawLen(libxml_->writer, xml_text(slice.data()), static_cast<int>(slice.size())));
    check(xmlTextWriterWriteRaw(libxml_->writer, xml_text("]]>")));
}

bool XmlWriter::accept(std::string_view text) {
    Problem problem = first_problem(text);
    if (problem.at == no_problem) return true;
    const bool known = std::any_of(bad_texts_.begin(), bad_texts_.end(),
                                   [&](const BadText& bad) { return bad.character == problem.character; });
    constexpr std::size_t excerpt = 60;
    if (!known)
        bad_texts_.push_back(
            {std::move(problem.character), std::string(beginning(text.substr(0, problem.at), excerpt))});
    return false;
}

std::string_view XmlWriter::pending() const {
    xmlTextWriterFlush(libxml_->writer);
    return {reinterpret_cast<const char*>(xmlBufferContent(libxml_->buffer)),
            static_cast<std::size_t>(xmlBufferLength(libxml_->buffer))};
}

void XmlWriter::clear() { xmlBufferEmpty(libxml_->buffer); }

} // namespace vanthu::ooxml
