#include "read/json/tables_reader.h"

#include "model/names.h"
#include "read/json/json_tree.h"
#include "read/json/json_values.h"

#include <limits>

namespace vanthu::read {
namespace {

using Node = std::uint32_t;

/// The value of a member that is not what it must be; caught in this file.
struct Unfit {
    std::string_view member;
};

class Tables {
  public:
    explicit Tables(const JsonTree& tree) : tree_(tree) {}

    std::vector<model::ReadTable> tables() const { return list(member(0, "tables"), "tables", &Tables::table); }

  private:
    void require(bool condition, std::string_view name) const {
        if (!condition) throw Unfit{name};
    }

    Node member(Node object, std::string_view name) const {
        const std::optional<Node> found = tree_.find(object, name);
        if (!found) throw Unfit{name};
        return *found;
    }

    std::string text(Node node, std::string_view name) const {
        require(tree_.nodes[node].type == JsonType::string && tree_.nodes[node].valid, name);
        return std::string(tree_.nodes[node].text());
    }

    std::string text_of(Node object, std::string_view name) const { return text(member(object, name), name); }

    double number(Node node, std::string_view name) const {
        require(tree_.nodes[node].type == JsonType::number, name);
        const std::optional<double> value = number_of(tree_.nodes[node].text());
        if (!value) throw Unfit{name};
        return *value;
    }

    std::uint32_t count(Node node, std::string_view name) const {
        const double value = number(node, name);
        require(value >= 0 && value <= std::numeric_limits<std::uint32_t>::max(), name);
        const auto whole = static_cast<std::uint32_t>(value);
        require(static_cast<double>(whole) == value, name);
        return whole;
    }

    std::uint32_t count_of(Node object, std::string_view name) const { return count(member(object, name), name); }

    /// Each element by a member function of one argument, or of a node and a name.
    template <class T> std::vector<T> list(Node array, std::string_view name, T (Tables::*read)(Node) const) const {
        require(tree_.nodes[array].type == JsonType::array, name);
        std::vector<T> result;
        tree_.each_element(array, [&](Node element) { result.push_back((this->*read)(element)); });
        return result;
    }

    template <class T>
    std::vector<T> list_of(Node object, std::string_view name, T (Tables::*read)(Node, std::string_view) const) const {
        const Node array = member(object, name);
        require(tree_.nodes[array].type == JsonType::array, name);
        std::vector<T> result;
        tree_.each_element(array, [&](Node element) { result.push_back((this->*read)(element, name)); });
        return result;
    }

    std::vector<std::string> texts_of(Node object, std::string_view name) const {
        return list_of(object, name, &Tables::text);
    }

    model::SheetPlace place(Node node) const {
        model::SheetPlace result;
        result.page = count_of(node, "page");
        const std::vector<double> edges = list_of(node, "box", &Tables::number);
        require(edges.size() == 4, "box");
        result.x1 = edges[0];
        result.y1 = edges[1];
        result.x2 = edges[2];
        result.y2 = edges[3];
        return result;
    }

    model::CellSpan span(Node node) const {
        return {count_of(node, "row"), count_of(node, "column"), count_of(node, "row_span"),
                count_of(node, "column_span")};
    }

    model::RowKind kind(Node node, std::string_view name) const {
        const std::string word = text(node, name);
        require(word == model::section_row_name || word == model::task_row_name, name);
        return word == model::section_row_name ? model::RowKind::section : model::RowKind::task;
    }

    model::ColumnRole role(Node node, std::string_view name) const {
        const std::optional<model::ColumnRole> found = model::column_role_of(text(node, name));
        if (!found) throw Unfit{name};
        return *found;
    }

    model::Task task(Node node) const {
        model::Task result;
        result.section = text_of(node, "section");
        result.ordinal = text_of(node, "ordinal");
        result.task = text_of(node, "task");
        result.lead = texts_of(node, "lead");
        result.partners = texts_of(node, "partners");
        result.product = text_of(node, "product");
        const Node time = member(node, "time");
        result.time = {text_of(time, "raw"), text_of(time, "from"), text_of(time, "to"), text_of(time, "recurrence"),
                       text_of(time, "condition")};
        result.place = place(node);
        result.row = count_of(node, "row");
        return result;
    }

    std::vector<std::string> row(Node node, std::string_view name) const {
        require(tree_.nodes[node].type == JsonType::array, name);
        std::vector<std::string> cells;
        tree_.each_element(node, [&](Node cell) { cells.push_back(text(cell, name)); });
        return cells;
    }

