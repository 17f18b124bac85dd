// Packages and XML as nobody makes them who means well.
#include "ooxml/package_reader.h"
#include "ooxml/xml_reader.h"
#include "ooxml/zip_reader.h"
#include "ooxml/zip_writer.h"
#include "support/docx_file.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;
using test::zip_of;
using test::ZipPart;

namespace {

/// Code and the argument that says why.
std::string why(const Diagnostic& diagnostic) {
    std::string text = diagnostic.code;
    for (const Argument& argument : diagnostic.arguments)
        if (argument.name == "reason" || argument.name == "limit") text += " " + argument.value;
    return text;
}

std::string refusal(const Bytes& zip) {
    const auto opened = ooxml::ZipReader::open(zip);
    return opened ? "" : why(opened.diagnostics.front());
}

class Collector : public ooxml::XmlVisitor {
  public:
    bool enter(const ooxml::XmlElement& element) override { return element.is("a"); }
    void leave(std::string_view) override {}
    void take(const ooxml::XmlElement& element) override {
        seen += std::string(element.name()) + "=" + std::string(element.attribute("v")) + element.text() + ";";
    }
    std::string seen;
};

std::string parse(const std::string& xml, std::string* seen = nullptr) {
    std::size_t at = 0;
    const ooxml::ByteSource source = [&](char* buffer, std::size_t size) {
        const std::size_t count = std::min(size, xml.size() - at);
        std::copy_n(xml.data() + at, count, buffer);
        at += count;
        return count;
    };
    Collector collector;
    const auto problem = ooxml::read_xml(source, "part.xml", collector);
    if (seen) *seen = collector.seen;
    return problem ? problem->code + (problem->code == "docx-limit" ? " " + problem->arguments[0].value : "") : "";
}

std::string read_whole(ooxml::ZipReader& zip, const std::string& name) {
    auto entry = zip.entry(name);
    char buffer[4096];
    while (entry.read(buffer, sizeof buffer) > 0) continue;
    return entry.problem() ? why(*entry.problem()) : "";
}

} // namespace

TEST_CASE("an honest ZIP file is opened and read", "[ooxml][read]") {
    const Bytes bytes = zip_of({{"a.xml", "one"}, {"b/c.xml", "two"}});
    auto zip = ooxml::ZipReader::open(bytes);
    REQUIRE(zip);
    CHECK(zip->names() == std::vector<std::string>{"a.xml", "b/c.xml"});
    CHECK(zip->has("b/c.xml"));
    CHECK_FALSE(zip->has("c.xml"));
    char buffer[10];
    auto entry = zip->entry("b/c.xml");
    REQUIRE(entry.read(buffer, 10) == 3);
    CHECK(std::string(buffer, 3) == "two");
    CHECK(entry.read(buffer, 10) == 0);
    CHECK_FALSE(entry.problem());
}

TEST_CASE("names that lead out of the package are refused", "[ooxml][read]") {
    const std::string name = GENERATE(as<std::string>(), "/abs.xml", "../up.xml", "word/../../up.xml", "word\\up.xml",
                                      "c:/up.xml", std::string("nul\0.xml", 8), "");
    CAPTURE(name);
    CHECK(refusal(zip_of({{"a.xml", ""}, {name, ""}})) == "docx-broken forbidden name");
}

TEST_CASE("names that occur twice are refused, in whatever case", "[ooxml][read]") {
    CHECK(refusal(zip_of({{"a.xml", "1"}, {"a.xml", "2"}})) == "docx-broken duplicate name");
    CHECK(refusal(zip_of({{"a.xml", "1"}, {"A.XML", "2"}})) == "docx-broken duplicate name");
}

TEST_CASE("entries that share bytes are refused", "[ooxml][read]") {
    CHECK(refusal(zip_of({{"a.xml", "1"}, {"b.xml", "2"}}, 0, 5)) == "docx-broken overlapping entries");
}

TEST_CASE("encrypted entries ask for a password", "[ooxml][read]") {
    CHECK(refusal(zip_of({{"a.xml", "1"}}, 1)) == "docx-password");
}

TEST_CASE("bytes that are no ZIP file, or half of one", "[ooxml][read]") {
    const Bytes whole = zip_of({{"a.xml", "1"}, {"b.xml", "2"}});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(refusal(whole.substr(0, size)).empty());
    }
}

TEST_CASE("too many entries", "[ooxml][read]") {
    std::vector<ZipPart> parts;
    for (int i = 0; i < 2001; ++i) parts.push_back({"part" + std::to_string(i), ""});
    CHECK(refusal(zip_of(parts)) == "docx-limit entries");
    parts.pop_back();
    CHECK(refusal(zip_of(parts)).empty());
}

