#include "base/resources.h"
#include "check/check.h"
#include "support/files.h"
#include "support/json.h"
#include "support/random_document.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

using Lines = std::vector<std::string>;

const forms::CheckWords& words() {
    static const forms::CheckWords loaded = *forms::CheckWords::load(embedded_resources());
    return loaded;
}

/// "/number warning number-zero found=7 expected=07 rule=R-SYM-02"
Lines findings(const model::Document& document) {
    Lines result;
    for (const Diagnostic& one : check::check_document(document, words(), "QĐ")) {
        std::string line = one.place.pointer + (one.severity == Severity::note ? " note " : " warning ") + one.code;
        for (const Argument& argument : one.arguments) line += " " + argument.name + "=" + argument.value;
        result.push_back(line);
    }
    return result;
}

model::Document sample(const char* name) {
    return *test::read_json(test::file_content(test::source_folder() / "samples" / name));
}

/// A document that no rule has anything against.
model::Document clean() {
    model::Document document = sample("one-page.json");
    document.attachments = {
        model::AttachedText{
            model::TextKind::plan, "KẾ HOẠCH", "Triển khai", "", {{"I.", "A", {{"1.", "Xem Phụ lục./.", {}}}}}},
        model::Appendix{"",
                        "DANH MỤC",
                        "",
                        {},
                        model::Table{{{"STT", model::ColumnRole::ordinal, {}}, {"Việc", model::ColumnRole::task, {}}},
                                     {{model::RowKind::task, "", "", {"1", "Một"}}}}}};
    return document;
}

template <class Change> Lines findings_with(Change change) {
    model::Document document = clean();
    change(document);
    return findings(document);
}

model::AttachedText& plan(model::Document& document) { return std::get<model::AttachedText>(document.attachments[0]); }
model::Appendix& appendix(model::Document& document) { return std::get<model::Appendix>(document.attachments[1]); }

} // namespace

TEST_CASE("a document as it should be has no findings", "[check]") {
    CHECK(findings(clean()) == Lines{});
    for (const char* name : {"one-page.json", "long-subject.json", "sixty-recipients.json", "marks.json"}) {
        INFO(name);
        CHECK(findings(sample(name)) == Lines{});
    }
}

TEST_CASE("findings of the samples", "[check][samples]") {
    CHECK(findings(sample("khanh-hoa/decision.json")) ==
          Lines{"/attachments/1 note appendix-not-mentioned rule=R-APP-01",
                "/attachments/1/table/rows/17/cells/5 note cell-empty column=Thời gian rule=R-APP-02"});
    CHECK(findings(sample("draft.json")) ==
          Lines{" note number-blank rule=R-SYM-02", " note date-blank rule=R-DATE-01"});
}

TEST_CASE("number and symbol", "[check]") {
    const auto number = [](const char* value) { return findings_with([&](auto& d) { d.number = value; }); };
    CHECK(number("7") == Lines{"/number warning number-zero found=7 expected=07 rule=R-SYM-02"});
    CHECK(number("012") == Lines{"/number warning number-zero found=012 expected=12 rule=R-SYM-02"});
    CHECK(number("XII") == Lines{"/number warning number-not-arabic found=XII rule=R-SYM-02"});
    const auto symbol = [](const char* value) { return findings_with([&](auto& d) { d.symbol = value; }); };
    CHECK(symbol("2002/QĐ-BTC") == Lines{});
    CHECK(symbol("QĐ - SNV").at(0) == "/symbol warning symbol-space found=QĐ - SNV rule=R-SYM-03");
    CHECK(symbol("QĐ–SNV").at(0) == "/symbol warning symbol-dash found=QĐ–SNV rule=R-SYM-03");
    CHECK(symbol("TB-SNV") == Lines{"/symbol warning symbol-type found=TB expected=QĐ rule=R-SYM-04"});
}

