#include "text/unicode.h"

#include <catch2/catch.hpp>

using namespace vanthu;

TEST_CASE("decomposed Vietnamese becomes NFC", "[text]") {
    CHECK(text::to_nfc("Ho\xCC\x80"
                       "a") == "Hòa");
    CHECK(text::to_nfc("quye\xCC\x82\xCC\x81t") == "quyết");
}

TEST_CASE("invalid UTF-8 is refused, not repaired", "[text]") {
    CHECK_FALSE(text::to_nfc("bad \xE1\xBA end"));
    CHECK_FALSE(text::to_nfc("\xC0\xAF"));
    CHECK_FALSE(text::to_nfc("\xED\xA0\x80"));
}

TEST_CASE("capitals keep every mark", "[text]") {
    CHECK(text::to_upper("đường, ủy ban, thoả") == "ĐƯỜNG, ỦY BAN, THOẢ");
    CHECK(text::to_lower("ĐẶNG ỶỲ") == "đặng ỷỳ");
    CHECK(text::is_upper("ỦY BAN 12"));
    CHECK_FALSE(text::is_upper("ỦY BAn"));
    CHECK_FALSE(text::is_upper("123"));
}
