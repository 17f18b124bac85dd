#include "read/json/json_lines.h"
#include "support/json.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

std::vector<std::string> problems(std::string_view json) { return test::described(test::read_json(json).diagnostics); }

/// A document without fault, with `members` in front of the others.
std::string document_with(const std::string& members) {
    return "{" + members +
           R"("kind":"decision","symbol":"QĐ-UBND","place":"Huế","subject":"Về việc thử",)"
           R"("articles":[{"number":"1","paragraphs":["Một./."]}],"signature":{"authority":["CHỦ TỊCH"],"name":"Lê Văn A"}})";
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("all problems of a file come at once, each with pointer and line", "[json][bad-input]") {
    const auto reading = test::read_json(R"({
  "kind": "decision",
  "number": 232,
  "symbol": "  ",
  "date": "2021-02-29",
  "subjet": "Về việc thử",
  "place": "Huế",
  "place": "Đà Nẵng",
  "articles": [
    {"number": "1", "paragraphs": []},
    {"number": "2", "paragraphs": ["Một\nhai", "\u0001", 3]}
  ],
  "signature": {"authority": "CHỦ TỊCH"},
  "attachments": [
    {"kind": "programe", "title": "X"},
    {"title": "Y"},
    7,
    {
      "kind": "appendix",
      "table": {
        "columns": [{"title": "STT", "role": "number", "width": 0}, {"title": "B", "role": "task"}],
        "rows": [
          {"kind": "task", "cells": ["1", "2", "3"]},
          {"kind": "section"},
          {"kind": "task", "cells": ["1", "2"]}
        ]
      }
    }
  ],
  "marks": {"urgency": "KHẨN CẤP"},
  "a/b~c": null
})");
    CHECK_FALSE(reading);
    const std::string known =
        " known=kind, type, issuer, number, symbol, place, date, subject, authority, addressees, legal_bases, "
        "enactment, "
        "articles, sections, signature, recipients, attachments, marks, drafter_mark, contact, provenance";
    CHECK(test::described(reading.diagnostics) ==
          Lines{" line 1 missing-field field=subject",
                "/number line 3 wrong-type expected=string found=number",
                "/symbol line 4 empty-text",
                "/date line 5 bad-date value=2021-02-29",
                "/subjet line 6 unknown-field field=subjet suggestion=subject",
                "/place line 8 duplicate-field field=place",
                "/articles/0/paragraphs line 10 too-few-elements minimum=1 found=0",
                "/articles/1/paragraphs/0 line 11 control-character code=U+000A",
                "/articles/1/paragraphs/1 line 11 control-character code=U+0001",
                "/articles/1/paragraphs/2 line 11 wrong-type expected=string found=number",
                "/signature/authority line 13 wrong-type expected=array found=string",
                "/signature line 13 missing-field field=name",
                "/attachments/0/kind line 15 bad-value value=programe allowed=programme, plan, regulation, appendix",
                "/attachments/1 line 16 missing-field field=kind",
                "/attachments/2 line 17 wrong-type expected=object found=number",
                "/attachments/3/table/columns/0/role line 21 bad-value value=number "
                "allowed=ordinal, task, lead, partners, product, time, other",
                "/attachments/3/table/columns/0/width line 21 number-out-of-range value=0 minimum=5 maximum=250",
                "/attachments/3/table/rows/0/cells line 23 wrong-cell-count found=3 expected=2",
                "/attachments/3/table/rows/1 line 24 missing-field field=text",
                "/marks/urgency line 30 bad-value value=KHẨN CẤP allowed=HỎA TỐC, HOẢ TỐC, THƯỢNG KHẨN, KHẨN",
                "/a~1b~0c line 31 unexpected-field field=a/b~c" + known});
    for (const Diagnostic& diagnostic : reading.diagnostics) CHECK(diagnostic.place.file == "test.json");
}

