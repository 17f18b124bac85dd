// DOCX and ZIP files made of strings, also such as no honest program makes. Nothing is compressed.
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::test {

struct ZipPart {
    std::string name;
    std::string content;
};

inline std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

inline void put_number(std::string& out, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

/// What local header and directory entry have in common, from the version needed to the length of the extra field.
inline void put_zip_facts(std::string& out, const ZipPart& part, unsigned flags) {
    put_number(out, 20, 2);
    put_number(out, flags, 2);
    put_number(out, 0, 2); // stored
    put_number(out, 0x00210000, 4);
    put_number(out, crc32_of(part.content), 4);
    put_number(out, part.content.size(), 4);
    put_number(out, part.content.size(), 4);
    put_number(out, part.name.size(), 2);
    put_number(out, 0, 2);
}

/// With `shift` the directory says that each entry but the first begins that many bytes earlier.
inline Bytes zip_of(const std::vector<ZipPart>& parts, unsigned flags = 0, std::size_t shift = 0) {
    Bytes zip;
    std::string directory;
    for (const ZipPart& part : parts) {
        const std::size_t offset = zip.empty() ? 0 : zip.size() - shift;
        zip += "PK\3\4";
        put_zip_facts(zip, part, flags);
        zip += part.name + part.content;
        directory += "PK\1\2";
        put_number(directory, 20, 2);
        put_zip_facts(directory, part, flags);
        directory.append(10, '\0'); // comment, disk, attributes
        put_number(directory, offset, 4);
        directory += part.name;
    }
    const std::size_t begin = zip.size();
    zip += directory;
    zip += "PK\5\6";
    put_number(zip, 0, 4);
    put_number(zip, parts.size(), 2);
    put_number(zip, parts.size(), 2);
    put_number(zip, directory.size(), 4);
    put_number(zip, begin, 4);
    put_number(zip, 0, 2);
    return zip;
}

inline const char* const word_namespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="wps")";

/// Parts beside the body; empty ones are left out. `styles`, `numbering`, `header` are what stands inside the root.
struct DocxParts {
    std::string body;
    std::string styles;
    std::string numbering;
    std::string header; ///< relationship "rHeader"
    std::string footnotes;
    std::string relationships; ///< more of the document
    std::vector<ZipPart> more;
    std::string main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
};

inline std::vector<ZipPart> parts_of(const DocxParts& docx) {
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/";
    std::string related = docx.relationships;
    std::vector<ZipPart> parts;
    const auto add = [&](const char* kind, const char* root, const std::string& content) {
        if (content.empty()) return;
        const std::string id = kind == std::string("header") ? "rHeader" : std::string("r") + kind;
        related += "<Relationship Id=\"" + id + "\" Type=\"" + type + kind + "\" Target=\"" + kind + ".xml\"/>";
        parts.push_back({std::string("word/") + kind + ".xml",
                         std::string("<") + root + word_namespaces + ">" + content + "</" + root + ">"});
    };
    add("styles", "w:styles", docx.styles);
    add("numbering", "w:numbering", docx.numbering);
    add("header", "w:hdr", docx.header);
    add("footnotes", "w:footnotes", docx.footnotes);
    parts.push_back({"[Content_Types].xml", "<Types xmlns=\"" + package +
                                                "content-types\"><Override PartName=\"/word/document.xml\" "
                                                "ContentType=\"" +
                                                docx.main_type + "\"/></Types>"});
    parts.push_back({"_rels/.rels", "<Relationships xmlns=\"" + package +
                                        "relationships\"><Relationship Id=\"r1\" Type=\"" + type +
                                        "officeDocument\" Target=\"word/document.xml\"/></Relationships>"});
    parts.push_back({"word/_rels/document.xml.rels",
                     "<Relationships xmlns=\"" + package + "relationships\">" + related + "</Relationships>"});
    parts.push_back({"word/document.xml", std::string("<w:document") + word_namespaces + "><w:body>" + docx.body +
                                              "</w:body></w:document>"});
    parts.insert(parts.end(), docx.more.begin(), docx.more.end());
    return parts;
}

inline Bytes docx_of(const DocxParts& docx) { return zip_of(parts_of(docx)); }
inline Bytes docx_of(const std::string& body) {
    DocxParts docx;
    docx.body = body;
    return docx_of(docx);
}

} // namespace vanthu::test
