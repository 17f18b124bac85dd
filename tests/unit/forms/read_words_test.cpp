#include "base/resources.h"
#include "forms/read_words.h"
#include "text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace vanthu;
using forms::ReadWords;

namespace {

const std::string_view schema = embedded_resource("templates/read-words.rng");

Result<ReadWords> load(std::string_view words) {
    const Resource resources[] = {{"templates/read-words.rng", schema}, {"templates/read-words.xml", words}};
    return ReadWords::load(resources);
}

} // namespace

TEST_CASE("the words of the program load", "[read-words]") {
    const Result<ReadWords> words = ReadWords::load(embedded_resources());
    REQUIRE(words);
    const auto& leads = words->list("column-lead");
    CHECK(std::find(leads.begin(), leads.end(), "Cơ quan chủ trì") != leads.end());
    CHECK(words->list("no-such-list").empty());
    for (const auto& [name, list] : words->lists)
        for (const std::string& word : list) {
            INFO(name << ": " << word);
            CHECK(text::to_nfc(word) == word);
            CHECK(std::count(list.begin(), list.end(), word) == 1);
        }
}

TEST_CASE("broken read-words are refused", "[read-words]") {
    const auto refused =
        GENERATE("", "<read-words/>", "<read-words xmlns='urn:vanthu:read-words:1'/>",
                 "<read-words xmlns='urn:vanthu:read-words:1'><list name='a'/></read-words>",
                 "<read-words xmlns='urn:vanthu:read-words:1'><list name='a'><word/></list></read-words>");
    const Result<ReadWords> words = load(refused);
    REQUIRE_FALSE(words);
    CHECK(words.diagnostics.front().code == "template-broken");
}
