#include "ooxml/package_writer.h"
#include "ooxml/relationships.h"
#include "unit/ooxml/opened_package.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>

using namespace vanthu;
using ooxml::PackageWriter;
using ooxml::XmlWriter;
using tests::OpenedPackage;

namespace {

PackageWriter package_with(std::function<void(XmlWriter&)> write) {
    PackageWriter package;
    package.relate("", {"urn:main", "a/part.xml"});
    package.add("a/part.xml", "application/x-part+xml", ooxml::whole(std::move(write)));
    return package;
}

OpenedPackage saved(const PackageWriter& package) {
    const Result<Bytes> bytes = package.save();
    REQUIRE(bytes);
    return OpenedPackage(*bytes);
}

/// The time zone of the process, put back at the end.
class TimeZone {
  public:
    explicit TimeZone(const char* name) {
        const char* before = std::getenv("TZ");
        if (before != nullptr) before_ = before;
        setenv("TZ", name, 1);
        tzset();
    }
    ~TimeZone() {
        if (before_.empty())
            unsetenv("TZ");
        else
            setenv("TZ", before_.c_str(), 1);
        tzset();
    }

  private:
    std::string before_;
};

} // namespace

TEST_CASE("a package lists its parts with their types and relationships", "[ooxml]") {
    PackageWriter package = package_with([](XmlWriter& xml) { xml.element("p"); });
    CHECK(package.relate("a/part.xml", {"urn:one", "b.xml"}) == "rId1");
    CHECK(package.relate("a/part.xml", {"urn:two", "c.xml"}) == "rId2");
    const OpenedPackage opened = saved(package);
    CHECK(opened.names() ==
          std::vector<std::string>{"[Content_Types].xml", "_rels/.rels", "a/_rels/part.xml.rels", "a/part.xml"});
    CHECK(opened.string("[Content_Types].xml", "//ct:Override[@PartName='/a/part.xml']/@ContentType") ==
          "application/x-part+xml");
    CHECK(opened.string("_rels/.rels", "//rel:Relationship[@Id='rId1']/@Target") == "a/part.xml");
    CHECK(opened.strings("a/_rels/part.xml.rels", "//@Type") == std::vector<std::string>{"urn:one", "urn:two"});
}

TEST_CASE("markup in text and attributes is escaped", "[ooxml]") {
    const std::string hard = "a < b && \"c\" > 'd' ]]> Đặng ỷ 𝄞";
    const OpenedPackage opened = saved(package_with([&](XmlWriter& xml) {
        const ooxml::Element root(xml, "r", {{"a", hard}, {"n", -7}});
        xml.text(hard);
    }));
    CHECK(opened.string("a/part.xml", "/r") == hard);
    CHECK(opened.string("a/part.xml", "/r/@a") == hard);
    CHECK(opened.string("a/part.xml", "/r/@n") == "-7");
}

TEST_CASE("character data keeps what would end its section", "[ooxml]") {
    const std::string hard = "]]>x]]]]>>\"<&\n]]>";
    const OpenedPackage opened = saved(package_with([&](XmlWriter& xml) {
        const ooxml::Element root(xml, "r");
        xml.character_data(hard);
        xml.character_data("");
        xml.character_data("]]");
        xml.character_data(">");
    }));
    CHECK(opened.string("a/part.xml", "/r") == hard + "]]>");
}

TEST_CASE("a part may come in any number of pieces", "[ooxml]") {
    PackageWriter package;
    int piece = 0;
    constexpr int pieces = 5000;
    package.add("p.xml", "", [&piece](XmlWriter& xml) {
        if (piece == 0) xml.open("r");
        if (piece % 3 != 0) xml.element("i", {{"n", piece}}, std::string(static_cast<std::size_t>(piece % 50), 'x'));
        if (++piece < pieces) return true;
        xml.close();
        return false;
    });
    const OpenedPackage opened = saved(package);
    const std::vector<std::string> numbers = opened.strings("p.xml", "/r/i/@n");
    REQUIRE(numbers.size() == 3333);
    CHECK(numbers.back() == "4999");
}

TEST_CASE("no part needs ZIP64, which not every reader takes", "[ooxml]") {
    const Result<Bytes> bytes = package_with([](XmlWriter& xml) { xml.element("p"); }).save();
    REQUIRE(bytes);
    constexpr std::size_t version_needed = 4;
    constexpr std::size_t extra_length = 28;
    CHECK(static_cast<int>((*bytes)[version_needed]) == 20);
    CHECK(static_cast<int>((*bytes)[extra_length]) == 0);
}

TEST_CASE("the same parts give the same bytes in every time zone", "[ooxml]") {
    const PackageWriter package = package_with([](XmlWriter& xml) { xml.element("p", {}, "văn thư"); });
    const Result<Bytes> here = package.save();
    REQUIRE(here);
    for (const char* zone : {"UTC", "Asia/Ho_Chi_Minh", "America/St_Johns", "Pacific/Kiritimati"}) {
        const TimeZone elsewhere(zone);
        const Result<Bytes> there = package.save();
        REQUIRE(there);
        CHECK(*there == *here);
    }
}

TEST_CASE("every character that XML cannot hold is named with its part", "[ooxml]") {
    const Result<Bytes> bytes = package_with([](XmlWriter& xml) {
                                    const ooxml::Element root(xml, "r", {{"a", "ok\x0B"}});
                                    xml.text("Điều 1\x01 x");
                                    xml.text("again \x01");
                                    xml.text("noncharacter \xEF\xBF\xBE");
                                    xml.text("cut \xE1\xBA");
                                    xml.text(std::string("zero \0 end", 10));
                                    xml.text("tab\tand line\nare fine");
                                }).save();
    REQUIRE_FALSE(bytes);
    std::vector<std::string> causes;
    for (const Diagnostic& each : bytes.diagnostics) {
        CHECK(each.code == "docx-failed");
        CHECK(each.place.part == "a/part.xml");
        REQUIRE(each.arguments.size() == 1);
        CHECK(each.arguments.front().name == "cause");
        causes.push_back(each.arguments.front().value);
    }
    CHECK(causes == std::vector<std::string>{"U+000B “ok”", "U+0001 “Điều 1”", "U+FFFE “noncharacter ”", "UTF-8 “cut ”",
                                             "U+0000 “zero ”"});
}

TEST_CASE("an exception of a part's writer comes through libzip unharmed", "[ooxml]") {
    const PackageWriter package = package_with([](XmlWriter&) { throw std::length_error("mine"); });
    CHECK_THROWS_AS(package.save(), std::length_error);
}

TEST_CASE("relationships of a part stand beside it", "[ooxml]") {
    CHECK(ooxml::relationships_name("") == "_rels/.rels");
    CHECK(ooxml::relationships_name("word/document.xml") == "word/_rels/document.xml.rels");
}
