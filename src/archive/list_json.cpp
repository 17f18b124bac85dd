#include "archive/list_json.h"

#include "base/printable.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace vanthu::archive {
namespace {

class JsonLine {
  public:
    void text(const char* name, const std::string& value) {
        writer_.Key(name);
        string(value);
    }
    void texts(const char* name, const std::vector<std::string>& values) {
        writer_.Key(name);
        writer_.StartArray();
        for (const std::string& value : values) string(value);
        writer_.EndArray();
    }
    void number(const char* name, std::uint64_t value) {
        writer_.Key(name);
        writer_.Uint64(value);
    }
    void real(const char* name, double value) {
        writer_.Key(name);
        writer_.Double(value);
    }
    template <class Items, class Write> void objects(const char* name, const Items& items, Write write) {
        writer_.Key(name);
        writer_.StartArray();
        for (const auto& item : items) {
            writer_.StartObject();
            write(item);
            writer_.EndObject();
        }
        writer_.EndArray();
    }
    template <class Write> static std::string object(Write write) {
        JsonLine line;
        line.writer_.SetMaxDecimalPlaces(3);
        line.writer_.StartObject();
        write(line);
        line.writer_.EndObject();
        return std::string(line.buffer_.GetString(), line.buffer_.GetSize()) + "\n";
    }

  private:
    void string(const std::string& value) {
        const std::string valid = valid_utf8(value);
        writer_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
    }

    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

} // namespace

std::string json_of(const Hits& hits) {
    return JsonLine::object([&](JsonLine& json) {
        json.number("total", hits.total);
        json.objects("hits", hits.hits, [&](const Hit& hit) {
            const Record& record = hit.record;
            json.text("id", record.id);
            json.text("type", record.type);
            json.text("number", record.number);
            json.text("symbol", record.symbol);
            json.text("date", record.date);
            json.text("issuer", record.issuer);
            json.text("subject", record.subject);
            json.text("signer", record.signer);
            json.number("pages", record.pages);
            json.text("source", record.source);
            json.text("snippet", hit.snippet);
            json.real("score", hit.score);
        });
    });
}

std::string json_of(const TaskHits& hits) {
    return JsonLine::object([&](JsonLine& json) {
        json.number("total", hits.total);
        json.objects("tasks", hits.hits, [&](const TaskHit& hit) {
            json.text("id", hit.id);
            json.text("number", hit.number);
            json.text("symbol", hit.symbol);
            json.text("date", hit.date);
            json.text("issuer", hit.issuer);
            json.text("section", hit.task.section);
            json.text("ordinal", hit.task.ordinal);
            json.text("task", hit.task.task);
            json.texts("lead", hit.task.lead);
            json.texts("partners", hit.task.partners);
            json.text("product", hit.task.product);
            json.text("due", hit.task.time.raw);
            json.text("from", hit.task.time.from);
            json.text("to", hit.task.time.to);
            json.text("recurrence", hit.task.time.recurrence);
        });
    });
}

std::string json_of(std::span<const Entry> entries) {
    return JsonLine::object([&](JsonLine& json) {
        json.objects("entries", entries, [&](const Entry& entry) {
            json.text("book", entry.book);
            json.number("year", entry.year);
            json.number("number", entry.number);
            json.text("symbol", entry.symbol);
            json.text("date", entry.date);
            json.text("type", entry.type);
            json.text("subject", entry.subject);
            json.text("signer", entry.signer);
            json.text("recipients", entry.recipients);
            json.text("drafter", entry.drafter);
            json.text("note", entry.note);
            json.number("copies", entry.copies);
            json.text("id", entry.id);
            json.text("taken", entry.taken);
        });
    });
}

} // namespace vanthu::archive
