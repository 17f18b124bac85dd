// The sample of Khánh Hòa against the text that it comes from, where that lies beside the repository.
#include "support/files.h"
#include "support/json.h"
#include "support/long_appendix.h"

#include <catch2/catch.hpp>
#include <iterator>
#include <sstream>

using namespace vanthu;

namespace {

const std::filesystem::path seed = test::source_folder() / ".." / "shared" / "seed" / "quyet-dinh-khanh-hoa.txt";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    std::size_t count = 0;
    for (std::size_t i = text.find(from); i != std::string::npos; i = text.find(from, i + to.size()), ++count)
        text.replace(i, from.size(), to);
    INFO(from);
    CHECK(count > 0);
}

/// The words of the seed, with the changes that samples/khanh-hoa/MENDED.md lists.
std::vector<std::string> seed_words() {
    std::string text = test::file_content(seed);
    for (const auto& [from, to] :
         {std::pair{"Nhu Điều", "Như Điều"},
          {" *đ/c*", ""},
          {"52/QĐ-UBND", "232/QĐ-UBND"},
          {"xã tinh,", "xã tỉnh,"},
          {"S T T\tNhiệm vụ, giải pháp\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm hoàn thành\tThời gian\nIV", "IV"},
          {"S T T", "STT"},
          {"2021- 2022", "2021-2022"},
          {"viên BCD", "viên BCĐ"},
          {"**", ""},
          {"\n- ", "\n"},
          {"\nQUYẾT ĐỊNH\n", "\n"},
          {"\nQUYẾT ĐỊNH:\n", "\n"},
          {"\nNơi nhận:\n", "\n"},
          {"Khánh Hòa, ngày 25 tháng 01 năm 2021\n", ""}})
        replace_all(text, from, to);
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

class Words {
  public:
    void add(const std::string& text) {
        std::istringstream stream(text);
        for (std::string word; stream >> word;) words.push_back(word);
    }
    void add(const std::vector<std::string>& texts) {
        for (const std::string& text : texts) add(text);
    }
    void add(const model::Item& item) {
        add(item.label == "-" ? item.text : item.label + " " + item.text);
        for (const model::Item& one : item.items) add(one);
    }
    void add(const model::AttachedText& text) {
        add(std::vector{text.title, text.subject, text.reference});
        for (const model::Section& section : text.sections) {
            add(section.label + " " + section.title);
            for (const model::Item& item : section.items) add(item);
        }
    }
    void add(const model::Appendix& appendix) {
        add(std::vector{appendix.label, appendix.title, appendix.reference});
        for (const model::Column& column : appendix.table->columns) add(column.title);
        for (const model::Row& row : appendix.table->rows) {
            add(row.label + " " + row.text);
            add(row.cells);
        }
    }

    std::vector<std::string> words;
};

/// All words of the document in the order in which the seed has them.
std::vector<std::string> words_of(const model::Document& document) {
    Words words;
    words.add(std::vector{document.subject, document.authority});
    words.add(document.legal_bases);
    for (const model::Article& article : document.articles) {
        words.add("Điều " + article.number + ".");
        words.add(article.paragraphs);
    }
    words.add(document.signature.authority);
    words.add(document.signature.name);
    words.add(document.recipients);
    words.add(document.drafter_mark);
    for (const model::Attachment& attachment : document.attachments)
        std::visit([&](const auto& one) { words.add(one); }, attachment);
    return words.words;
}

model::Document sample() {
    return *test::read_json(test::file_content(test::source_folder() / "samples" / "khanh-hoa" / "decision.json"));
}

} // namespace

TEST_CASE("the sample holds every word of the seed document in its order", "[samples]") {
    if (!std::filesystem::exists(seed)) {
        WARN("skipped: the seed document is not beside the repository");
        return;
    }
    const std::vector<std::string> expected = seed_words();
    const std::vector<std::string> found = words_of(sample());
    for (std::size_t i = 0; i < std::min(expected.size(), found.size()); ++i) {
        INFO("word " << i << " behind: " << (i > 0 ? expected[i - 1] : ""));
        REQUIRE(found[i] == expected[i]);
    }
    CHECK(found.size() == expected.size());
}

TEST_CASE("the sample has the shape of the seed document", "[samples]") {
    const model::Document document = sample();
    CHECK(document.number == "232");
    CHECK(document.date == model::Date{2021, 1, 25});
    const auto& programme = std::get<model::AttachedText>(document.attachments.at(0));
    REQUIRE(programme.sections.size() == 3);
    CHECK(programme.sections[0].items.size() == 4);
    CHECK(programme.sections[1].items.size() == 5);
    CHECK(programme.sections[1].items[4].items.size() == 9);
    CHECK(programme.sections[2].items.at(0).items.at(0).label.empty());
    const auto& rows = std::get<model::Appendix>(document.attachments.at(1)).table->rows;
    CHECK(rows.size() == 18);
    CHECK(rows.back().cells.back().empty());
    CHECK(rows[1].cells.front().empty());
}

TEST_CASE("a long appendix is made from the sample", "[samples]") {
    const model::Document document = test::with_long_appendix(sample(), 400);
    const auto& rows = std::get<model::Appendix>(document.attachments.at(1)).table->rows;
    CHECK(rows.size() == 400);
    CHECK(rows[1].cells.front() == "1");
    CHECK(rows[399].kind == model::RowKind::task);
}
