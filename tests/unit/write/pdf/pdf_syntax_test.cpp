#include "write/pdf/pdf_syntax.h"

#include <catch2/catch.hpp>

using namespace vanthu::write;

namespace {

std::string number(double value) {
    std::string out;
    append_hundredths(out, to_hundredths(value));
    return out;
}

} // namespace

TEST_CASE("numbers are as short as they can be", "[pdf]") {
    CHECK(number(0) == "0");
    CHECK(number(14) == "14");
    CHECK(number(12.5) == "12.5");
    CHECK(number(-0.06) == "-0.06");
    CHECK(number(841.894) == "841.89");
    CHECK(number(-3.999) == "-4");
}

TEST_CASE("text strings are ASCII where they can be, else UTF-16", "[pdf]") {
    CHECK(text_string("a (b) \\c") == "(a \\(b\\) \\\\c)");
    CHECK(text_string("Đ") == "<FEFF0110>");
    CHECK(text_string("\U0001D11E") == "<FEFFD834DD1E>");
    CHECK(text_string("a\nb") == "<FEFF0061000A0062>");
}

TEST_CASE("names escape what would end them", "[pdf]") {
    CHECK(name_object("application/json") == "/application#2Fjson");
    CHECK(name_object("a b#") == "/a#20b#23");
}
