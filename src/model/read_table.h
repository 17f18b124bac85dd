// A table as reading finds it: any table of a document, and its tasks where it assigns tasks.
#pragma once

#include "model/document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vanthu::model {

/// When a task is due: "2021-2022", "Quý IV hàng năm", "Trước ngày 10 tháng 12 hàng năm", "Sau khi có Nghị định".
struct TaskTime {
    std::string raw;        ///< as printed
    std::string from, to;   ///< ISO 8601: "2021", "2021-10-01", "2021-12-31", each year's "--12-10"; empty: not said
    std::string recurrence; ///< "yearly", "half-yearly", "quarterly", "monthly", "permanent"; empty: once
    std::string condition;  ///< what must come first, in the words of the document

    bool operator==(const TaskTime&) const = default;
};

/// A place on a sheet; page 0: not known (a DOCX has no pages). Points from the top left corner.
struct SheetPlace {
    std::uint32_t page = 0;
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;

    bool operator==(const SheetPlace&) const = default;
};

struct Task {
    std::string section; ///< label and title of the section rows above, "II. Rà soát …"
    std::string ordinal; ///< empty is legal
    std::string task;
    std::vector<std::string> lead;
    std::vector<std::string> partners;
    std::string product;
    TaskTime time;
    SheetPlace place;
    std::uint32_t row = 0; ///< index into ReadTable::rows

    bool operator==(const Task&) const = default;
};

struct CellSpan {
    std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;

    bool operator==(const CellSpan&) const = default;
};

/// Where the text of a cell stands on the sheet on which it begins, and how sure its words are (0..1).
struct CellPlace {
    SheetPlace place;
    double trust = 1;

    bool operator==(const CellPlace&) const = default;
};

struct ReadTable {
    std::vector<std::uint32_t> pages; ///< from 1, ascending; empty where the source has no pages
    std::string title;
    std::vector<Column> columns; ///< titles of several header rows are joined: "Cơ quan thực hiện / Chủ trì"
    std::vector<RowKind> kinds;  ///< one a row
    std::vector<std::vector<std::string>> rows; ///< without header rows; as wide as `columns`. A merged cell's text
                                                ///< stands top left, the cells it covers are empty
    std::vector<CellSpan> spans;                ///< of cells wider or higher than one
    std::vector<SheetPlace> places;             ///< one a row: where it begins
    std::vector<std::vector<CellPlace>> cells;  ///< as `rows`; empty: not asked for, or the source has no pages
    std::vector<Task> tasks;                    ///< empty: no table of tasks
    double trust = 1;                           ///< 0..1: how sure rows and columns are

    bool is_task_table() const { return !tasks.empty(); }
    bool operator==(const ReadTable&) const = default;
};

/// Another document that a text names: "Nghị quyết số 134/NQ-CP ngày 25/9/2020 của Chính phủ".
struct Citation {
    std::string type;   ///< Nghị quyết, Luật …
    std::string name;   ///< of a law: "Tổ chức Chính quyền địa phương"
    std::string number; ///< 134
    std::string symbol; ///< NQ-CP
    std::optional<Date> date;
    std::string issuer; ///< Chính phủ
    std::string raw;    ///< the words in the text

    bool operator==(const Citation&) const = default;
};

/// Where a value of a document was read. Keyed by the JSON Pointer of the value.
struct Provenance {
    std::string pointer;
    std::vector<SheetPlace> places;
    std::string raw; ///< as it stood there, lines parted by "\n"
    double trust = 1;
    std::vector<Citation> citations; ///< of the value's text

    bool operator==(const Provenance&) const = default;
};

/// Everything that reading got out of one file.
struct ReadDocument {
    Document document;
    std::vector<Provenance> provenance; ///< in the order of the document
    std::vector<ReadTable> tables;      ///< all data tables in the order of the document

    bool operator==(const ReadDocument&) const = default;
};

} // namespace vanthu::model
