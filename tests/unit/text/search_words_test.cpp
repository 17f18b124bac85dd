#include "support/random_document.h"
#include "text/search_words.h"
#include "text/unicode.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

/// Base letter and marks one by one, as macOS and some OCR write them.
std::string decomposed(const std::string& letter) {
    static const std::pair<const char*, const char*> marks[] = {
        {"\u0300", "grave"}, {"\u0309", "hook"}, {"\u0303", "tilde"}, {"\u0301", "acute"},
        {"\u0323", "dot"},   {"\u0302", "roof"}, {"\u0306", "bowl"},  {"\u031B", "horn"}};
    for (char base = 'A'; base <= 'z'; ++base)
        for (const auto& [first, name1] : marks)
            for (const auto& [second, name2] : marks)
                for (const std::string& form : {std::string(1, base) + first, std::string(1, base) + first + second})
                    if (text::to_nfc(form) == letter) return form;
    return letter;
}

} // namespace

TEST_CASE("every Vietnamese letter folds to its base, in NFC, NFD and capitals", "[text][search-words]") {
    std::size_t folded = 0;
    for (const std::string& letter : test::vietnamese_letters()) {
        const std::string base = text::folded_words(letter);
        INFO(letter);
        REQUIRE(base.size() == 1);
        CHECK((base[0] >= 'a' && base[0] <= 'z'));
        CHECK(text::folded_words(decomposed(letter)) == base);
        CHECK(text::folded_words(text::to_lower(letter)) == base);
        CHECK(text::folded_words("x" + decomposed(letter) + "y") == "x" + base + "y");
        folded += letter.size() > 1 ? 1 : 0;
    }
    CHECK(folded == 134); // 67 marked letters, small and capital
    CHECK(text::folded_words("đường Đắk Ðà") == "duong dak da");
    CHECK(text::folded_words("Hoà hòa uỷ ủy") == "hoa hoa uy uy");
}

TEST_CASE("words are runs of letters and digits", "[text][search-words]") {
    CHECK(text::folded_words("Số: 52/QĐ-UBND (ngày 01.02)") == "so 52 qd ubnd ngay 01 02");
    CHECK(text::folded_words("") == "");
    CHECK(text::folded_words("\xFF\xC3 a\x80\xF0\x9F") == "a");
    CHECK(text::folded_words("ng\u00ADười vi\u200Bệt") == "nguoi viet");
    CHECK(text::folded_letters(" 52 / QĐ–UBND ") == "52/qd-ubnd");
    const std::string typed = "  Ủy-ban";
    text::SearchWords words(typed);
    text::SearchWord word;
    REQUIRE(words.next(word));
    CHECK(typed.substr(word.begin, word.end - word.begin) == "Ủy");
    REQUIRE(words.next(word));
    CHECK(word.end == typed.size());
    CHECK(!words.next(word));
}
