// What an administrative document says. The JSON that `read` gives and `generate` takes has the same shape and names
// (templates/schema/document.schema.json); all strings are valid UTF-8 in NFC.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vanthu::model {

/// A calendar date that exists.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    bool operator==(const Date&) const = default;
};

/// Decree 30/2020, annex I, II.2: the direct superior (may be empty) and the body that issues.
struct Issuer {
    std::string parent;
    std::string name;

    bool operator==(const Issuer&) const = default;
};

/// Điều N. The first paragraph runs on after the label.
struct Article {
    std::string number;
    std::vector<std::string> paragraphs;
    std::vector<std::string> headings; ///< printed above it: "Chương I", "QUY ĐỊNH CHUNG"

    bool operator==(const Article&) const = default;
};

/// Annex I, II.7: the lines of authority and title (TM., KT., TL. …) and the name under the signature.
struct Signature {
    std::vector<std::string> authority;
    std::string name;

    bool operator==(const Signature&) const = default;
};

/// One numbered, lettered or dashed point of an outline; an empty label is a plain paragraph.
struct Item {
    std::string label; ///< as printed: "1.", "a)", "-"
    std::string text;
    std::vector<Item> items;

    bool operator==(const Item&) const = default;
};

struct Section {
    std::string label; ///< as printed: "I.", "Chương I"
    std::string title;
    std::vector<Item> items;

    bool operator==(const Section&) const = default;
};

enum class TextKind { programme, plan, regulation };

/// A text issued with the decision (form 1.3): programme, plan, regulation.
struct AttachedText {
    TextKind kind = TextKind::programme;
    std::string title; ///< type of text, e.g. CHƯƠNG TRÌNH HÀNH ĐỘNG
    std::string subject;
    std::string reference; ///< empty: derived from the decision
    std::vector<Section> sections;

    bool operator==(const AttachedText&) const = default;
};

enum class ColumnRole { ordinal, task, lead, partners, product, time, other };

struct Column {
    std::string title;
    ColumnRole role = ColumnRole::other;
    std::optional<double> width; ///< mm; none: from content and role

    bool operator==(const Column&) const = default;
};

enum class RowKind { section, task };

/// A section row spans the table behind its label; a task row has one cell a column.
struct Row {
    RowKind kind = RowKind::task;
    std::string label;
    std::string text;
    std::vector<std::string> cells;

    bool operator==(const Row&) const = default;
};

struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;

    bool operator==(const Table&) const = default;
};

/// Phụ lục (annex I, III.1): a table, an outline, or both.
struct Appendix {
    std::string label; ///< empty: derived, "Phụ lục" or "Phụ lục II"
    std::string title;
    std::string reference; ///< empty: derived from the decision
    std::vector<Section> sections;
    std::optional<Table> table;

    bool operator==(const Appendix&) const = default;
};

using Attachment = std::variant<AttachedText, Appendix>;

/// Annex I, III.2: empty strings mean no mark.
struct Marks {
    std::string urgency;     ///< HỎA TỐC, THƯỢNG KHẨN, KHẨN
    std::string circulation; ///< XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ

    bool operator==(const Marks&) const = default;
};

struct Document {
    std::string kind; ///< name of the template, e.g. "decision"
    std::string type; ///< name of the type in natural case, "Thông tư"; empty: the template's title
    Issuer issuer;
    std::string number; ///< before the first "/"; empty in a draft
    std::string symbol; ///< behind it: QĐ-UBND, 2002/QĐ-BTC
    std::string place;
    std::optional<Date> date; ///< none in a draft
    std::string subject;
    std::string authority;               ///< line between subject and legal bases; empty: the issuer's name
    std::vector<std::string> addressees; ///< Kính gửi
    std::vector<std::string> legal_bases;
    std::string enactment; ///< line above the articles; empty: the template's wording, where it has one
    std::vector<Article> articles;
    std::vector<Section> sections; ///< body that is no articles: plans, reports, letters
    Signature signature;
    std::vector<std::string> recipients; ///< without the leading dash
    std::vector<Attachment> attachments;
    Marks marks;
    std::string drafter_mark; ///< annex I, III.3
    std::string contact;      ///< annex I, III.4

    bool operator==(const Document&) const = default;
};

} // namespace vanthu::model
