#include "write/json/read_writer.h"

#include "model/names.h"
#include "write/json/json_writer.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <string_view>

namespace vanthu::write {
namespace {

constexpr std::string_view document_end = "\n}\n";

/// One value of the document on one line; lines are put together by whoever wants them readable.
class Line {
  public:
    Line() : json_(buffer_) {}

    std::string_view text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

    void open() { json_.StartObject(); }
    void close() { json_.EndObject(); }

    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void value(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    void value(std::uint32_t number) { json_.Uint(number); }

    /// Hundredths: of a point they are below what a printer can place, of a trust below what it means.
    void value(double number) {
        const std::string text = fmt::format("{}", std::round(number * 100) / 100 + 0.0);
        json_.RawValue(text.data(), text.size(), rapidjson::kNumberType);
    }

    template <class T> void value(const std::vector<T>& values) {
        json_.StartArray();
        for (const T& one : values) value(one);
        json_.EndArray();
    }

    void value(const model::Date& date) { value(fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day)); }

    template <class T> void field(std::string_view name, const T& content) {
        key(name);
        value(content);
    }

    void optional(std::string_view name, std::string_view text) {
        if (!text.empty()) field(name, text);
    }

    void place_fields(const model::SheetPlace& place) {
        field("page", place.page);
        key("box");
        json_.StartArray();
        for (const double edge : {place.x1, place.y1, place.x2, place.y2}) value(edge);
        json_.EndArray();
    }

    void value(const model::SheetPlace& place) {
        open();
        place_fields(place);
        close();
    }

    void value(const model::Citation& citation) {
        open();
        optional("type", citation.type);
        optional("name", citation.name);
        optional("number", citation.number);
        optional("symbol", citation.symbol);
        if (citation.date) field("date", *citation.date);
        optional("issuer", citation.issuer);
        field("raw", std::string_view(citation.raw));
        close();
    }

    void value(const model::Provenance& provenance) {
        open();
        field("places", provenance.places);
        field("raw", std::string_view(provenance.raw));
        field("confidence", provenance.trust);
        if (!provenance.citations.empty()) field("citations", provenance.citations);
        close();
    }

    void value(const model::CellSpan& span) {
        open();
        field("row", span.row);
        field("column", span.column);
        field("row_span", span.row_span);
        field("column_span", span.column_span);
        close();
    }

    void value(const model::TaskTime& time) {
        open();
        field("raw", std::string_view(time.raw));
        field("from", std::string_view(time.from));
        field("to", std::string_view(time.to));
        field("recurrence", std::string_view(time.recurrence));
        field("condition", std::string_view(time.condition));
        close();
    }

    void value(const model::Task& task) {
        open();
        field("section", std::string_view(task.section));
        field("ordinal", std::string_view(task.ordinal));
        field("task", std::string_view(task.task));
        field("lead", task.lead);
        field("partners", task.partners);
        field("product", std::string_view(task.product));
        field("time", task.time);
        place_fields(task.place);
        field("row", task.row);
        close();
    }

    void value(const model::CellPlace& cell) {
        json_.StartArray();
        json_.Uint(cell.place.page);
        for (const double number : {cell.place.x1, cell.place.y1, cell.place.x2, cell.place.y2, cell.trust})
            value(number);
        json_.EndArray();
    }

    void value(model::RowKind kind) {
        value(kind == model::RowKind::section ? model::section_row_name : model::task_row_name);
    }

  private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> json_;
};

template <class T> std::string line_of(const T& value) {
    Line line;
    line.value(value);
    return std::string(line.text());
}

/// Puts members and elements on lines of their own.
class Tables {
  public:
    Tables(Bytes& bytes, CellPlaces places) : bytes_(bytes), tells_cells_(places == CellPlaces::told) {}

    void write(const model::ReadTable& table) {
        std::vector<std::string> titles;
        std::vector<std::string> roles;
        for (const model::Column& column : table.columns) {
            titles.push_back(column.title);
            roles.emplace_back(name_of(column.role));
        }
        bytes_ += "{\"pages\":" + line_of(table.pages) + ",\"title\":" + line_of(std::string_view(table.title));
        bytes_ += ",\n  \"columns\":" + line_of(titles) + ",\n  \"roles\":" + line_of(roles);
        list("rows", table.rows);
        bytes_ += ",\n  \"kinds\":" + line_of(table.kinds) + ",\n  \"spans\":" + line_of(table.spans);
        list("places", table.places);
        if (tells_cells_) list("cells", table.cells);
        list("tasks", table.tasks);
        bytes_ += ",\n  \"confidence\":" + line_of(table.trust) + "}";
    }

  private:
    template <class T> void list(std::string_view name, const std::vector<T>& values) {
        bytes_ += fmt::format(",\n  \"{}\":[", name);
        for (std::size_t i = 0; i < values.size(); ++i) bytes_ += (i == 0 ? "\n    " : ",\n    ") + line_of(values[i]);
        bytes_ += "]";
    }

    Bytes& bytes_;
    bool tells_cells_;
};

} // namespace

Bytes read_document_json(const model::ReadDocument& read) {
    Bytes bytes = write_json(read.document);
    if (read.provenance.empty()) return bytes;
    bytes.resize(bytes.size() - document_end.size());
    bytes += ",\n  \"provenance\": {";
    std::string_view separator = "\n    ";
    for (const model::Provenance& one : read.provenance) {
        bytes += separator;
        bytes += line_of(std::string_view(one.pointer)) + ": " + line_of(one);
        separator = ",\n    ";
    }
    bytes += "\n  }";
    bytes += document_end;
    return bytes;
}

Bytes tables_json(std::span<const model::ReadTable> tables, CellPlaces places) {
    Bytes bytes = "{\"tables\":[";
    Tables writer(bytes, places);
    std::string_view separator = "\n";
    for (const model::ReadTable& table : tables) {
        bytes += separator;
        writer.write(table);
        separator = ",\n";
    }
    bytes += "]}\n";
    return bytes;
}

} // namespace vanthu::write
