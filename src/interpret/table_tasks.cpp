#include "interpret/table_tasks.h"

#include "interpret/values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace vanthu::interpret {
namespace {

using model::ColumnRole;

std::string_view core_of(std::string_view label) {
    while (!label.empty() && std::string_view("( ").find(label.front()) != std::string_view::npos)
        label.remove_prefix(1);
    while (!label.empty() && std::string_view(".):/ ").find(label.back()) != std::string_view::npos)
        label.remove_suffix(1);
    return label;
}

class TaskFinder {
  public:
    TaskFinder(const model::ReadTable& table, const forms::ReadWords& words) : table_(table), words_(words) {
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            if (table.columns[column].role != ColumnRole::other)
                columns_[static_cast<std::size_t>(table.columns[column].role)] = column;
        reaching_.resize(table.rows.size() * table.columns.size());
        for (const model::CellSpan& span : table.spans)
            for (std::size_t column = span.column; column < std::size_t{span.column} + span.column_span; ++column)
                reach_down(span, column);
    }

    std::vector<model::Task> find() {
        if (!assigns_tasks()) return {};
        for (std::size_t i = 0; i < table_.rows.size(); ++i)
            if (table_.kinds[i] == model::RowKind::section)
                open_section(i);
            else if (std::any_of(table_.rows[i].begin(), table_.rows[i].end(),
                                 [](const auto& cell) { return !cell.empty(); }))
                add_task(i);
        return std::move(tasks_);
    }

  private:
    std::optional<std::size_t> column(ColumnRole role) const { return columns_[static_cast<std::size_t>(role)]; }

    bool assigns_tasks() const {
        return column(ColumnRole::task) &&
               (column(ColumnRole::lead) || column(ColumnRole::partners) || column(ColumnRole::time));
    }

    /// Not where another reaches already: cells do not overlap, whatever a file says.
    void reach_down(const model::CellSpan& span, std::size_t column) {
        for (std::size_t row = span.row + 1; row < std::size_t{span.row} + span.row_span; ++row) {
            const model::CellSpan*& reaching = reaching_[row * table_.columns.size() + column];
            if (reaching != nullptr) return;
            reaching = &span;
        }
    }

    /// The text of the row there, or that of the cell which reaches down to it.
    std::string value(std::size_t row, ColumnRole role) const {
        const auto at = column(role);
        if (!at) return "";
        const model::CellSpan* span = reaching_[row * table_.columns.size() + *at];
        return span == nullptr ? table_.rows[row][*at] : table_.rows[span->row][span->column];
    }

    void add_task(std::size_t row) {
        model::Task task;
        for (const Heading& heading : headings_) task.section += (task.section.empty() ? "" : " / ") + heading.text;
        task.ordinal = value(row, ColumnRole::ordinal);
        task.task = value(row, ColumnRole::task);
        task.lead = split_organisations(value(row, ColumnRole::lead), words_);
        task.partners = split_organisations(value(row, ColumnRole::partners), words_);
        task.product = value(row, ColumnRole::product);
        task.time = parse_time(value(row, ColumnRole::time), words_);
        if (row < table_.places.size()) task.place = table_.places[row];
        task.row = static_cast<std::uint32_t>(row);
        tasks_.push_back(std::move(task));
    }

    /// A heading takes the place of those of its kind and of the kinds that began below that one.
    void open_section(std::size_t row) {
        std::vector<std::string> texts;
        for (const std::string& cell : table_.rows[row])
            if (!cell.empty()) texts.push_back(cell);
        if (texts.empty()) return;
        const bool labelled = texts.size() > 1;
        const std::string label = labelled ? texts.front() : texts.front().substr(0, texts.front().find(' '));
        const LabelKind kind = label_kind(label);
        const auto same = std::find_if(headings_.begin(), headings_.end(),
                                       [&](const Heading& heading) { return heading.kind == kind; });
        headings_.erase(same, headings_.end());
        std::string text = texts.front();
        if (labelled) text += (text.find_first_of(".):") == std::string::npos ? ". " : " ") + texts.back();
        headings_.push_back({kind, std::move(text)});
    }

    struct Heading {
        LabelKind kind = LabelKind::none;
        std::string text;
    };

    const model::ReadTable& table_;
    const forms::ReadWords& words_;
    std::array<std::optional<std::size_t>, static_cast<std::size_t>(ColumnRole::other) + 1> columns_;
    std::vector<const model::CellSpan*> reaching_; ///< by position: the cell that reaches down to it from a row above
    std::vector<Heading> headings_;
    std::vector<model::Task> tasks_;
};

} // namespace

LabelKind label_kind(std::string_view label) {
    const std::string_view core = core_of(label);
    if (core.empty()) return LabelKind::none;
    if (core.find_first_not_of("IVXL") == std::string_view::npos) return LabelKind::roman;
    if (core.size() == 1 && core.front() >= 'A' && core.front() <= 'Z') return LabelKind::letter;
    return core.find_first_not_of("0123456789.") == std::string_view::npos ? LabelKind::number : LabelKind::none;
}

std::vector<model::Task> find_tasks(const model::ReadTable& table, const forms::ReadWords& words) {
    return TaskFinder(table, words).find();
}

} // namespace vanthu::interpret
