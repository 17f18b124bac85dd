// SQLite and PostgreSQL find the same documents.
#include "archive/sqlite_index.h"
#include "postgres/fresh_database.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <random>
#include <set>
#include <unistd.h>

using namespace vanthu;
using namespace vanthu::archive;
using tests::FreshDatabase;

namespace {

constexpr std::size_t documents = 400;

/// Every letter of the alphabet with every mark, small and great: 146 forms beside the plain ones.
std::vector<std::string> letters() {
    std::vector<std::string> found;
    for (const char* group : {"aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
                              "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ", "dđ"})
        text::for_each_character(std::string_view(group), [&](char32_t one) {
            found.push_back(text::to_utf8(one));
            found.push_back(text::to_upper(text::to_utf8(one)));
        });
    return found;
}

const std::vector<std::string> vocabulary = {
    "quyết", "định", "Ủy",  "ban", "nhân", "dân",   "tỉnh",  "Khánh", "Hòa", "phê",  "duyệt", "kế",    "hoạch", "tài",
    "chính", "năm",  "đất", "đai", "Sở",   "đường", "dương", "dưỡng", "bảo", "trợ",  "xã",    "hội",   "hoá",   "hóa",
    "ma",    "má",   "mà",  "mả",  "mã",   "mạ",    "toán",  "nhiệm", "vụ",  "100%", "a_b",   "TCVN3", "3.5",   "IV"};

Record record_of(std::mt19937& random, std::size_t number) {
    const auto pick = [&](std::size_t below) { return random() % below; };
    const auto words = [&](std::size_t count) {
        std::string result;
        for (std::size_t i = 0; i < count; ++i) result += (i == 0 ? "" : " ") + vocabulary[pick(vocabulary.size())];
        return result;
    };
    static const auto all_letters = letters();
    static const std::array types = {"Quyết định", "Nghị quyết", "Tờ trình"};
    static const std::array symbols = {"QĐ-UBND", "NQ-HĐND", "TTr-STC"};
    static const std::array issuers = {"ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", "HỘI ĐỒNG NHÂN DÂN", "SỞ TÀI CHÍNH"};
    static const std::array agencies = {"Sở Tài chính", "Sở Y tế", "Văn phòng Sở Tài chính", "UBND xã Đất Mũi"};
    Record record;
    record.id = fmt::format("vt-{:024x}", number + 1);
    record.added = "2024-01-01T00:00:00Z";
    record.source = "a.pdf";
    const std::size_t kind = pick(types.size());
    record.type = types.at(kind);
    record.symbol = symbols.at(kind);
    record.number = std::to_string(1 + pick(99));
    record.issuer = issuers.at(pick(issuers.size()));
    record.date = fmt::format("{}-{:02}-{:02}", 2019 + pick(5), 1 + pick(12), 1 + pick(28));
    record.subject = words(6);
    record.signer = pick(2) == 0 ? "Nguyễn Tấn Tuân" : "Đinh Văn Thiệu";
    record.recipients = {"Như Điều 3", "Lưu: VT"};
    record.pages = 3;
    record.trust = 0.5;
    record.text = words(40 + pick(100)) + "\nx" + all_letters[number % all_letters.size()] + "x cuối trang";
    if (pick(4) == 0) record.text += " theo Quyết định số 52/QĐ-UBND ngày 3/2/2021";
    record.files = {{"original/a.pdf", fmt::format("{:0128x}", number + 1), 10}};
    for (std::size_t i = pick(3); i > 0; --i) {
        model::Task task;
        task.task = words(8);
        task.lead = {agencies.at(pick(agencies.size()))};
        task.partners = {agencies.at(pick(agencies.size())), agencies.at(pick(agencies.size()))};
        static const std::array times = {
            model::TaskTime{"2022", "2022", "2022", "", ""}, model::TaskTime{"x", "", "--12-10", "yearly", ""},
            model::TaskTime{"x", "2021-10-01", "2021-12-31", "", ""}, model::TaskTime{"x", "", "", "permanent", ""}};
        task.time = times.at(pick(times.size()));
        task.row = static_cast<std::uint32_t>(i);
        record.tasks.push_back(std::move(task));
    }
    return record;
}

std::vector<Record> made_up() {
    std::mt19937 random(7);
    std::vector<Record> records;
    for (std::size_t i = 0; i < documents; ++i) records.push_back(record_of(random, i));
    return records;
}

/// Both stores with the same documents.
class Stores {
  public:
    Stores() : path_(std::filesystem::temp_directory_path() / fmt::format("vanthu-parity-{}.sqlite", getpid())) {
        auto opened = SqliteIndex::open(path_);
        REQUIRE(opened);
        sqlite = std::move(*opened);
        postgres = database_.init()->index();
        for (Index* index : {sqlite.get(), postgres.get()}) {
            auto left = made_up();
            std::reverse(left.begin(), left.end());
            const Diagnostics problems = index->fill([&]() -> std::optional<Record> {
                if (left.empty()) return std::nullopt;
                Record record = std::move(left.back());
                left.pop_back();
                return record;
            });
            CAPTURE(problems.empty() ? std::string() : problems.front().code);
            REQUIRE(problems.empty());
        }
    }
    ~Stores() {
        sqlite.reset();
        for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + suffix);
    }
    Stores(const Stores&) = delete;
    Stores& operator=(const Stores&) = delete;

