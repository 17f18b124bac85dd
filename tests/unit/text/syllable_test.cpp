#include "text/syllable.h"
#include "text/unicode.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using text::is_vietnamese_syllable;

TEST_CASE("syllables that Vietnamese has", "[syllable]") {
    for (const char* syllable :
         {"nghiêng", "quyết", "định",  "ủy",    "uỷ",   "hòa",   "hoà",  "thuở",  "khuya", "giếng", "gì",    "giữa",
          "ĐƯỜNG",   "ước",   "yêu",   "quý",   "quốc", "khoăn", "a",    "ngoằn", "xoong", "Lắk",   "khuỷu", "việc",
          "nước",    "tuyển", "quynh", "Huỳnh", "đêm",  "ỉa",    "mười", "hươu",  "quả",   "oẳn",   "loét",  "xuyến"}) {
        INFO(syllable);
        CHECK(is_vietnamese_syllable(syllable));
    }
}

TEST_CASE("strings that cannot be one", "[syllable]") {
    for (const char* other :
         {"",     "đ",   "QĐ",   "ngiêng", "cế",    "các1",  "tôcs",     "ăa", "nghang", "bàt",     "cảc",   "hôà",
          "tìên", "été", "café", "ÖÙng",   "trởng", "được ", "nghiêngg", "qà", "wợ",     "bịa đặt", "không-"}) {
        INFO(other);
        CHECK_FALSE(is_vietnamese_syllable(other));
    }
}

TEST_CASE("every letter of the alphabet is known, small and capital", "[syllable]") {
    int letters = 0;
    for (char32_t c = 0; c <= 0x1FFF; ++c) {
        const auto known = text::letter(c);
        if (!known || !known->is_marked()) continue;
        ++letters;
        CHECK(known->capital == text::is_upper(text::to_utf8(c)));
    }
    CHECK(letters == 134);
}
