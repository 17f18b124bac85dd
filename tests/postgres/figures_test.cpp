// Figures, not promises: `with_server.sh vanthu_postgres_tests "[figures]"`; not part of `./dev test`.
#include "postgres/fresh_database.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>

using namespace vanthu;
using namespace vanthu::archive;
using tests::FreshDatabase;
using Clock = std::chrono::steady_clock;

namespace {

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

/// Syllables as frequent as in running text: the n-th 1/n as often as the first.
class Words {
  public:
    Words() : random_(3) {
        for (const char* onset : {"", "b", "c", "đ", "h", "kh", "l", "m", "ng", "nh", "ph", "qu", "t", "th", "tr", "v"})
            for (const char* rhyme : {"a",  "á",  "ạc", "ăn",   "âm",  "ất",  "e", "ến",  "ết",  "i",    "ính", "o",
                                      "ội", "ơn", "ủy", "ương", "ước", "ừng", "y", "iệm", "iền", "oạch", "uân", "uyết"})
                words_.push_back(std::string(onset) + rhyme);
        std::vector<double> weights;
        for (std::size_t i = 0; i < words_.size(); ++i) weights.push_back(1.0 / static_cast<double>(i + 1));
        pick_ = std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
    }
    std::string text(std::size_t count) {
        std::string result;
        for (std::size_t i = 0; i < count; ++i) result += words_[pick_(random_)] + ' ';
        return result;
    }

  private:
    std::mt19937 random_;
    std::vector<std::string> words_;
    std::discrete_distribution<std::size_t> pick_;
};

Record record_of(Words& words, std::size_t number) {
    Record record;
    record.id = fmt::format("vt-{:024x}", number + 1);
    record.type = "Quyết định";
    record.number = std::to_string(number % 3000 + 1);
    record.symbol = "QĐ-UBND";
    record.issuer = "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA";
    record.date = fmt::format("{}-{:02}-01", 2005 + number / 3000, number % 12 + 1);
    record.subject = words.text(12);
    record.signer = "Nguyễn Tấn Tuân";
    record.text = "Ủy ban nhân dân tỉnh quyết định " + words.text(600) + fmt::format("mã{}", number);
    record.files = {{"original/a.pdf", fmt::format("{:0128x}", number + 1), 10}};
    return record;
}

} // namespace

TEST_CASE("How long 50,000 documents take", "[.][figures]") {
    const FreshDatabase database;
    const auto index = database.init()->index();
    const char* wanted = std::getenv("VANTHU_DOCUMENTS");
    const std::size_t documents = wanted != nullptr ? std::stoul(wanted) : 50'000;
    Words words;
    std::size_t number = 0;
    const auto begin = Clock::now();
    REQUIRE(index
                ->fill([&]() -> std::optional<Record> {
                    if (number == documents) return std::nullopt;
                    return record_of(words, number++);
                })
                .empty());
    std::cout << fmt::format("{} documents indexed in {:.1f} s\n", documents, seconds_since(begin));
    for (const char* query : {"52/QĐ-UBND", "mã4711", "ma4711", "uyết ương thính", "\"uy ban nhan dan\"",
                              "ủy ban nhân dân", "quyet dinh", "quyết định", "a", "tuân uân vuyết"}) {
        std::vector<double> times;
        std::size_t total = 0;
        for (int i = 0; i < 5; ++i) {
            const auto asked = Clock::now();
            const auto hits = index->search({query, {}});
            REQUIRE(hits);
            total = hits->total;
            times.push_back(1000 * seconds_since(asked));
        }
        std::sort(times.begin(), times.end());
        std::cout << fmt::format("{:24} {:6} hits, median {:7.1f} ms, worst {:7.1f} ms\n", query, total, times[2],
                                 times.back());
    }
}
