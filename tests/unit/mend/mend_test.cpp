#include "mend/mend.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

pages::Word recognised(const std::string& text, double x, double baseline, float trust = 0.8F) {
    pages::Word word;
    word.text = text;
    word.size = 12;
    word.box = {x, baseline - 10, x + 6 * static_cast<double>(text.size()), baseline + 3};
    word.baseline = baseline;
    word.trust = trust;
    return word;
}

/// A ruled table whose first column holds these texts.
pages::Sight table_of(const std::vector<std::string>& ordinals, float trust = 0.8F) {
    pages::SeenPage page;
    page.width = 600;
    page.height = 800;
    const double bottom = 100 + 20 * static_cast<double>(ordinals.size());
    for (const double x : {50.0, 90.0, 550.0}) page.lines.push_back({x, 100, x, bottom, 0.5, false});
    for (std::size_t i = 0; i < ordinals.size(); ++i)
        page.words.push_back(recognised(ordinals[i], 60, 115 + 20 * static_cast<double>(i), trust));
    pages::Sight sight;
    sight.pages.push_back(std::move(page));
    return sight;
}

std::vector<std::string> mended(pages::Sight sight, std::size_t* findings = nullptr) {
    const Diagnostics told = mend::mend(sight);
    if (findings) *findings = told.size();
    std::vector<std::string> texts;
    for (const pages::Word& word : sight.pages[0].words) texts.push_back(word.text);
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("ordinals that do not fit between their neighbours are mended and told", "[mend]") {
    std::size_t findings = 0;
    CHECK(mended(table_of({"I", "1", "Z", "3", "HH", "1", "2"}), &findings) ==
          Texts{"I", "1", "2", "3", "II", "1", "2"});
    CHECK(findings == 2);
    CHECK(mended(table_of({"TT", "HI", "1", "2", "3", "IV", "1", "2"}), &findings) ==
          Texts{"TT", "III", "1", "2", "3", "IV", "1", "2"});
    CHECK(findings == 1);
}

TEST_CASE("a number that was made out is left alone", "[mend]") {
    for (const Texts& texts : {Texts{"1", "2", "5", "6"}, Texts{"1", "2", "2", "4"}, Texts{"7", "3", "9", "4"}}) {
        std::size_t findings = 0;
        CHECK(mended(table_of(texts), &findings) == texts);
        CHECK(findings == 0);
    }
}

TEST_CASE("what was not recognised but read is never touched", "[mend]") {
    const Texts texts{"I", "1", "Z", "3", "HH", "1", "2"};
    CHECK(mended(table_of(texts, 1)) == texts);
}

TEST_CASE("marks follow what the document says in the same words elsewhere", "[mend]") {
    pages::SeenPage page;
    page.width = 600;
    page.height = 800;
    double y = 100;
    const auto line = [&](const Texts& words, float trust) {
        double x = 50;
        for (const std::string& word : words) page.words.push_back(recognised(word, x, y, trust)), x += 60;
        y += 20;
    };
    for (int i = 0; i < 5; ++i) line({"Bộ", "Thông", "tin", "và", "Truyền", "thông;"}, 0.95F);
    line({"Bộ", "Thông", "tin", "và", "Truyên", "thông;"}, 0.5F);
    line({"số", "52", "và", "53;"}, 0.3F);
    pages::Sight sight;
    sight.pages.push_back(page);
    std::size_t findings = 0;
    Texts expected;
    for (const pages::Word& word : page.words) expected.push_back(word.text == "Truyên" ? "Truyền" : word.text);
    CHECK(mended(sight, &findings) == expected);
    CHECK(findings == 1);
}