  private:
    FreshDatabase database_;
    std::filesystem::path path_;

  public:
    std::unique_ptr<Index> sqlite, postgres;
};

std::set<std::string> ids_of(const Hits& hits) {
    std::set<std::string> ids;
    for (const Hit& hit : hits.hits) ids.insert(hit.record.id);
    return ids;
}

/// Classes of the order: number, side by side and exact, … Within one the engines rank in their own ways.
int class_of(double score) { return score >= 5e5 ? 100 : static_cast<int>(score / 1000 + 0.5); }

void check_same(const Stores& stores, Query query) {
    CAPTURE(query.words);
    query.limit = documents;
    const auto in_sqlite = stores.sqlite->search(query), in_postgres = stores.postgres->search(query);
    REQUIRE(in_sqlite);
    CAPTURE(in_postgres.diagnostics.empty() ? std::string() : in_postgres.diagnostics.front().arguments.front().value);
    REQUIRE(in_postgres);
    CHECK(in_postgres->total == in_sqlite->total);
    CHECK(ids_of(*in_postgres) == ids_of(*in_sqlite));
    std::map<std::string, const Hit*> by_id;
    for (const Hit& hit : in_sqlite->hits) by_id[hit.record.id] = &hit;
    for (const Hit& hit : in_postgres->hits) {
        const auto other = by_id.find(hit.record.id);
        if (other == by_id.end()) continue;
        CHECK(hit.snippet == other->second->snippet);
        CHECK(hit.record == other->second->record);
    }
}

} // namespace

