#include "write/layer/hidden_text.h"

#include <catch2/catch.hpp>

using namespace vanthu::write;

TEST_CASE("text objects of which nothing is seen go", "[layer]") {
    CHECK(without_hidden_text("q /Im Do Q BT 3 Tr /F1 9 Tf (a) Tj 1 2 Td [(b)] TJ ET", 0) == "q /Im Do Q");
    CHECK(without_hidden_text("3 Tr BT (a) Tj ET BT (b) ' ET", 0) == "3 Tr");
    CHECK(without_hidden_text("BT (a) Tj ET", 3).empty());
}

TEST_CASE("what is seen stays byte by byte", "[layer]") {
    for (const char* content :
         {"BT /F1 9 Tf (seen) Tj ET", "q 3 Tr Q BT (seen) Tj ET", "BT 3 Tr (no) Tj 0 Tr (seen) Tj ET",
          "BT 7 Tr (clips) Tj ET", "BI /W 1 /H 1 ID BT 3 Tr (x) Tj ET EI\nBT (seen) Tj ET"}) {
        CAPTURE(content);
        CHECK(without_hidden_text(content, 0) == content);
    }
}

TEST_CASE("state that later text may need stays", "[layer]") {
    CHECK(without_hidden_text("BT 3 Tr /F1 9 Tf (no) Tj ET BT 0 Tr (seen) Tj ET", 0) ==
          " 3 Tr /F1 9 Tf BT 0 Tr (seen) Tj ET");
    CHECK(without_hidden_text("BT 3 Tr 1 0 0 rg (no) Tj ET 0 0 9 9 re f", 0) == " 1 0 0 rg 0 0 9 9 re f");
    CHECK(without_hidden_text("/P <</MCID 0>> BDC BT 3 Tr (no) Tj ET EMC", 0) == "/P <</MCID 0>> BDC EMC");
}

TEST_CASE("what a content stream uses", "[layer]") {
    const ContentUse use =
        content_use("/A Do 3 Tr /B Do BT /F1 9 Tf (no) Tj 0 Tr /F2 9 Tf (yes) Tj /B Do ET 0 0 0 1 k /CS cs", 0);
    CHECK(use.has_hidden_text);
    CHECK(use.named_fonts == std::set<std::string>{"F1", "F2"});
    CHECK(use.visible_fonts == std::set<std::string>{"F2"});
    CHECK(use.forms == std::map<std::string, int>{{"A", 0}, {"B", -1}});
    CHECK(use.colour_spaces == std::set<std::string>{"CS", "DeviceCMYK"});
}
