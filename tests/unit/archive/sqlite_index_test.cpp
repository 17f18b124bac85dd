#include "archive/sqlite_index.h"
#include "support/archive_record.h"
#include "support/random_document.h"
#include "support/temporary_folder.h"
#include "text/search_words.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace vanthu;
using namespace vanthu::archive;

namespace {

struct Shelf {
    test::TemporaryFolder folder;
    std::unique_ptr<SqliteIndex> index = open();

    std::unique_ptr<SqliteIndex> open() const {
        auto opened = SqliteIndex::open(folder.path() / "index.sqlite");
        REQUIRE(opened);
        return std::move(*opened);
    }
    void put(const std::string& id, const std::string& text, Record record = {}) {
        record.id = id;
        record.text = text;
        REQUIRE(index->put(record).empty());
    }
    std::vector<std::string> ids(const std::string& words, Filter filter = {}) {
        const auto hits = index->search({words, filter, 100, 0});
        REQUIRE(hits);
        CHECK(hits->total == hits->hits.size());
        std::vector<std::string> result;
        for (const Hit& hit : hits->hits) result.push_back(hit.record.id);
        return result;
    }
    std::vector<std::string> sorted(const std::string& words, Filter filter = {}) {
        auto result = ids(words, filter);
        std::sort(result.begin(), result.end());
        return result;
    }
};

using Ids = std::vector<std::string>;

Record decision(const std::string& number, const std::string& symbol, const std::string& date) {
    Record record;
    record.type = "Quyết định";
    record.number = number;
    record.symbol = symbol;
    record.issuer = "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA";
    record.date = date;
    return record;
}

model::Task task(std::vector<std::string> lead, std::string from, std::string to, std::string recurrence = "") {
    model::Task result;
    result.task = "Rà soát chế độ báo cáo";
    result.lead = std::move(lead);
    result.partners = {"Các sở, ngành"};
    result.time = {to, std::move(from), to, std::move(recurrence), ""};
    return result;
}

} // namespace

TEST_CASE("exact accents stand first", "[archive][index]") {
    Shelf shelf;
    shelf.put("vt-1", "bạn đọc và bạn viết, bạn bạn bạn");
    shelf.put("vt-2", "cái bàn gỗ");
    shelf.put("vt-3", "bán hàng rong");
    CHECK(shelf.ids("bán").front() == "vt-3");
    CHECK(shelf.ids("bàn").front() == "vt-2");
    CHECK(shelf.ids("bạn").front() == "vt-1");
    CHECK(shelf.ids("ban").size() == 3);
    shelf.put("vt-4", "các bạn hàng bán lẻ");
    shelf.put("vt-5", "hàng đã bán, bán hàng");
    CHECK(shelf.ids("\"bán hàng\"").back() == "vt-4");
}

TEST_CASE("all letters are found, however they are written", "[archive][index]") {
    Shelf shelf;
    std::string all;
    for (const std::string& letter : test::vietnamese_letters()) all += "x" + letter + "z ";
    shelf.put("vt-1", all);
    for (const std::string& letter : test::vietnamese_letters()) {
        INFO(letter);
        CHECK(shelf.ids("x" + letter + "z").size() == 1);
        CHECK(shelf.ids("x" + text::folded_words(letter) + "z").size() == 1);
    }
    shelf.put("vt-2", "Khánh Hòa, thuỷ lợi");
    CHECK(shelf.ids("Khánh Hoà") == Ids{"vt-2"});
    CHECK(shelf.ids("khánh hoà thủy") == Ids{"vt-2"});
    CHECK(shelf.ids("thuy\u0309 lo\u031B\u0323i") == Ids{"vt-2"});
}

TEST_CASE("numbers are found as typed", "[archive][index]") {
    Shelf shelf;
    shelf.put("vt-1", "Căn cứ Quyết định số 52/QĐ-UBND; 52/QĐ-UBND", decision("7", "QĐ-UBND", "2021-01-02"));
    shelf.put("vt-2", "Quyết định", decision("52", "QĐ-UBND", "2020-03-12"));
    shelf.put("vt-3", "Quyết định", decision("52", "QĐ-UBND", "2021-03-12"));
    shelf.put("vt-4", "Quyết định", decision("52", "QĐ-SNV", "2021-03-12"));
    CHECK(shelf.ids("52/QĐ-UBND") == Ids{"vt-3", "vt-2", "vt-1"});
    CHECK(shelf.ids("52/qd-ubnd") == Ids{"vt-3", "vt-2", "vt-1"});
    CHECK(shelf.ids("052/QĐ-UBND").front() == "vt-3");
    CHECK(shelf.ids("Quyết định số 52/QĐ-UBND ngày 12/3/2020").front() == "vt-2");
    CHECK(shelf.ids("52/QĐ-UBND ngày 12 tháng 3 năm 2020").front() == "vt-2");
    CHECK(shelf.ids("52/QĐ-S") == Ids{"vt-4"});
    CHECK(shelf.ids("52/QĐ-UBND", {.year = "2020"}) == Ids{"vt-2"});
}

