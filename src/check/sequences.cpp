// Numbers must follow each other (annex I, I.II.6đ).
#include "check/findings.h"
#include "check/labels.h"

namespace vanthu::check {
namespace {

/// One run of labels of the same level. A run may begin anew with 1, as tasks do in each section of a table.
class Sequence {
  public:
    explicit Sequence(const Context& context) : context_(context) {}

    void next(std::string_view text, const JsonPath& path) {
        const std::optional<Label> label = label_of(text);
        if (!label) return;
        const bool comparable = last_ && last_->kind == label->kind && last_->word == label->word;
        if (comparable && label->value != last_->value + 1 && label->value != 1)
            context_.warn("label-sequence", "R-STR-02", path,
                          {{"found", std::string(text)}, {"expected", label_text(label->kind, last_->value + 1)}});
        last_ = label;
    }

  private:
    const Context& context_;
    std::optional<Label> last_;
};

void check_items(const Context& context, const std::vector<model::Item>& items, const JsonPath& path) {
    Sequence sequence(context);
    const JsonPath list = path.member("items");
    for (std::size_t i = 0; i < items.size(); ++i) {
        const JsonPath item = list.element(i);
        sequence.next(items[i].label, item.member("label"));
        check_items(context, items[i].items, item);
    }
}

void check_sections(const Context& context, const std::vector<model::Section>& sections, const JsonPath& path) {
    Sequence sequence(context);
    const JsonPath list = path.member("sections");
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const JsonPath section = list.element(i);
        sequence.next(sections[i].label, section.member("label"));
        check_items(context, sections[i].items, section);
    }
}

std::size_t ordinal_column(const model::Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].role == model::ColumnRole::ordinal) return i;
    return table.columns.size();
}

void check_rows(const Context& context, const model::Table& table, const JsonPath& path) {
    const std::size_t ordinal = ordinal_column(table);
    Sequence sections(context);
    Sequence tasks(context);
    const JsonPath table_path = path.member("table");
    const JsonPath list = table_path.member("rows");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const model::Row& row = table.rows[i];
        const JsonPath row_path = list.element(i);
        const JsonPath cells = row_path.member("cells");
        if (row.kind == model::RowKind::section)
            sections.next(row.label, row_path.member("label"));
        else if (ordinal < row.cells.size())
            tasks.next(row.cells[ordinal], cells.element(ordinal));
    }
}

void check_articles(const Context& context, const JsonPath& root) {
    const JsonPath list = root.member("articles");
    int expected = 1;
    for (std::size_t i = 0; i < context.document.articles.size(); ++i) {
        const JsonPath article = list.element(i);
        const std::string& number = context.document.articles[i].number;
        const std::optional<Label> label = label_of(number);
        const bool inserted = number.starts_with(std::to_string(expected - 1)) && !label; // 2a behind 2
        if (inserted) continue;
        if (!label || label->kind != LabelKind::arabic || label->value != expected)
            context.warn("article-sequence", "R-STR-02", article.member("number"),
                         {{"found", number}, {"expected", std::to_string(expected)}});
        expected = (label && label->kind == LabelKind::arabic ? label->value : expected) + 1;
    }
}

} // namespace

void check_sequences(const Context& context) {
    const JsonPath root;
    check_articles(context, root);
    const JsonPath list = root.member("attachments");
    for (std::size_t i = 0; i < context.document.attachments.size(); ++i) {
        const JsonPath path = list.element(i);
        std::visit([&](const auto& one) { check_sections(context, one.sections, path); },
                   context.document.attachments[i]);
        const auto* appendix = std::get_if<model::Appendix>(&context.document.attachments[i]);
        if (appendix && appendix->table) check_rows(context, *appendix->table, path);
    }
}

} // namespace vanthu::check