TEST_CASE("SQLite and PostgreSQL give the same documents") {
    const Stores stores;
    SECTION("for every letter, in NFC and NFD, alone and in words") {
        for (const std::string& letter : letters()) {
            check_same(stores, {letter, {}});
            check_same(stores, {"x" + letter + "x", {}});
            check_same(stores, {"x" + text::to_upper(letter) + "X cuoi", {}});
        }
    }
    SECTION("for words, phrases, numbers as typed, and what is no word") {
        for (const char* words : {"quyet dinh",
                                  "quyết định",
                                  "Quyết Định",
                                  "\"phê duyệt\"",
                                  "\"phe duyet\" ma",
                                  "đất đai",
                                  "dat dai",
                                  "duong",
                                  "đường",
                                  "dưỡng",
                                  "hoa",
                                  "hoá",
                                  "hóa",
                                  "52/QĐ-UBND",
                                  "52/qd-ubnd",
                                  "052/QĐ-UBND",
                                  "số 52 / QĐ-UBND",
                                  "52/QĐ-UBND ngày 3/2/2021",
                                  "52/qd",
                                  "QĐ-UBND",
                                  "UBND",
                                  "100%",
                                  "a_b",
                                  "\\",
                                  "%",
                                  "_",
                                  "'",
                                  "''; drop",
                                  "\"",
                                  "\"\"",
                                  "& | ! ( )",
                                  "<->",
                                  "TCVN3",
                                  "3.5",
                                  "3 5",
                                  "iv",
                                  "không có",
                                  "nguyen tan tuan",
                                  "dinh van thieu",
                                  "ma",
                                  "má",
                                  "tài ch",
                                  "phê duyệt kế hoạch",
                                  "Ủy ban nhân dân",
                                  "uy ban nhan dan",
                                  ":*",
                                  "a:*",
                                  "\xC3",
                                  "\x01"})
            check_same(stores, {words, {}});
    }
    SECTION("with filters") {
        for (const Filter& filter : std::vector<Filter>{{.type = "quyet dinh"},
                                                        {.type = "!"},
                                                        {.year = "2021"},
                                                        {.issuer = "nhan dan"},
                                                        {.issuer = "nhan d"},
                                                        {.issuer = "%"},
                                                        {.signer = "Tuân"},
                                                        {.agency = "so tai chinh"},
                                                        {.due_from = "2022", .due_to = "2022"},
                                                        {.due_from = "2021-12"},
                                                        {.due_to = "2021-12-10"},
                                                        {.type = "Nghị quyết", .year = "2020", .agency = "Sở Y tế"},
                                                        {.agency = "đất mũi", .due_from = "2020", .due_to = "2023"}}) {
            for (const char* words : {"", "ma", "quyết", "52/QĐ-UBND", "\"Ủy ban\""})
                check_same(stores, {words, filter});
            const auto one = stores.sqlite->list(filter, 50, 10), other = stores.postgres->list(filter, 50, 10);
            REQUIRE(other);
            CHECK(*one == *other);
        }
    }
    SECTION("and the same last ones") { CHECK(*stores.sqlite->latest(7) == *stores.postgres->latest(7)); }
    SECTION("and the same tasks") {
        for (const TaskQuery& query :
             std::vector<TaskQuery>{{},
                                    {.lead = "Sở Tài chính"},
                                    {.lead = "so tai chinh", .due_from = "2022", .due_to = "2022"},
                                    {.partner = "so y te"},
                                    {.lead = "?", .partner = "so"},
                                    {.due_from = "2021-12-01", .due_to = "2021-12-31"},
                                    {.due_from = "2021-11", .due_to = "2022-02", .kind = DueKind::day},
                                    {.due_to = "2021-12-20", .kind = DueKind::day, .exact_first = false},
                                    {.lead = "Sở Tài chính", .kind = DueKind::once, .exact_first = false},
                                    {.words = "quyet"},
                                    {.words = "%"},
                                    {.document = made_up()[5].id},
                                    {.lead = "tai chinh", .limit = 5, .offset = 3}}) {
            const auto one = stores.sqlite->tasks(query), other = stores.postgres->tasks(query);
            REQUIRE(other);
            CHECK(one->total == other->total);
            REQUIRE(one->hits.size() == other->hits.size());
            for (std::size_t i = 0; i < one->hits.size(); ++i) {
                CHECK(one->hits[i].id == other->hits[i].id);
                CHECK(one->hits[i].task == other->hits[i].task);
            }
        }
    }
    SECTION("records, ids and twins") {
        CHECK(*stores.sqlite->ids() == *stores.postgres->ids());
        const Record record = made_up()[5];
        for (const std::string& id : {record.id, std::string("vt-"), std::string("vt-0000000000000000000000c"),
                                      std::string("vt-00000000000000000000006f"), std::string()})
            CHECK(*stores.sqlite->find(id) == *stores.postgres->find(id));
        Record twin = record;
        twin.id = "vt-other";
        for (Index* index : {stores.sqlite.get(), stores.postgres.get()}) {
            CHECK((*index->twin(twin))->by_content);
            const auto own = index->twin(record);
            const bool is_own_twin = own->has_value() && (*own)->by_content;
            CHECK_FALSE(is_own_twin);
        }
        twin.files.clear();
        CHECK((*stores.sqlite->twin(twin))->id == (*stores.postgres->twin(twin))->id);
        CHECK(stores.postgres->remove(record.id).empty());
        CHECK_FALSE(stores.postgres->find(record.id)->has_value());
        CHECK(stores.postgres->check().empty());
        CHECK(stores.postgres->clear().empty());
        CHECK(stores.postgres->ids()->empty());
    }
}

TEST_CASE("Exact accents stand first in PostgreSQL too") {
    const Stores stores;
    const auto hits = stores.postgres->search({"đường", {}, documents});
    REQUIRE(hits);
    bool folded_seen = false;
    for (const Hit& hit : hits->hits) {
        const bool exact = (hit.record.subject + hit.snippet).find("đường") != std::string::npos;
        CHECK_FALSE((exact && folded_seen && class_of(hit.score) < 1));
        folded_seen = folded_seen || !exact;
    }
    CHECK(class_of(hits->hits.front().score) >= 2);
}
