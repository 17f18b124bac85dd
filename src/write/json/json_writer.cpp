#include "write/json/json_writer.h"

#include "model/names.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>

namespace vanthu::write {
namespace {

/// What rapidjson writes to, without a buffer between.
struct StringSink {
    using Ch = char;
    Bytes& bytes;
    void Put(char c) { bytes.push_back(c); }
    void Flush() {}
};

class Writer {
  public:
    explicit Writer(Bytes& bytes) : sink_{bytes}, json_(sink_) { json_.SetIndent(' ', 2); }

    void document(const model::Document& document) {
        json_.StartObject();
        field("kind", document.kind);
        optional("type", document.type);
        if (document.issuer != model::Issuer{}) issuer(document.issuer);
        optional("number", document.number);
        field("symbol", document.symbol);
        field("place", document.place);
        if (document.date)
            field("date",
                  fmt::format("{:04}-{:02}-{:02}", document.date->year, document.date->month, document.date->day));
        field("subject", document.subject);
        optional("authority", document.authority);
        optional("addressees", document.addressees);
        optional("legal_bases", document.legal_bases);
        optional("enactment", document.enactment);
        optional("articles", document.articles);
        optional("sections", document.sections);
        key("signature");
        signature(document.signature);
        optional("recipients", document.recipients);
        if (!document.attachments.empty()) list("attachments", document.attachments);
        if (document.marks != model::Marks{}) marks(document.marks);
        optional("drafter_mark", document.drafter_mark);
        optional("contact", document.contact);
        json_.EndObject();
    }

  private:
    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

    void write(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

    void field(std::string_view name, std::string_view text) {
        key(name);
        write(text);
    }

    void optional(std::string_view name, std::string_view text) {
        if (!text.empty()) field(name, text);
    }

    template <class T> void optional(std::string_view name, const std::vector<T>& values) {
        if (!values.empty()) list(name, values);
    }

    template <class T> void list(std::string_view name, const std::vector<T>& values) {
        key(name);
        json_.StartArray();
        for (const T& value : values) write(value);
        json_.EndArray();
    }

    void issuer(const model::Issuer& issuer) {
        key("issuer");
        json_.StartObject();
        optional("parent", issuer.parent);
        field("name", issuer.name);
        json_.EndObject();
    }

    void signature(const model::Signature& signature) {
        json_.StartObject();
        list("authority", signature.authority);
        field("name", signature.name);
        json_.EndObject();
    }

    void marks(const model::Marks& marks) {
        key("marks");
        json_.StartObject();
        optional("urgency", marks.urgency);
        optional("circulation", marks.circulation);
        json_.EndObject();
    }

    void write(const model::Article& article) {
        json_.StartObject();
        optional("headings", article.headings);
        field("number", article.number);
        list("paragraphs", article.paragraphs);
        json_.EndObject();
    }

    void write(const model::Item& item) {
        json_.StartObject();
        optional("label", item.label);
        field("text", item.text);
        optional("items", item.items);
        json_.EndObject();
    }

    void write(const model::Section& section) {
        json_.StartObject();
        optional("label", section.label);
        optional("title", section.title);
        optional("items", section.items);
        json_.EndObject();
    }

    void write(const model::Attachment& attachment) {
        std::visit([this](const auto& one) { write_attachment(one); }, attachment);
    }

    void write_attachment(const model::AttachedText& text) {
        json_.StartObject();
        field("kind", name_of(text.kind));
        field("title", text.title);
        field("subject", text.subject);
        optional("reference", text.reference);
        list("sections", text.sections);
        json_.EndObject();
    }

    void write_attachment(const model::Appendix& appendix) {
        json_.StartObject();
        field("kind", model::appendix_name);
        optional("label", appendix.label);
        optional("title", appendix.title);
        optional("reference", appendix.reference);
        optional("sections", appendix.sections);
        if (appendix.table) table(*appendix.table);
        json_.EndObject();
    }

    void table(const model::Table& table) {
        key("table");
        json_.StartObject();
        list("columns", table.columns);
        list("rows", table.rows);
        json_.EndObject();
    }

    void write(const model::Column& column) {
        json_.StartObject();
        field("title", column.title);
        field("role", name_of(column.role));
        if (column.width) {
            const std::string width = fmt::format("{}", *column.width);
            key("width");
            json_.RawValue(width.data(), width.size(), rapidjson::kNumberType);
        }
        json_.EndObject();
    }

    void write(const model::Row& row) {
        json_.StartObject();
        if (row.kind == model::RowKind::section) {
            field("kind", model::section_row_name);
            optional("label", row.label);
            field("text", row.text);
        } else {
            field("kind", model::task_row_name);
            list("cells", row.cells);
        }
        json_.EndObject();
    }

    StringSink sink_;
    rapidjson::PrettyWriter<StringSink> json_;
};

} // namespace

Bytes write_json(const model::Document& document) {
    Bytes bytes;
    Writer(bytes).document(document);
    bytes.push_back('\n');
    return bytes;
}

} // namespace vanthu::write