TEST_CASE("the last word may be only begun", "[archive][index]") {
    Shelf shelf;
    shelf.put("vt-1", "nghị quyết");
    shelf.put("vt-2", "quyền");
    CHECK(shelf.ids("nghi quy") == Ids{"vt-1"});
    CHECK(shelf.sorted("quy") == Ids{"vt-1", "vt-2"});
    CHECK(shelf.ids("quy ").empty());
    CHECK(shelf.ids("\"quy\"").empty());
}

TEST_CASE("filters compare without accents and case", "[archive][index]") {
    Shelf shelf;
    Record first = decision("1", "QĐ-UBND", "2021-05-01");
    first.signer = "Nguyễn Văn Ánh";
    first.tasks = {task({"Sở Tài chính"}, "2022-01-01", "2022-06-30"), task({"Sở Nội vụ"}, "", "2023")};
    Record second = decision("1", "KH-SNV", "2022-05-01");
    second.type = "Kế hoạch";
    second.issuer = "Sở Nội vụ";
    shelf.put("vt-1", "hợp tác xã", first);
    shelf.put("vt-2", "hợp tác xã", second);
    CHECK(shelf.ids("", {.type = "quyet dinh"}) == Ids{"vt-1"});
    CHECK(shelf.ids("hop", {.type = "KẾ HOẠCH"}) == Ids{"vt-2"});
    CHECK(shelf.ids("", {.year = "2022"}) == Ids{"vt-2"});
    CHECK(shelf.ids("", {.issuer = "khánh hoà"}) == Ids{"vt-1"});
    CHECK(shelf.ids("hop tac", {.issuer = "noi vu"}) == Ids{"vt-2"});
    CHECK(shelf.ids("", {.signer = "van anh"}) == Ids{"vt-1"});
    CHECK(shelf.ids("", {.agency = "so tai chinh"}) == Ids{"vt-1"});
    CHECK(shelf.ids("hop", {.agency = "cac so"}) == Ids{"vt-1"});
    CHECK(shelf.ids("hop", {.agency = "tai"}) == Ids{"vt-1"});
    CHECK(shelf.ids("hop", {.agency = "ai chinh"}).empty());
    CHECK(shelf.ids("", {.due_from = "2022", .due_to = "2022"}) == Ids{"vt-1"});
    CHECK(shelf.ids("", {.agency = "so noi vu", .due_from = "2022", .due_to = "2022"}).empty());
    CHECK(shelf.ids("", {.type = "!?"}).empty());
    CHECK(shelf.ids("") == Ids{"vt-2", "vt-1"});
    CHECK(shelf.ids("...").empty());
}

TEST_CASE("hostile queries find nothing and break nothing", "[archive][index]") {
    Shelf shelf;
    shelf.put("vt-1", "văn bản");
    for (const char* typed : {"\"", "*", "văn AND", "OR", "NOT", "(văn", "body:văn", "{body}:", "^văn", "văn - bản",
                              "NEAR(văn bản)", "'; DROP TABLE words; --", "\xFF", "\"văn", "văn\"\"bản", "văn*", "+"})
        CHECK(shelf.index->search({typed, {}, 10, 0}));
    CHECK(shelf.ids("văn bản") == Ids{"vt-1"});
    CHECK(shelf.index->check().empty());
}