TEST_CASE("a bomb is stopped while it is inflated", "[ooxml][read]") {
    const std::string megabyte(1'000'000, ' ');
    int left = 60;
    const auto bomb = ooxml::write_zip({{"a.xml", [&](ooxml::XmlWriter& xml) {
                                             if (left == 60) xml.open("a");
                                             xml.text(megabyte);
                                             return --left > 0;
                                         }}});
    REQUIRE(bomb);
    auto zip = ooxml::ZipReader::open(*bomb);
    REQUIRE(zip);
    CHECK(read_whole(*zip, "a.xml") == "docx-limit ratio");

    ooxml::ZipLimits limits;
    limits.ratio = 1'000'000;
    zip = ooxml::ZipReader::open(*bomb, limits);
    CHECK(read_whole(*zip, "a.xml") == "docx-limit part-size");

    limits.total_size = 10'000'000;
    zip = ooxml::ZipReader::open(*bomb, limits);
    CHECK(read_whole(*zip, "a.xml") == "docx-limit total-size");
}

TEST_CASE("a broken checksum is found", "[ooxml][read]") {
    Bytes bytes = zip_of({{"a.xml", "content"}});
    bytes[bytes.find("content")] = 'C';
    auto zip = ooxml::ZipReader::open(bytes);
    REQUIRE(zip);
    CHECK(read_whole(*zip, "a.xml").starts_with("docx-broken"));
}

TEST_CASE("XML comes in pieces, names with the usual prefixes", "[ooxml][read]") {
    std::string seen;
    const std::string xml =
        "<a><b v='&amp;#38;&lt;&#38;&amp;'>x &amp; &#x1EBF;</b><q:p xmlns:q='http://schemas.openxmlformats.org/"
        "wordprocessingml/2006/main'>1</q:p><c xmlns='urn:x'><![CDATA[<2>]]></c></a>";
    CHECK(parse(xml, &seen).empty());
    CHECK(seen == "b=&#38;<&&x & ế;w:p=1;{urn:x}c=<2>;");
}

TEST_CASE("any DOCTYPE is refused, and no entity is ever expanded", "[ooxml][read]") {
    std::string seen;
    CHECK(parse("<!DOCTYPE a><a/>") == "docx-broken");
    CHECK(parse("<!DOCTYPE a [<!ENTITY e 'x'>]><a><b>&e;</b></a>", &seen) == "docx-broken");
    CHECK(parse("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a><b>&e;</b></a>", &seen) == "docx-broken");
    CHECK(parse("<!DOCTYPE a SYSTEM 'http://127.0.0.1/x.dtd'><a/>") == "docx-broken");
    CHECK(seen.empty());
    CHECK(parse("<a><b>&e;</b></a>") == "docx-broken");
}

TEST_CASE("XML too deep, or broken", "[ooxml][read]") {
    const auto nested = [](int depth) {
        std::string xml;
        for (int i = 0; i < depth; ++i) xml += "<a>";
        for (int i = 0; i < depth; ++i) xml += "</a>";
        return xml;
    };
    CHECK(parse(nested(250)).empty());
    CHECK(parse(nested(100'000)) == "docx-limit depth");
    CHECK(parse("<a><b></a>") == "docx-broken");
    CHECK(parse("<a>") == "docx-broken");
    CHECK(parse("") == "docx-broken");
    CHECK(parse(std::string("<a>\0</a>", 8)) == "docx-broken");
}

TEST_CASE("references are resolved inside the package and never leave it", "[ooxml][read]") {
    test::DocxParts docx;
    docx.body = "<w:p/>";
    docx.relationships =
        R"(<Relationship Id="x" Type="t/customXml" Target="../customXml/item1.xml"/>)"
        R"(<Relationship Id="y" Type="t/image" Target="http://example.org/a.png" TargetMode="External"/>)"
        R"(<Relationship Id="z" Type="t/image" Target="../../../etc/passwd"/>)";
    const Bytes bytes = docx_of(docx);
    auto package = ooxml::PackageReader::open(bytes);
    REQUIRE(package);
    const auto references = package->references("word/document.xml");
    REQUIRE(references);
    REQUIRE(references->size() == 3);
    CHECK((*references)[0].target == "customXml/item1.xml");
    CHECK((*references)[0].kind == "customXml");
    CHECK((*references)[1].external);
    CHECK((*references)[2].target == "etc/passwd");
    CHECK_FALSE(package->has("etc/passwd"));
}

TEST_CASE("a package with a password is a compound file", "[ooxml][read]") {
    Bytes bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes.resize(512);
    CHECK(ooxml::PackageReader::open(bytes).diagnostics.front().code == "docx-broken");
    for (const char c : std::string("EncryptedPackage")) (bytes += c) += '\0';
    CHECK(ooxml::PackageReader::open(bytes).diagnostics.front().code == "docx-password");
}
