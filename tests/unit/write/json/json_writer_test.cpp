#include "support/json.h"
#include "support/random_document.h"
#include "write/json/json_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;

TEST_CASE("what is written is read back as it was", "[json][property]") {
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        const model::Document document = seed % 4 ? test::random_document(seed) : test::random_other_document(seed);
        const auto reread = test::read_json(write::write_json(document));
        INFO(::Catch::StringMaker<std::vector<std::string>>::convert(test::described(reread.diagnostics)));
        REQUIRE(reread);
        REQUIRE(*reread == document);
    }
}

TEST_CASE("empty optional fields are left out", "[json]") {
    model::Document document;
    document.kind = "decision";
    document.symbol = "QĐ-UBND";
    document.place = "Khánh Hòa";
    document.subject = "Về việc \"thử\"";
    document.articles = {{"1", {"Một./."}}};
    document.signature = {{"CHỦ TỊCH"}, "Lê Văn A"};
    model::Table table;
    table.columns = {{"STT", model::ColumnRole::ordinal, 12.5}};
    table.rows = {{model::RowKind::section, "I", "Phần", {}}, {model::RowKind::task, "", "", {""}}};
    document.attachments = {model::Appendix{"", "", "", {}, table}};
    CHECK(write::write_json(document) == R"({
  "kind": "decision",
  "symbol": "QĐ-UBND",
  "place": "Khánh Hòa",
  "subject": "Về việc \"thử\"",
  "articles": [
    {
      "number": "1",
      "paragraphs": [
        "Một./."
      ]
    }
  ],
  "signature": {
    "authority": [
      "CHỦ TỊCH"
    ],
    "name": "Lê Văn A"
  },
  "attachments": [
    {
      "kind": "appendix",
      "table": {
        "columns": [
          {
            "title": "STT",
            "role": "ordinal",
            "width": 12.5
          }
        ],
        "rows": [
          {
            "kind": "section",
            "label": "I",
            "text": "Phần"
          },
          {
            "kind": "task",
            "cells": [
              ""
            ]
          }
        ]
      }
    }
  ]
}
)");
}