TEST_CASE("an attachment that names another decision", "[check]") {
    const auto reference = [](const char* value) {
        return findings_with([&](auto& d) { appendix(d).reference = value; });
    };
    CHECK(reference("(Kèm theo Quyết định số 07/QĐ-SNV ngày 05 tháng 3 năm 2024 của Sở Nội vụ)") == Lines{});
    CHECK(reference("(Kèm theo Kế hoạch tại Quyết định số 07/QĐ-SNV ngày 05/3/2024 của Sở)") == Lines{});
    CHECK(reference("(Kèm theo Quyết định số 52/QĐ-SNV ngày 05/3/2024 của Sở)") ==
          Lines{"/attachments/1/reference warning number-conflict attachment=2 cited=52/QĐ-SNV number=07/QĐ-SNV "
                "rule=R-APP-03"});
    CHECK(reference("(Kèm theo Quyết định số 07/QĐ-SNV ngày 06 tháng 3 năm 2024)") ==
          Lines{"/attachments/1/reference warning date-conflict attachment=2 cited=ngày 06 tháng 3 năm 2024 "
                "date=05/3/2024 rule=R-APP-03"});
    CHECK(reference("(Kèm theo Quyết định số …/QĐ-SNV ngày … tháng … năm …)") == Lines{});
}

TEST_CASE("legal bases and the end of the text", "[check]") {
    CHECK(findings_with([](auto& d) {
              d.legal_bases = {"Căn cứ Luật A,", "Căn cứ Luật B;"};
          }) == Lines{"/legal_bases/0 warning basis-ending found=, expected=; rule=R-BASIS-01",
                      "/legal_bases/1 warning basis-ending found=; expected=. rule=R-BASIS-01"});
    CHECK(findings_with([](auto& d) { d.legal_bases = {"Căn cứ Luật A ngày 06/3/2024."}; }) ==
          Lines{"/legal_bases/0 warning cited-date-later cited=06/3/2024 date=05/3/2024 rule=R-BASIS-02"});
    CHECK(findings_with([](auto& d) { d.legal_bases = {"Căn cứ Luật A ngày 31 tháng 02 năm 2020."}; }) ==
          Lines{"/legal_bases/0 warning cited-date-invalid cited=ngày 31 tháng 02 năm 2020 rule=R-BASIS-02"});
    CHECK(findings_with([](auto& d) { d.articles.back().paragraphs.push_back("Hết."); }) ==
          Lines{"/articles/2/paragraphs/1 warning body-ending expected=./. rule=R-BODY-04"});
    CHECK(findings_with([](auto& d) {
              plan(d).sections[0].items[0].items = {{"a)", "Hết.", {}}};
          }) == Lines{"/attachments/0 warning body-ending expected=./. rule=R-BODY-04"});
    CHECK(findings_with([](auto& d) { d.subject = "V/v thành lập"; }) ==
          Lines{"/subject warning subject-abbreviated found=V/v rule=R-TTL-02"});
    CHECK(findings_with([](auto& d) {
              d.articles[0].paragraphs = {"Theo Quyết định số 9/QĐ-A, ngày 06/3/2024; xong trước ngày 30/6/2024."};
          }) ==
          Lines{"/articles/0/paragraphs/0 warning cited-date-later cited=06/3/2024 date=05/3/2024 rule=R-BASIS-02"});
}

TEST_CASE("numbers follow each other", "[check]") {
    CHECK(findings_with([](auto& d) { d.articles[1].number = "3"; }) ==
          Lines{"/articles/1/number warning article-sequence found=3 expected=2 rule=R-STR-02",
                "/articles/2/number warning article-sequence found=3 expected=4 rule=R-STR-02"});
    CHECK(findings_with([](auto& d) { d.articles.insert(d.articles.begin() + 2, {"2a", {"X"}}); }) == Lines{});
    CHECK(findings_with([](auto& d) {
              plan(d).sections.insert(plan(d).sections.begin(), {{"I.", "", {}}, {"III.", "", {}}});
          }) == Lines{"/attachments/0/sections/1/label warning label-sequence found=III. expected=II rule=R-STR-02"});
    CHECK(findings_with([](auto& d) {
              plan(d).sections[0].items[0].items = {{"a)", "A", {}},   {"b)", "B", {}}, {"c)", "C", {}},
                                                    {"d)", "D", {}},   {"đ)", "Đ", {}}, {"e)", "E", {}},
                                                    {"h)", "H./.", {}}};
          }) == Lines{"/attachments/0/sections/0/items/0/items/6/label warning label-sequence found=h) expected=g "
                      "rule=R-STR-02"});
    CHECK(findings_with([](auto& d) {
              appendix(d).table->rows = {
                  {model::RowKind::section, "I", "X", {}},    {model::RowKind::task, "", "", {"1", "A"}},
                  {model::RowKind::section, "II", "Y", {}},   {model::RowKind::task, "", "", {"1", "B"}},
                  {model::RowKind::task, "", "", {"3", "C"}}, {model::RowKind::task, "", "", {"", "D"}}};
          }) == Lines{"/attachments/1/table/rows/4/cells/0 warning label-sequence found=3 expected=2 rule=R-STR-02"});
}

