#include "archive/record_json.h"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <array>

namespace vanthu::archive {
namespace {

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;
using Value = rapidjson::Value;

template <class Owner> struct Field {
    const char* name;
    std::string Owner::*member;
};

constexpr std::array record_fields = {
    Field<Record>{"id", &Record::id},
    Field<Record>{"source", &Record::source},
    Field<Record>{"type", &Record::type},
    Field<Record>{"number", &Record::number},
    Field<Record>{"symbol", &Record::symbol},
    Field<Record>{"issuer", &Record::issuer},
    Field<Record>{"date", &Record::date},
    Field<Record>{"place", &Record::place},
    Field<Record>{"subject", &Record::subject},
    Field<Record>{"signer", &Record::signer},
    Field<Record>{"position", &Record::position},
};

constexpr std::array task_fields = {
    Field<model::Task>{"section", &model::Task::section},
    Field<model::Task>{"ordinal", &model::Task::ordinal},
    Field<model::Task>{"task", &model::Task::task},
    Field<model::Task>{"product", &model::Task::product},
};

constexpr std::array time_fields = {
    Field<model::TaskTime>{"raw", &model::TaskTime::raw},
    Field<model::TaskTime>{"from", &model::TaskTime::from},
    Field<model::TaskTime>{"to", &model::TaskTime::to},
    Field<model::TaskTime>{"recurrence", &model::TaskTime::recurrence},
    Field<model::TaskTime>{"condition", &model::TaskTime::condition},
};

void put(Writer& writer, const std::string& text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

template <class Owner, std::size_t Count>
void put(Writer& writer, const std::array<Field<Owner>, Count>& fields, const Owner& from) {
    for (const auto& field : fields) {
        const std::string& text = from.*field.member;
        if (text.empty()) continue;
        writer.Key(field.name);
        put(writer, text);
    }
}

void put(Writer& writer, const char* name, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    writer.Key(name);
    writer.StartArray();
    for (const std::string& text : texts) put(writer, text);
    writer.EndArray();
}

void put(Writer& writer, const model::Task& task) {
    writer.StartObject();
    put(writer, task_fields, task);
    put(writer, "lead", task.lead);
    put(writer, "partners", task.partners);
    writer.Key("time");
    writer.StartObject();
    put(writer, time_fields, task.time);
    writer.EndObject();
    writer.Key("row");
    writer.Uint(task.row);
    const model::SheetPlace& place = task.place;
    if (place.page != 0) {
        writer.Key("page");
        writer.Uint(place.page);
        writer.Key("box");
        writer.StartArray();
        for (const double side : {place.x1, place.y1, place.x2, place.y2}) writer.Double(side);
        writer.EndArray();
    }
    writer.EndObject();
}

template <class Owner, std::size_t Count>
void get(const Value& object, const std::array<Field<Owner>, Count>& fields, Owner& to) {
    for (const auto& field : fields) {
        const auto found = object.FindMember(field.name);
        if (found != object.MemberEnd() && found->value.IsString())
            to.*field.member = {found->value.GetString(), found->value.GetStringLength()};
    }
}

void get(const Value& object, const char* name, std::vector<std::string>& texts) {
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd() || !found->value.IsArray()) return;
    for (const Value& text : found->value.GetArray())
        if (text.IsString()) texts.emplace_back(text.GetString(), text.GetStringLength());
}

void get(const Value& object, const char* name, std::uint32_t& number) {
    const auto found = object.FindMember(name);
    if (found != object.MemberEnd() && found->value.IsUint()) number = found->value.GetUint();
}

void get_box(const Value& object, model::SheetPlace& place) {
    const auto found = object.FindMember("box");
    if (found == object.MemberEnd() || !found->value.IsArray() || found->value.Size() != 4) return;
    const std::array sides = {&place.x1, &place.y1, &place.x2, &place.y2};
    for (rapidjson::SizeType i = 0; i < sides.size(); ++i)
        if (found->value[i].IsNumber()) *sides[i] = found->value[i].GetDouble();
}

model::Task task_of(const Value& object) {
    model::Task task;
    get(object, task_fields, task);
    get(object, "lead", task.lead);
    get(object, "partners", task.partners);
    const auto time = object.FindMember("time");
    if (time != object.MemberEnd() && time->value.IsObject()) get(time->value, time_fields, task.time);
    get(object, "row", task.row);
    get(object, "page", task.place.page);
    get_box(object, task.place);
    return task;
}

} // namespace

Bytes write_record(const Record& record) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.SetIndent(' ', 1);
    writer.StartObject();
    put(writer, record_fields, record);
    put(writer, "recipients", record.recipients);
    writer.Key("pages");
    writer.Uint(record.pages);
    writer.Key("trust");
    writer.Double(record.trust);
    writer.Key("tasks");
    writer.StartArray();
    for (const model::Task& task : record.tasks) put(writer, task);
    writer.EndArray();
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::optional<Record> read_record(std::string_view json) {
    rapidjson::Document root;
    root.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag |
               rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
    if (root.HasParseError() || !root.IsObject()) return std::nullopt;
    Record record;
    get(root, record_fields, record);
    get(root, "recipients", record.recipients);
    get(root, "pages", record.pages);
    const auto trust = root.FindMember("trust");
    if (trust != root.MemberEnd() && trust->value.IsNumber()) record.trust = trust->value.GetDouble();
    const auto tasks = root.FindMember("tasks");
    if (tasks != root.MemberEnd() && tasks->value.IsArray())
        for (const Value& task : tasks->value.GetArray())
            if (task.IsObject()) record.tasks.push_back(task_of(task));
    return record;
}

} // namespace vanthu::archive
