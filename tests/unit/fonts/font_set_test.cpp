#include "base/resources.h"
#include "fonts/font_set.h"
#include "text/unicode.h"
#include "unit/write/pdf/sample_pages.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

using namespace vanthu;
using fonts::FontSet;
using sample::font_set;

namespace {

std::vector<char32_t> alphabet() {
    std::vector<char32_t> characters;
    for (const std::string_view line : sample::alphabet())
        text::for_each_character(line, [&](char32_t c) { characters.push_back(c); });
    std::sort(characters.begin(), characters.end());
    characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
    return characters;
}

} // namespace

TEST_CASE("widths are those of Times New Roman", "[fonts]") {
    CHECK(font_set().width("a", Face::regular, 1000) == 444);
    CHECK(font_set().width("W", Face::regular, 1000) == 944);
    CHECK(font_set().width(" ", Face::bold_italic, 14) == Approx(3.5));
    CHECK(font_set().width("Hội", Face::bold, 10) == Approx(7.78 + 5 + 2.78));
    CHECK(font_set().width("ỡ", Face::regular, 10) == font_set().width("ơ", Face::regular, 10));
    CHECK(font_set().width("", Face::italic, 14) == 0);
}

TEST_CASE("lines are as high as Word makes them", "[fonts]") {
    CHECK(font_set().line_height(2048) == Approx(1825 + 443 + 87));
    CHECK(font_set().ascent(2048) == Approx(1825 + 87));
}

TEST_CASE("coverage is that of all four faces", "[fonts]") {
    for (const char32_t c : alphabet()) CHECK(font_set().covers(c));
    for (const char32_t c : U"“”–…₫№") CHECK((c == 0 || font_set().covers(c)));
    CHECK_FALSE(font_set().covers(U'中'));
    CHECK_FALSE(font_set().covers(U'\U0001F600'));
}

TEST_CASE("a subset holds the characters asked for, each with a glyph of its own", "[fonts]") {
    const std::vector<char32_t> characters = alphabet();
    for (int i = 0; i < face_count; ++i) {
        const fonts::Subset subset = font_set().subset(static_cast<Face>(i), characters);
        REQUIRE(subset.glyphs.size() == characters.size());
        std::vector<bool> taken(1000);
        for (std::size_t k = 0; k < characters.size(); ++k) {
            const auto& glyph = subset.glyphs[k];
            CHECK(glyph.character == characters[k]);
            CHECK(glyph.id != 0);
            CHECK_FALSE(taken[glyph.id]);
            taken[glyph.id] = true;
        }
        CHECK(subset.truetype.size() < 30000);
    }
}

TEST_CASE("a subset describes its face", "[fonts]") {
    const std::vector<char32_t> characters = {U'a'};
    const fonts::Subset regular = font_set().subset(Face::regular, characters);
    CHECK(regular.postscript_name == "LiberationSerif");
    CHECK(regular.ascent == 891);
    CHECK(regular.descent == -216);
    CHECK(regular.cap_height == Approx(655).margin(10));
    CHECK(regular.italic_angle == 0);
    CHECK(regular.stem_v == 88);
    CHECK(regular.flags == (2 | 4));
    CHECK(regular.box[0] < 0);
    CHECK(regular.box[3] > 891);
    const fonts::Subset slanted = font_set().subset(Face::bold_italic, characters);
    CHECK(slanted.postscript_name == "LiberationSerif-BoldItalic");
    CHECK(slanted.italic_angle < -10);
    CHECK(slanted.flags == (2 | 4 | 64 | 1 << 18));
    CHECK(slanted.stem_v > regular.stem_v);
}

TEST_CASE("several threads cut the same subset", "[fonts]") {
    const std::vector<char32_t> characters = alphabet();
    const Bytes expected = font_set().subset(Face::regular, characters).truetype;
    std::vector<Bytes> results(4);
    std::vector<std::thread> threads;
    for (Bytes& result : results)
        threads.emplace_back([&] { result = font_set().subset(Face::regular, characters).truetype; });
    for (std::thread& thread : threads) thread.join();
    for (const Bytes& result : results) CHECK(result == expected);
}