TEST_CASE("a document without fault is read", "[json]") {
    CHECK(problems(document_with("")).empty());
    CHECK(problems("\xEF\xBB\xBF" + document_with("")).empty());
    const auto draft =
        test::read_json(document_with(R"("number":null,"date":null,"provenance":{"any":[1,{"thing":true}]},)"));
    REQUIRE(draft);
    CHECK(draft->number.empty());
    CHECK_FALSE(draft->date);
}

TEST_CASE("texts come out in NFC, whatever they came in", "[json]") {
    const auto composed = test::read_json(document_with(R"("contact":"Số 1, đường Hòa Bình, ưỡn",)"));
    const auto decomposed =
        test::read_json(document_with("\"contact\":\"So\xCC\x82\xCC\x81 1, đươ\xCC\x80ng Ho\xCC\x80\x61 "
                                      "Bi\xCC\x80nh, u\xCC\x9Bo\xCC\x9B\xCC\x83n\","));
    const auto escaped = test::read_json(
        document_with(R"("contact":"S\u1ed1 1, \u0111\u01b0\u1eddng H\u00f2a Bi\u0300nh, \u01b0\u1ee1n",)"));
    REQUIRE(composed);
    REQUIRE(decomposed);
    REQUIRE(escaped);
    CHECK(composed->contact == "Số 1, đường Hòa Bình, ưỡn");
    CHECK(*decomposed == *composed);
    CHECK(*escaped == *composed);
}

TEST_CASE("what is no JSON is said with line and column in characters", "[json][bad-input]") {
    CHECK(problems("") == Lines{" line 1 json-empty"});
    CHECK(problems(" \r\n") == Lines{" line 1 json-empty"});
    CHECK(problems(std::string("\xFF\xFE{\0}\0", 6)) == Lines{" line 1 json-utf16"});
    CHECK(problems(std::string("{\0}\0", 4)) == Lines{" line 1 json-utf16"});
    CHECK(problems("{\"kind\": \"Đề án\"") == Lines{" line 1 json-truncated line=1 column=17"});
    CHECK(problems("{\n\"đđ\": }") == Lines{" line 2 json-syntax line=2 column=7 found=}"});
    CHECK(problems("{\n\"a\": \"b}\n") == Lines{" line 2 json-syntax line=2 column=9 found=U+000A"});
    CHECK(problems("{\"a\": \"b}") == Lines{" line 1 json-truncated line=1 column=7"});
    CHECK(problems("{} {}") == Lines{" line 1 json-syntax line=1 column=4 found={}"});
    CHECK(problems(std::string("{}\0{}", 5)) == Lines{" line 1 json-syntax line=1 column=3 found=U+0000{}"});
}

TEST_CASE("a root that is no object is refused", "[json][bad-input]") {
    CHECK(problems("[]") == Lines{" line 1 wrong-type expected=object found=array"});
    CHECK(problems("null") == Lines{" line 1 wrong-type expected=object found=null"});
}

TEST_CASE("invalid UTF-8 is found in every text and never passed on", "[json][bad-input]") {
    CHECK(problems(document_with("\"contact\":\"ab\xE1\xBA\",\"recipients\":[\"\xFF\",\"\\udc00\"],")) ==
          Lines{"/contact line 1 invalid-utf8 text=ab\uFFFD", "/recipients/0 line 1 invalid-utf8 text=\uFFFD",
                "/recipients/1 line 1 invalid-utf8 text=\uFFFD"});
    CHECK(problems(document_with("\"symb\xC0l\":1,")).front() ==
          "/symb\uFFFDl line 1 unknown-field field=symb\uFFFDl suggestion=symbol");
}

TEST_CASE("characters that nobody sees are errors", "[json][bad-input]") {
    CHECK(problems(document_with(R"("contact":"a\u200bb\u00adc\u200bd",)")) ==
          Lines{"/contact line 1 invisible-character code=U+200B", "/contact line 1 invisible-character code=U+00AD"});
}