TEST_CASE("any words of a document find it", "[archive][index]") {
    Shelf shelf;
    std::uint32_t made = 0;
    REQUIRE(shelf.index
                ->fill([&]() -> std::optional<Record> {
                    if (made == 40) return std::nullopt;
                    return test::random_record(made++);
                })
                .empty());
    test::Random random(7);
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const Record record = test::random_record(seed);
        std::vector<std::string_view> words;
        text::SearchWords all(record.text);
        for (text::SearchWord word; all.next(word);)
            words.push_back(std::string_view(record.text).substr(word.begin, word.end - word.begin));
        const std::size_t at = random.below(words.size() - 4);
        std::string typed;
        for (std::size_t i = at; i < at + 4; ++i) typed += std::string(words[i]) + ' ';
        INFO(seed << ": " << typed);
        for (const std::string& query : {typed, text::folded_words(typed), '"' + typed + '"'}) {
            const Ids found = shelf.ids(query);
            CHECK(std::count(found.begin(), found.end(), record.id) == 1);
        }
    }
    CHECK(shelf.index->check().empty());
}

TEST_CASE("pages of hits hold each document once", "[archive][index]") {
    Shelf shelf;
    std::uint32_t made = 0;
    constexpr std::uint32_t documents = 1700; // more than are ranked
    REQUIRE(shelf.index
                ->fill([&]() -> std::optional<Record> {
                    if (made == documents) return std::nullopt;
                    Record record;
                    record.id = "vt-" + std::to_string(10'000 + made++);
                    record.text = "ủy ban";
                    return record;
                })
                .empty());
    std::set<std::string> seen;
    for (std::size_t offset = 0; offset < documents; offset += 100) {
        const auto hits = shelf.index->search({"ủy ban", {}, 100, offset});
        REQUIRE(hits);
        CHECK(hits->total == documents);
        for (const Hit& hit : hits->hits) seen.insert(hit.record.id);
    }
    CHECK(seen.size() == documents);
}

TEST_CASE("a record comes back, is replaced and removed", "[archive][index]") {
    Shelf shelf;
    Record record = test::random_record(5);
    REQUIRE(shelf.index->put(record).empty());
    REQUIRE(shelf.index->put(record).empty());
    const auto found = shelf.index->find(record.id.substr(0, 8));
    REQUIRE(found);
    REQUIRE(found->has_value());
    Record expected = record;
    expected.text.clear();
    CHECK(**found == expected);
    CHECK(shelf.index->check().empty());
    REQUIRE(shelf.index->remove(record.id).empty());
    CHECK(shelf.index->ids()->empty());
    CHECK(shelf.ids("ủy ban").empty());
    CHECK(shelf.index->tasks({})->hits.empty());
    CHECK(shelf.index->check().empty());
    REQUIRE(shelf.index->put(record).empty());
    REQUIRE(shelf.index->clear().empty());
    CHECK(shelf.index->ids()->empty());
    CHECK(shelf.index->check().empty());
}

TEST_CASE("twins by content and by number", "[archive][index]") {
    Shelf shelf;
    Record first = decision("52", "QĐ-UBND", "2021-03-12");
    first.files = {{"original/a.pdf", std::string(128, 'a'), 1}, {"document.json", std::string(128, 'b'), 1}};
    shelf.put("vt-1", "", first);
    Record other = decision("052", "qđ-ubnd", "2021-12-31");
    other.id = "vt-2";
    other.issuer = "Ủy ban nhân dân tỉnh Khánh Hoà";
    auto twin = shelf.index->twin(other);
    REQUIRE((twin && twin->has_value()));
    CHECK(((**twin).id == "vt-1" && !(**twin).by_content));
    other.date = "2022-01-01";
    CHECK(!*shelf.index->twin(other).value);
    other.files = {{"original/b.pdf", std::string(128, 'a'), 1}};
    twin = shelf.index->twin(other);
    REQUIRE((twin && twin->has_value()));
    CHECK((**twin).by_content);
    other.files = {{"original/b.pdf", std::string(128, 'b'), 1}};
    CHECK(!*shelf.index->twin(other).value);
    Record bare;
    bare.id = "vt-3";
    CHECK(!*shelf.index->twin(bare).value);
}

TEST_CASE("tasks by agency and year", "[archive][index]") {
    Shelf shelf;
    Record record = decision("1", "QĐ-UBND", "2021-05-01");
    record.tasks = {task({"Phòng Tài chính - Kế hoạch"}, "", "2022"), task({"Sở Tài chính"}, "2021", "2022"),
                    task({"Sở Tài chính"}, "2021", "2025"), task({"Sở Tài chính"}, "", "", "permanent"),
                    task({"Sở Nội vụ"}, "--12-10", "--12-10", "yearly")};
    shelf.put("vt-1", "", record);
    const auto count = [&](TaskQuery query) { return shelf.index->tasks(query)->total; };
    CHECK(count({}) == 5);
    CHECK(count({.lead = "so tai chinh", .due_from = "2022", .due_to = "2022"}) == 1);
    CHECK(count({.lead = "so tai chinh"}) == 3);
    CHECK(count({.lead = "Tài chính"}) == 4);
    CHECK(count({.lead = "tai chin"}) == 0);
    CHECK(count({.partner = "các sở"}) == 5);
    CHECK(count({.lead = "nội vụ", .due_from = "2024", .due_to = "2024"}) == 1);
    CHECK(count({.lead = "nội vụ", .due_from = "2020", .due_to = "2020"}) == 0);
    CHECK(count({.lead = "nội vụ", .due_from = "2024-01-01", .due_to = "2024-12-09"}) == 0);
    CHECK(count({.lead = "nội vụ", .due_from = "2024-12-01", .due_to = "2025-01-31"}) == 1);
    CHECK(count({.lead = "nội vụ", .due_from = "2024-12-11", .due_to = "2026-01-31"}) == 1);
    CHECK(count({.lead = "nội vụ", .due_from = "2024-12-11", .due_to = "2025-01-31"}) == 0);
    CHECK(count({.words = "che do"}) == 5);
    CHECK(count({.words = "không có"}) == 0);
    CHECK(count({.limit = 2, .offset = 4}) == 5);
    CHECK(count({.words = "che do", .document = "vt-1"}) == 5);
    CHECK(count({.document = "vt-2"}) == 0);
    CHECK(count({.due_to = "2024", .kind = DueKind::once}) == 2);
    CHECK(count({.kind = DueKind::day}) == 4);
    Record exact = decision("2", "QĐ-UBND", "2020-01-01");
    exact.tasks = {task({"Tài chính"}, "", "2030")};
    shelf.put("vt-2", "", exact);
    CHECK(shelf.index->tasks({.lead = "tài chính", .exact_first = false})->hits.front().id == "vt-1");
    CHECK(shelf.index->tasks({.lead = "tài chính"})->hits.front().id == "vt-2");
    CHECK(shelf.index->tasks({.lead = "tài chính"})->hits.front().task == exact.tasks[0]);
}

TEST_CASE("tasks by the day on which they are due within a range", "[archive][index]") {
    Shelf shelf;
    Record record = decision("1", "QĐ-UBND", "2021-05-01");
    record.tasks = {task({"A"}, "", "2024-12-20"), task({"B"}, "--12-10", "--12-10", "yearly"),
                    task({"C"}, "--01-05", "--01-05", "yearly"), task({"D"}, "", "2024-12-01")};
    shelf.put("vt-1", "", record);
    const auto leads = [&](const TaskQuery& query) {
        std::string names;
        const auto found = shelf.index->tasks(query);
        for (const TaskHit& hit : found->hits) names += hit.task.lead.front();
        return names;
    };
    CHECK(leads({.due_from = "2024-12-01", .due_to = "2025-01-31", .kind = DueKind::day}) == "DBAC");
    CHECK(leads({.due_to = "2024-12-15"}) == "CDB");
    CHECK(leads({}) == "DABC");
}

TEST_CASE("two processes write one index", "[archive][index]") {
    Shelf shelf;
    shelf.index.reset();
    for (int writer = 0; writer < 2; ++writer)
        if (::fork() == 0) {
            auto index = SqliteIndex::open(shelf.folder.path() / "index.sqlite");
            bool good = bool(index);
            for (std::uint32_t i = 0; good && i < 30; ++i)
                good = (*index)->put(test::random_record(2 * i + static_cast<std::uint32_t>(writer))).empty();
            ::_exit(good ? 0 : 1);
        }
    for (int status = 0; ::wait(&status) > 0;) CHECK(status == 0);
    shelf.index = shelf.open();
    CHECK(shelf.index->ids()->size() == 60);
    CHECK(shelf.index->check().empty());
    REQUIRE(shelf.index->backup_to(shelf.folder.path() / "copy.sqlite").empty());
    CHECK((*SqliteIndex::open(shelf.folder.path() / "copy.sqlite"))->ids()->size() == 60);
}

TEST_CASE("a file that is no index is told", "[archive][index]") {
    test::TemporaryFolder folder;
    const auto file = folder.add("index.sqlite", std::string(8192, 'x'));
    const auto opened = SqliteIndex::open(file);
    REQUIRE(!opened);
    CHECK(opened.diagnostics.front().code == "index-failed");
}
