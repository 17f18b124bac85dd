#include "text/spelling.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using text::spelling;

TEST_CASE("one word has one spelling", "[spelling]") {
    CHECK(spelling("Ủy ban") == "uyr ban");
    CHECK(spelling("UỶ  BAN") == spelling("Ủy\u00A0ban"));
    CHECK(spelling("HOÀ") == spelling("hòa"));
    CHECK(spelling("Quý I – Đường") == "quys i - dduwowngf");
    CHECK(spelling("số 5, §") == "soos 5, §");
}

TEST_CASE("words are found whole and lead back to the text", "[spelling]") {
    const std::string text = "Sở Tài chính và Sở Y tế";
    const text::Spelled spelled = text::spell_out(text);
    const std::size_t at = spelled.find(spelling("SỞ Y"));
    REQUIRE(at != std::string::npos);
    CHECK(text.substr(spelled.places[at]) == "Sở Y tế");
    CHECK(spelled.places[at + spelling("Sở Y").size()] == text.find(" tế"));
    CHECK(spelled.find("ta") == std::string::npos);
    CHECK(spelled.find("") == std::string::npos);
    CHECK(spelled.places.size() == spelled.key.size() + 1);
    CHECK(spelled.places.back() == text.size());
}