    model::CellPlace cell(Node node, std::string_view name) const {
        std::vector<double> numbers;
        require(tree_.nodes[node].type == JsonType::array, name);
        tree_.each_element(node, [&](Node element) { numbers.push_back(number(element, name)); });
        require(numbers.size() == 6 && numbers[0] >= 0 && numbers[0] <= 100'000, name);
        return {{static_cast<std::uint32_t>(numbers[0]), numbers[1], numbers[2], numbers[3], numbers[4]}, numbers[5]};
    }

    std::vector<model::CellPlace> cells(Node node, std::string_view name) const {
        require(tree_.nodes[node].type == JsonType::array, name);
        std::vector<model::CellPlace> places;
        tree_.each_element(node, [&](Node element) { places.push_back(cell(element, name)); });
        return places;
    }

    std::vector<model::Column> columns(Node node) const {
        const std::vector<std::string> titles = texts_of(node, "columns");
        const std::vector<model::ColumnRole> roles = list_of(node, "roles", &Tables::role);
        require(roles.size() == titles.size(), "roles");
        std::vector<model::Column> result;
        for (std::size_t i = 0; i < titles.size(); ++i) result.push_back({titles[i], roles[i], std::nullopt});
        return result;
    }

    model::ReadTable table(Node node) const {
        model::ReadTable result;
        result.pages = list_of(node, "pages", &Tables::count);
        result.title = text_of(node, "title");
        result.columns = columns(node);
        result.rows = list_of(node, "rows", &Tables::row);
        result.kinds = list_of(node, "kinds", &Tables::kind);
        result.spans = list(member(node, "spans"), "spans", &Tables::span);
        result.places = list(member(node, "places"), "places", &Tables::place);
        if (tree_.find(node, "cells")) result.cells = list_of(node, "cells", &Tables::cells);
        result.tasks = list(member(node, "tasks"), "tasks", &Tables::task);
        result.trust = number(member(node, "confidence"), "confidence");
        check(result);
        return result;
    }

    /// Writers count on these.
    void check(const model::ReadTable& table) const {
        for (const std::vector<std::string>& row : table.rows) require(row.size() == table.columns.size(), "rows");
        require(table.kinds.size() == table.rows.size(), "kinds");
        require(table.places.empty() || table.places.size() == table.rows.size(), "places");
        require(table.cells.empty() || table.cells.size() == table.rows.size(), "cells");
        for (const std::vector<model::CellPlace>& row : table.cells)
            require(row.size() == table.columns.size(), "cells");
        require(table.trust >= 0 && table.trust <= 1, "confidence");
        for (const model::Task& task : table.tasks) require(task.row < table.rows.size(), "tasks");
        for (const model::CellSpan& span : table.spans)
            require(fits(span.row, span.row_span, table.rows.size()) &&
                        fits(span.column, span.column_span, table.columns.size()),
                    "spans");
    }

    static bool fits(std::size_t first, std::size_t length, std::size_t count) {
        return length >= 1 && first + length <= count;
    }

    const JsonTree& tree_;
};

Diagnostic broken(std::string_view member) {
    return {"tables-json-broken", Severity::error, {{"member", std::string(member)}}, {}};
}

} // namespace

Result<std::vector<model::ReadTable>> read_tables_json(std::string_view json) {
    using Reading = Result<std::vector<model::ReadTable>>;
    if (json.size() > json_max_bytes)
        return Reading::failed(
            {"file-too-large", Severity::error, {{"limit", std::to_string(json_max_bytes >> 20)}}, {}});
    const auto parsed = parse_json(json);
    if (!std::holds_alternative<JsonTree>(parsed)) return Reading::failed(broken("{}"));
    try {
        return Reading::of(Tables(std::get<JsonTree>(parsed)).tables());
    } catch (const Unfit& unfit) {
        return Reading::failed(broken(unfit.member));
    }
}

bool is_json_object(std::string_view json) {
    if (json.size() > json_max_bytes) return false;
    const auto parsed = parse_json(json);
    const auto* tree = std::get_if<JsonTree>(&parsed);
    if (tree == nullptr || tree->nodes.front().type != JsonType::object) return false;
    for (const JsonNode& node : tree->nodes)
        if (node.type == JsonType::string && !node.valid) return false;
    return true;
}

} // namespace vanthu::read