TEST_CASE("characters that the font lacks are told with their code point", "[json][bad-input]") {
    read::JsonRules rules = test::json_rules();
    rules.covers = [](char32_t character) { return character < 0x2000; };
    const auto reading = read::read_json(document_with(R"("contact":"a漢b漢😀",)"), "-", rules);
    CHECK(test::described(reading.diagnostics) ==
          Lines{"/contact line 1 uncovered-character character=漢 code=U+6F22",
                "/contact line 1 uncovered-character character=😀 code=U+1F600"});
    // A letter typed with a combining mark counts as the composed one.
    rules.covers = [](char32_t character) { return character != 0x300; };
    CHECK(read::read_json(document_with("\"contact\":\"o\xCC\x80\","), "-", rules));
    // What is ignored need not be printable.
    rules.covers = [](char32_t character) { return character < 0x2000; };
    CHECK(read::read_json(document_with(R"("provenance":{"漢":"漢"},)"), "-", rules));
}

TEST_CASE("nesting has a limit", "[json][bad-input]") {
    CHECK(problems(std::string(64, '[') + std::string(64, ']')).front() ==
          " line 1 wrong-type expected=object found=array");
    CHECK(problems(std::string(65, '[')) == Lines{" line 1 too-deep limit=64"});
    CHECK(problems(std::string(1000000, '[')) == Lines{" line 1 too-deep limit=64"});
}

TEST_CASE("the number of messages has a limit", "[json][bad-input]") {
    std::string items;
    for (int i = 0; i < 1500; ++i) items += "1,\n";
    const auto reading = test::read_json(document_with("\"recipients\":[" + items + "\"x\"],"));
    REQUIRE(reading.diagnostics.size() == 1001);
    CHECK(test::described(reading.diagnostics[999]) ==
          "/recipients/999 line 1000 wrong-type expected=string found=number");
    CHECK(test::described(reading.diagnostics[1000]) == " line 0 too-many-problems limit=1000");
}

TEST_CASE("dates must exist", "[json][bad-input]") {
    const auto date = [](const std::string& value) { return problems(document_with("\"date\":\"" + value + "\",")); };
    CHECK(date("2024-02-29").empty());
    CHECK(date("2021-12-31").empty());
    for (const char* bad : {"2021-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "0000-01-01", "25/01/2021",
                            "2021-1-5", "2021-01-25T00:00", "+021-01-01"})
        CHECK(date(bad) == Lines{std::string("/date line 1 bad-date value=") + bad});
}

TEST_CASE("a schema with a keyword that nobody checks is refused", "[json]") {
    const auto reading = read::read_json("{}", "-", {R"({"type":"object","pattern":"x"})", {}});
    CHECK(test::described(reading.diagnostics) == Lines{" line 0 schema-broken reason=pattern"});
}

TEST_CASE("findings about a document get the lines of its JSON", "[json]") {
    const std::string json = "\xEF\xBB\xBF{\n\"a\": [\n1,\n{\"b/c\": 2,\n\"~\": 3}]}";
    Diagnostics diagnostics;
    for (const char* pointer : {"", "/a", "/a/0", "/a/1/b~1c", "/a/1/~0", "/a/2", "/a/x", "/d", "/a/0/0"})
        diagnostics.push_back({"x", Severity::note, {}, {"", 0, pointer, ""}});
    diagnostics.push_back({"x", Severity::note, {}, {"", 77, "/a", ""}});
    read::add_lines(json, diagnostics);
    std::vector<std::size_t> lines;
    for (const Diagnostic& one : diagnostics) lines.push_back(one.place.line);
    // What is not there gets the line of what should hold it.
    CHECK(lines == std::vector<std::size_t>{1, 2, 3, 4, 5, 2, 2, 1, 3, 77});
}

TEST_CASE("a text beyond its limit is refused, letters with marks count once", "[json][bad-input]") {
    const auto with_contact = [](int letters) {
        std::string contact;
        for (int i = 0; i < letters; ++i) contact += "ệ";
        return problems(document_with("\"contact\":\"" + contact + "\","));
    };
    CHECK(with_contact(500).empty());
    CHECK(with_contact(501) == Lines{"/contact line 1 text-too-long limit=500 found=501"});
}
