#include "archive/search_query.h"
#include "archive/word_finder.h"

#include <catch2/catch.hpp>

using namespace vanthu::archive;

TEST_CASE("a query is words, phrases and numbers", "[archive][query]") {
    const SearchQuery query = parse_query("Ủy ban \"hợp tác xã\" 052/QĐ-UBND, ngày 12/3/2021");
    REQUIRE(query.terms.size() == 6);
    CHECK(query.terms[0].folded == std::vector<std::string>{"uy"});
    CHECK(query.terms[2].folded == std::vector<std::string>{"hop", "tac", "xa"});
    CHECK(query.terms[2].quoted);
    CHECK(query.terms[3].folded == std::vector<std::string>{"052", "qd", "ubnd"});
    CHECK(query.numbers == std::vector<std::string>{"52/qd-ubnd"});
    CHECK(query.date == "2021-03-12");
    CHECK(query.accented);
    CHECK(query.open);
    CHECK(!parse_query("uy ban ").open);
    CHECK(!parse_query("\"uy ban\"").open);
    CHECK(!parse_query("uy ban").accented);
    CHECK(parse_query("ngày 12/3/2021").numbers.empty());
    CHECK(parse_query("45/2019/QH14").numbers == std::vector<std::string>{"45/2019/qh14"});
    CHECK(parse_query("ỦY BAN") == parse_query("uỷ ban"));
}

TEST_CASE("any bytes make a query", "[archive][query]") {
    for (const char* typed : {"", "\"", "\"\"", "*", "AND", "a AND", "(", "col:", "- -", "NEAR(a b)", "^a", "\xFF\xFE",
                              "a\"b", "'; DROP TABLE words; --", "{a b}:c", "%_", "😀"})
        CHECK_NOTHROW(parse_query(typed));
    CHECK(parse_query(std::string(100'000, 'x')).terms.empty());
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "w" + std::to_string(i) + " ";
    CHECK(parse_query(many).terms.size() == 32);
}

TEST_CASE("numbers compare without zeros, case, accents and blanks", "[archive][query]") {
    CHECK(number_key("052", "QĐ-UBND") == "52/qd-ubnd");
    CHECK(number_key("52", " qđ–ubnd") == "52/qd-ubnd");
    CHECK(number_key("", "QĐ-UBND").empty());
}

TEST_CASE("a snippet keeps accents and marks what was found", "[archive][query]") {
    const SearchQuery query = parse_query("hợp tác");
    const WordFinder finder(query, false);
    CHECK(finder.snippet("Phát triển hợp tác xã") == "Phát triển \uE000hợp\uE001 \uE000tác\uE001 xã");
    CHECK(finder.exact_terms("hop tac") == 0);
    CHECK(finder.exact_terms("HỢP\ntác") == 2);
    const std::string far = std::string(3000, 'x') + " hợp tác " + std::string(3000, 'y');
    const std::string snippet = finder.snippet(far);
    CHECK(snippet.size() < 500);
    CHECK(snippet.find("\uE000hợp\uE001 \uE000tác\uE001") != std::string::npos);
    const SearchQuery phrase = parse_query("\"a b\"");
    CHECK(WordFinder(phrase, false).find("a c b a b").size() == 1);
    CHECK(WordFinder(phrase, false).find("a a b").size() == 1);
    const SearchQuery begun = parse_query("quyết đị");
    CHECK(WordFinder(begun, true).find("Quyết định").size() == 2);
}
