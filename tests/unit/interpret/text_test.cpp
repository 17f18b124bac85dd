// Plain text without letterhead and looks, as a scan's transcript gives it.
#include "base/resources.h"
#include "interpret/interpret.h"
#include "read/text/text_reader.h"
#include "support/files.h"
#include "support/json.h"
#include "write/json/json_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

struct Read {
    model::ReadDocument document;
    Diagnostics findings;

    bool tells(std::string_view code, std::string_view pointer) const {
        for (const Diagnostic& finding : findings)
            if (finding.code == code && finding.place.pointer == pointer) return true;
        return false;
    }

    double trust(std::string_view pointer) const {
        for (const model::Provenance& entry : document.provenance)
            if (entry.pointer == pointer) return entry.trust;
        return -1;
    }
};

Read read_back(const std::string& text) {
    const auto templates = forms::Templates::load(embedded_resources(), {});
    const auto words = forms::ReadWords::load(embedded_resources());
    auto result = interpret::interpret(*read::read_text(text), {*templates, *words});
    return {std::move(*result), std::move(result.diagnostics)};
}

void add(std::string& text, const std::vector<model::Item>& items) {
    for (const model::Item& item : items) {
        text += (item.label.empty() ? "" : item.label + " ") + item.text + "\n\n";
        add(text, item.items);
    }
}

void add(std::string& text, const model::Table& table) {
    for (const model::Column& column : table.columns) text += column.title + "\t";
    text.back() = '\n';
    for (const model::Row& row : table.rows) {
        if (row.kind == model::RowKind::section) {
            text += row.label + "\t" + row.text + std::string(table.columns.size() - 2, '\t') + "\n";
            continue;
        }
        for (const std::string& cell : row.cells) text += cell + "\t";
        text.back() = '\n';
    }
}

/// The sample as a transcript: without its letterhead, the number only in the reference lines.
std::string transcript(const model::Document& document) {
    std::string text = "Khánh Hòa, ngày 25 tháng 01 năm 2021\n\nQUYẾT ĐỊNH\n\n" + document.subject + "\n\n" +
                       document.authority + "\n\n";
    for (const std::string& basis : document.legal_bases) text += basis + "\n\n";
    text += "QUYẾT ĐỊNH:\n\n";
    for (const model::Article& article : document.articles)
        text += "Điều " + article.number + ". " + article.paragraphs.front() + "\n\n";
    text += "**";
    for (const std::string& line : document.signature.authority) text += line + "\n";
    text.insert(text.size() - 1, "**");
    text += "\n\n\n" + document.signature.name + "\n\nNơi nhận:\n\n";
    for (const std::string& recipient : document.recipients) text += "- " + recipient + "\n";
    text += "\n" + document.drafter_mark + "\n\n";
    const auto& programme = std::get<model::AttachedText>(document.attachments[0]);
    text += programme.title + "\n\n" + programme.subject + "\n\n" + programme.reference + "\n\n";
    for (const model::Section& section : programme.sections) {
        text += section.label + " " + section.title + "\n\n";
        add(text, section.items);
    }
    const auto& appendix = std::get<model::Appendix>(document.attachments[1]);
    text += appendix.label + "\n\n**" + appendix.title + "**\n\n" + appendix.reference + "\n\n";
    add(text, *appendix.table);
    return text;
}

model::Document sample() {
    return *test::read_json(test::file_content(test::source_folder() / "samples" / "khanh-hoa" / "decision.json"));
}

} // namespace

TEST_CASE("a transcript without letterhead gives the sample", "[interpret][text]") {
    const model::Document document = sample();
    const Read found = read_back(transcript(document));
    CHECK(found.document.document == document);
    if (!(found.document.document == document))
        REQUIRE(write::write_json(found.document.document) == write::write_json(document));
    CHECK(found.tells("read-unsure", "/number"));
    CHECK(found.tells("read-unsure", "/issuer/name"));
    for (const Diagnostic& finding : found.findings) CHECK(finding.code != "read-leftover");
}

TEST_CASE("a document that gives itself two numbers shows both", "[interpret][text]") {
    model::Document document = sample();
    std::string& reference = std::get<model::AttachedText>(document.attachments[0]).reference;
    reference.replace(reference.find("232"), 3, "52");
    const Read found = read_back(transcript(document));
    CHECK(found.document.document.number == "232");
    CHECK(found.trust("/number") < 0.5);
    CHECK(found.tells("number-conflict", "/attachments/0/reference"));
}

TEST_CASE("what is missing is told and not made up", "[interpret][text]") {
    const Read found = read_back("QUYẾT ĐỊNH\n\nVề việc nghỉ lễ\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Nghỉ lễ.\n");
    CHECK(found.document.document.subject == "Về việc nghỉ lễ");
    CHECK(found.document.document.articles.size() == 1);
    for (const char* pointer : {"/number", "/symbol", "/date", "/place", "/issuer/name", "/signature/name"})
        CHECK(found.tells("read-missing", pointer));
}

TEST_CASE("what a hand wrote into the head and a scan did not give is missing, the print around it is not",
          "[interpret]") {
    const Read read =
        read_back("ỦY BAN NHÂN DÂN\n\nTỈNH QUẢNG NGÃI\n\n/QĐ-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
                  "Độc lập - Tự do - Hạnh phúc\n\nQuảng Ngãi, ngày 0P tháng 02 năm 2025\n\nQUYẾT ĐỊNH\n\n"
                  "Về việc thử\n\nĐiều 1. Thử.\n");
    CHECK(read.document.document.number.empty());
    CHECK(read.document.document.symbol == "QĐ-UBND");
    CHECK(read.document.document.place == "Quảng Ngãi");
    CHECK_FALSE(read.document.document.date);
    CHECK(read.tells("read-missing", "/number"));
    CHECK(read.tells("read-missing", "/date"));
}
