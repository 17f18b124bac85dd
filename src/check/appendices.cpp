// Appendices: their numbers, that the text names them, that they hold something (annex I, I.III.1).
#include "check/findings.h"
#include "check/labels.h"
#include "check/text_walk.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::check {
namespace {

void check_label(const Context& context, const model::Appendix& appendix, int ordinal, int count,
                 const JsonPath& path) {
    if (appendix.label.empty()) return;
    const std::string expected =
        count == 1 ? context.words.appendix : context.words.appendix + " " + label_text(LabelKind::roman, ordinal);
    if (appendix.label == expected) return;
    const std::vector<Argument> arguments = {{"found", appendix.label}, {"expected", expected}};
    if (text::to_upper(appendix.label) == text::to_upper(expected))
        context.warn("appendix-label-case", "R-APP-02", path.member("label"), arguments);
    else
        context.warn("appendix-label", "R-APP-01", path.member("label"), arguments);
}

bool is_blank(const std::string& text) { return text.find_first_not_of(' ') == std::string::npos; }

/// A task without its text, and a note where nobody is in charge or no time is set.
void check_row(const Context& context, const model::Table& table, const model::Row& row, const JsonPath& path) {
    const JsonPath cells = path.member("cells");
    for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
        if (!is_blank(row.cells[i])) continue;
        const model::Column& column = table.columns[i];
        if (column.role == model::ColumnRole::task)
            context.warn("task-empty", "R-APP-02", cells.element(i), {{"column", column.title}});
        else if (column.role == model::ColumnRole::lead || column.role == model::ColumnRole::time)
            context.note("cell-empty", "R-APP-02", cells.element(i), {{"column", column.title}});
    }
}

void check_table(const Context& context, const model::Table& table, const JsonPath& path) {
    const JsonPath table_path = path.member("table");
    const JsonPath rows = table_path.member("rows");
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (table.rows[i].kind == model::RowKind::task) check_row(context, table, table.rows[i], rows.element(i));
}

/// Whether the decision or a text issued with it speaks of an appendix.
bool is_mentioned(const Context& context) {
    const std::string word = text::to_lower(context.words.appendix);
    bool mentioned = false;
    walk_body_texts(context.document, [&](const std::string& text, const JsonPath&) {
        mentioned = mentioned || text::to_lower(text).find(word) != std::string::npos;
    });
    return mentioned;
}

} // namespace

void check_appendices(const Context& context) {
    const auto& attachments = context.document.attachments;
    const auto count =
        static_cast<int>(std::count_if(attachments.begin(), attachments.end(), [](const model::Attachment& one) {
            return std::holds_alternative<model::Appendix>(one);
        }));
    const bool mentioned = count == 0 || is_mentioned(context);
    const JsonPath root;
    const JsonPath list = root.member("attachments");
    int ordinal = 0;
    for (std::size_t i = 0; i < attachments.size(); ++i) {
        const auto* appendix = std::get_if<model::Appendix>(&attachments[i]);
        if (appendix == nullptr) continue;
        const JsonPath path = list.element(i);
        check_label(context, *appendix, ++ordinal, count, path);
        if (!mentioned) context.note("appendix-not-mentioned", "R-APP-01", path);
        if (!appendix->table && appendix->sections.empty()) context.warn("appendix-empty", "R-APP-01", path);
        if (appendix->table) check_table(context, *appendix->table, path);
    }
}

} // namespace vanthu::check