TEST_CASE("authority, title and name of the signer", "[check]") {
    const auto authority = [](Lines lines) { return findings_with([&](auto& d) { d.signature.authority = lines; }); };
    CHECK(authority({"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}) == Lines{});
    CHECK(authority({"KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"}) == Lines{});
    CHECK(authority({"TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"}) == Lines{});
    CHECK(authority({"Q. CỤC TRƯỞNG"}) == Lines{});
    CHECK(authority({"TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"}) == Lines{});
    CHECK(
        authority({"KT. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}) ==
        Lines{"/signature/authority/1 warning deputy-title found=CHÁNH VĂN PHÒNG expected=PHÓ CHỦ TỊCH rule=R-SIG-01"});
    CHECK(authority({"KT. CHỦ TỊCH"}) ==
          Lines{"/signature/authority/0 warning signer-title-missing mark=KT. rule=R-SIG-01"});
    CHECK(authority({"TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"}) ==
          Lines{"/signature/authority/1 warning deputy-without-mark title=PHÓ CHỦ TỊCH rule=R-SIG-01"});
    CHECK(authority({"T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}) ==
          Lines{"/signature/authority/0 warning authority-mark found=T/M expected=TM. rule=R-SIG-01"});
    CHECK(authority({"KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH"}) ==
          Lines{"/signature/authority/0 warning authority-space found=KT.CHỦ TỊCH mark=KT. rule=R-SIG-01"});
    const auto name = [](const char* value) { return findings_with([&](auto& d) { d.signature.name = value; }); };
    CHECK(name("H'Hen Niê") == Lines{});
    CHECK(name("Y Thanh Hà") == Lines{});
    CHECK(name("TS. Lê Văn A") == Lines{"/signature/name warning name-honorific found=TS rule=R-SIG-03"});
    CHECK(name("PGS.TS Lê Văn A") == Lines{"/signature/name warning name-honorific found=PGS rule=R-SIG-03"});
    CHECK(name("Đại tá Lê Văn A") == Lines{"/signature/name warning name-honorific found=Đại tá rule=R-SIG-03"});
    CHECK(name("LÊ VĂN ĐỨC") == Lines{"/signature/name warning name-case found=LÊ VĂN ĐỨC rule=R-CAP-02"});
    CHECK(name("Lê văn Đức") == Lines{"/signature/name warning name-case found=Lê văn Đức rule=R-CAP-02"});
}

TEST_CASE("recipients", "[check]") {
    const auto recipients = [](Lines lines) { return findings_with([&](auto& d) { d.recipients = lines; }); };
    CHECK(recipients({}) == Lines{" warning recipients-missing rule=R-RCP-03"});
    CHECK(recipients({"- Như Điều 3;", "Sở Y tế.", "Lưu: VT;"}) ==
          Lines{"/recipients/0 warning recipient-dash rule=R-RCP-03",
                "/recipients/1 warning recipient-ending expected=; rule=R-RCP-03",
                "/recipients/2 warning recipient-ending expected=. rule=R-RCP-03"});
    CHECK(recipients({"Như Điều 4;", "Sở Y tế."}) ==
          Lines{"/recipients/0 warning recipient-article article=Điều 4 rule=R-RCP-04",
                "/recipients/1 warning filing-line expected=Lưu: rule=R-RCP-03"});
}

TEST_CASE("appendices", "[check]") {
    CHECK(findings_with([](auto& d) { appendix(d).label = "Phụ lục"; }) == Lines{});
    CHECK(findings_with([](auto& d) { appendix(d).label = "PHỤ LỤC"; }) ==
          Lines{"/attachments/1/label warning appendix-label-case found=PHỤ LỤC expected=Phụ lục rule=R-APP-02"});
    CHECK(findings_with([](auto& d) {
              appendix(d).label = "Phụ lục I";
              d.attachments.push_back(appendix(d));
              std::get<model::Appendix>(d.attachments.back()).label = "Phụ lục 2";
          }) == Lines{"/attachments/2/label warning appendix-label found=Phụ lục 2 expected=Phụ lục II rule=R-APP-01"});
    CHECK(findings_with([](auto& d) { appendix(d).table.reset(); }) ==
          Lines{"/attachments/1 warning appendix-empty rule=R-APP-01"});
    CHECK(findings_with([](auto& d) { appendix(d).table->rows[0].cells[1] = " "; }) ==
          Lines{"/attachments/1/table/rows/0/cells/1 warning task-empty column=Việc rule=R-APP-02"});
}

TEST_CASE("the same finding is not told a thousand times", "[check]") {
    const Lines found = findings_with([](auto& d) {
        appendix(d).table->rows.assign(1000, {model::RowKind::task, "", "", {"", ""}});
    });
    REQUIRE(found.size() == 101);
    CHECK(found.back() == " note more-findings code=task-empty count=900");
}

TEST_CASE("letters, secrecy and capitals in any text", "[check]") {
    CHECK(findings_with([](auto& d) { appendix(d).table->rows[0].cells[1] = "Ðà Nẵng"; }) ==
          Lines{"/attachments/1/table/rows/0/cells/1 warning foreign-letter found=Ð expected=Đ rule=R-FONT-04"});
    CHECK(findings_with([](auto& d) { d.drafter_mark = "MẬT"; }) ==
          Lines{"/drafter_mark warning secret-mark found=MẬT rule=R-MARK-01"});
    CHECK(findings_with([](auto& d) { d.contact = "(TỐI MẬT)"; }) ==
          Lines{"/contact warning secret-mark found=TỐI MẬT rule=R-MARK-01"});
    CHECK(findings_with([](auto& d) { plan(d).subject = "BẢO MẬT THÔNG TIN"; }) == Lines{});
    const auto text = [](const char* value) { return findings_with([&](auto& d) { plan(d).subject = value; }); };
    CHECK(text("Theo điểm a khoản 2 Điều 5. Khoản 3 được bỏ; một số điều của Luật") == Lines{});
    CHECK(text("Theo Điểm a Khoản 2 điều 5") ==
          Lines{"/attachments/0/subject warning citation-case found=điều expected=Điều rule=R-CAP-18",
                "/attachments/0/subject warning citation-case found=Khoản expected=khoản rule=R-CAP-18",
                "/attachments/0/subject warning citation-case found=Điểm expected=điểm rule=R-CAP-18"});
}

TEST_CASE("checks survive any document", "[check][property]") {
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        for (const Diagnostic& one : check::check_document(test::random_document(seed), words(), "QĐ")) {
            REQUIRE(one.severity != Severity::error);
            REQUIRE((one.code == "more-findings" || one.arguments.back().name == "rule"));
        }
    }
}

TEST_CASE("the words of the checks must be complete", "[check]") {
    const std::string schema(embedded_resource("templates/check-words.rng"));
    std::string text(embedded_resource("templates/check-words.xml"));
    const std::string line = "<word name=\"end\">./.</word>";
    text.erase(text.find(line), line.size());
    const Resource resources[] = {{"templates/check-words.rng", schema}, {"templates/check-words.xml", text}};
    const auto loaded = forms::CheckWords::load(resources);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.diagnostics.at(0).code == "template-broken");
}
