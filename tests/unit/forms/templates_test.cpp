#include "base/length.h"
#include "forms/templates.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

Result<forms::Templates> with_office(std::string content, std::string name = "office.xml") {
    const std::vector<forms::OfficeFile> files{{"my/" + name, std::move(content)}};
    return forms::Templates::load(embedded_resources(), files);
}

std::string office(const std::string& body) {
    return "<office xmlns=\"urn:vanthu:template:1\">\n" + body + "\n</office>";
}

std::string argument(const Diagnostic& diagnostic, const std::string& name) {
    for (const Argument& argument : diagnostic.arguments)
        if (argument.name == name) return argument.value;
    return {};
}

} // namespace

TEST_CASE("the built-in templates are valid", "[forms]") {
    const auto templates = forms::Templates::load(embedded_resources(), {});
    REQUIRE(templates);
    CHECK(templates.diagnostics.empty());
    CHECK(templates->kind("decision")->title == "Quyết định");
    CHECK(templates->pages.at("portrait").left == Approx(mm(30)));
    CHECK(templates->kind("appendix")->sheet.child("outline") != nullptr);
}

TEST_CASE("an office changes sizes, margins, issuer, recipients and wording within the decree's ranges", "[forms]") {
    const auto templates = with_office(office(R"(<issuer parent="UBND TỈNH X" name="SỞ Y"/>
        <recipients><recipient>Như Điều 3;</recipient></recipients>
        <page name="portrait" left="35mm"/> <style name="BodyText" size="13pt" indent="10mm" line="1.2"/>
        <wording name="appendix-label">Phụ lục số</wording>)"));
    REQUIRE(templates);
    CHECK(templates->pages.at("portrait").left == Approx(mm(35)));
    CHECK(templates->styles[templates->style("BodyText")].size == 13);
    CHECK(templates->styles[templates->style("BodyText")].first_indent == Approx(mm(10)));
    CHECK(templates->styles[templates->style("BodyText")].line_spacing == Approx(1.2));
    CHECK(templates->wordings.at("appendix-label") == "Phụ lục số");
    model::Document document;
    templates->apply_office(document);
    CHECK(document.issuer == model::Issuer{"UBND TỈNH X", "SỞ Y"});
    CHECK(document.recipients == std::vector<std::string>{"Như Điều 3;"});
}

TEST_CASE("values outside the decree's ranges are errors with file and line", "[forms]") {
    const auto templates =
        with_office(office("<page name=\"portrait\" left=\"20mm\"/>\n<style name=\"BodyText\" size=\"12pt\"/>"));
    REQUIRE_FALSE(templates);
    REQUIRE(templates.diagnostics.size() == 2);
    CHECK(templates.diagnostics[0].code == "template-range");
    CHECK(templates.diagnostics[0].place.file == "my/office.xml");
    CHECK(templates.diagnostics[0].place.line == 2);
    CHECK(templates.diagnostics[1].place.line == 3);
    CHECK(argument(templates.diagnostics[1], "range") == "13pt 14pt");
}

TEST_CASE("a gap below 6 pt in the body is refused", "[forms]") {
    const auto templates = with_office(office("<style name=\"BodyText\" before=\"4pt\"/>"));
    REQUIRE_FALSE(templates);
    CHECK(templates.diagnostics.at(0).code == "template-range");
}

TEST_CASE("a broken template is an error with file and line", "[forms]") {
    const std::string broken[] = {office("<page name=\"portrait\" colour=\"red\"/>"),
                                  office("<page name=\"portrait\""),
                                  "",
                                  "no XML",
                                  "<!DOCTYPE office [<!ENTITY a \"b\">]>" + office(""),
                                  "<template xmlns=\"urn:vanthu:template:1\" kind=\"x\" title=\"X\"/>"};
    for (const std::string& content : broken) {
        const auto templates = with_office(content);
        REQUIRE_FALSE(templates);
        CHECK(templates.diagnostics.at(0).code == "template-broken");
        CHECK(templates.diagnostics.at(0).place.file == "my/office.xml");
    }
    CHECK(with_office(broken[0]).diagnostics.at(0).place.line == 2);
}

TEST_CASE("names that do not exist are errors", "[forms]") {
    CHECK(with_office(office("<style name=\"Nothing\" size=\"13pt\"/>")).diagnostics.at(0).code ==
          "template-unknown-name");
    CHECK(with_office(office("<wording name=\"nothing\">x</wording>")).diagnostics.at(0).code ==
          "template-unknown-name");
    const auto kind = with_office(R"(<template xmlns="urn:vanthu:template:1" kind="note" title="N">
        <sheet page="portrait"><paragraph style="Nothing">x</paragraph><include part="nowhere"/></sheet></template>)",
                                  "note.xml");
    REQUIRE_FALSE(kind);
    CHECK(kind.diagnostics.size() == 2);
}

TEST_CASE("a letterhead has a cell for each width in each row", "[forms]") {
    const auto with_cells = [](const std::string& cells) {
        return with_office(R"(<template xmlns="urn:vanthu:template:1" kind="note" title="N"><sheet page="portrait">
            <letterhead widths="40 60"><row>)" +
                               cells + "</row></letterhead></sheet></template>",
                           "note.xml");
    };
    CHECK(with_cells("<cell/><cell/>"));
    for (const char* cells : {"<cell/>", "<cell/><cell/><cell/>"}) {
        const auto templates = with_cells(cells);
        REQUIRE_FALSE(templates);
        CHECK(templates.diagnostics.at(0).code == "template-cell-count");
        CHECK(templates.diagnostics.at(0).place.line == 2);
    }
}

TEST_CASE("there is one base, with both pages", "[forms]") {
    std::string base(embedded_resource("templates/base.xml"));
    CHECK(with_office(base, "base.xml"));
    CHECK(with_office(base, "second.xml").diagnostics.at(0).code == "template-broken");
    CHECK(with_office("<base", "base.xml").diagnostics.size() ==
          1); // and no word on the names that are missing without it
    base.replace(base.find("name=\"landscape\""), 16, "name=\"lying\"");
    const auto without = with_office(base, "base.xml");
    REQUIRE_FALSE(without);
    CHECK(argument(without.diagnostics.at(0), "name") == "landscape");
}

TEST_CASE("an office may add a kind", "[forms]") {
    const auto templates = with_office(R"(<template xmlns="urn:vanthu:template:1" kind="note" title="Ghi chú">
        <sheet page="portrait"><paragraph style="BodyText">{subject}</paragraph></sheet></template>)",
                                       "note.xml");
    REQUIRE(templates);
    CHECK(templates->kind("note") != nullptr);
    CHECK(templates->kind("decision") != nullptr);
}
