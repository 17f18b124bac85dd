#include "server/readings.h"

#include "jobs/archive_add.h"
#include "jobs/read_batch.h"
#include "jobs/reviewed_tables.h"
#include "server/handlers.h"

#include <algorithm>
#include <array>
#include <span>

namespace vanthu::server {

using office::Item;
using office::Kind;

namespace {

/// Why it could not be read: of what hinders, the first.
Diagnostics hindrance(const Diagnostics& found) {
    const auto error = std::find_if(found.begin(), found.end(),
                                    [](const Diagnostic& one) { return one.severity == Severity::error; });
    return error == found.end() ? Diagnostics{} : Diagnostics{*error};
}

bool is_interrupted(const Diagnostics& found) {
    return std::any_of(found.begin(), found.end(), [](const Diagnostic& one) { return one.code == "interrupted"; });
}

std::size_t count_warnings(const Diagnostics& found) {
    return static_cast<std::size_t>(std::count_if(
        found.begin(), found.end(), [](const Diagnostic& one) { return one.severity == Severity::warning; }));
}

constexpr std::array<const char*, 4> facts_of_reading = {"pages", "confidence", "warnings", "diagnostics"};
constexpr std::array<const char*, 4> facts_of_document = {"number", "symbol", "date", "subject"};

void copy_facts(Json& json, const Bytes& facts, std::span<const char* const> names) {
    const auto known = parse_object(facts);
    if (!known) return;
    for (const char* name : names)
        if (known->HasMember(name)) json.raw_member(name, json_of(*known, name));
}

bool has_document(const Item& item) {
    const auto content = parse_object(item.content);
    return content && content->HasMember("document");
}

} // namespace

Bytes facts_with(const Bytes& facts, const rapidjson::Value& document) {
    Json json;
    json.open();
    copy_facts(json, facts, facts_of_reading);
    for (const char* name : facts_of_document) json.optional(name, text_of(document, name));
    return json.close().take();
}

Bytes tables_of(const rapidjson::Value& content) {
    const Bytes tables = json_of(content, "tables");
    return "{\"tables\":" + (tables.empty() ? "[]" : tables) + "}";
}

std::string_view list_in(std::string_view tables) {
    const std::size_t start = tables.find('[');
    return tables.substr(start, tables.rfind(']') + 1 - start);
}

std::optional<jobs::ReadResult> reviewed_result(const Item& item, const jobs::ReadingKit& kit) {
    const auto content = parse_object(item.content);
    if (item.state != "done" || !content) return std::nullopt;
    auto tables = jobs::reviewed_tables(tables_of(*content), kit);
    if (!tables) return std::nullopt;
    jobs::ReadResult result;
    result.content = json_of(*content, "document");
    result.tables = std::move(*tables);
    result.text = text_of(*content, "text");
    if (const auto facts = parse_object(item.facts)) {
        result.pages = static_cast<std::uint32_t>(number_of(json_of(*facts, "pages"), 0));
        if (facts->HasMember("confidence")) result.trust = (*facts)["confidence"].GetFloat();
    }
    return result;
}

void Readings::take_up() {
    const auto items = core_.desk.list(Kind::reading);
    if (!items) return;
    for (const Item& item : *items)
        if (item.state == "waiting" || item.state == "reading") begin(item);
}

bool Readings::begin(const Item& item) {
    auto task = std::make_shared<Task>();
    task->run = [this, id = item.id](Bench& bench) { read(id, bench); };
    {
        const std::lock_guard lock(mutex_);
        works_[item.id] = {task, false, 0, 0};
    }
    if (runner_.submit(std::move(task), Lane::desk)) return true;
    forget(item.id);
    return false;
}

void Readings::stop(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = works_.find(id);
    if (found == works_.end()) return;
    found->second.is_cancelled = true;
    found->second.task->is_stopped = true;
}

void Readings::give_up(Item item) {
    keep(std::move(item), Result<jobs::ReadResult>::failed({"interrupted", Severity::error, {}, {}}));
}

void Readings::note_sheets(std::uint64_t id, std::size_t done, std::size_t all) {
    {
        const std::lock_guard lock(mutex_);
        Work& work = works_[id];
        work.done = done;
        work.all = all;
    }
    const auto item = core_.desk.find(Kind::reading, id);
    if (item) tell(*item);
}

void Readings::read(std::uint64_t id, Bench& bench) {
    auto item = core_.desk.find(Kind::reading, id);
    if (!item || (item->state != "waiting" && item->state != "reading")) return forget(id); // removed, or given up
    item->state = "reading";
    if (auto begun = core_.desk.save(*item)) {
        tell(*begun);
        item = std::move(begun);
    }
    bench.reader().tell_sheets([this, id](std::size_t done, std::size_t all) { note_sheets(id, done, all); });
    auto file = core_.desk.file(item->file);
    jobs::ReadOptions options;
    options.wanted = jobs::Wanted::everything;
    const auto read = file ? bench.reader().read(*file, options) : Result<jobs::ReadResult>::failed(file.diagnostics);
    if (!is_interrupted(read.diagnostics))
        keep(std::move(*item), read);
    else if (is_cancelled(id))
        give_up(std::move(*item));
    // Else the service ends, and the next start takes it up again.
    forget(id);
}

bool Readings::is_cancelled(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = works_.find(id);
    return found != works_.end() && found->second.is_cancelled;
}

void Readings::forget(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    works_.erase(id);
}

void Readings::keep_earlier(Item item, const Diagnostics& found) {
    const auto facts = parse_object(item.facts);
    Json json;
    json.open();
    if (facts)
        for (const auto& fact : facts->GetObject())
            if (fact.name != "diagnostics") json.raw_member(fact.name.GetString(), json_of(*facts, fact.name.GetString()));
    json.raw_member("diagnostics", core_.problems.list(hindrance(found), forms::Language::vi));
    item.facts = json.close().take();
    item.state = "done";
    if (const auto saved = core_.desk.save(std::move(item))) tell(*saved);
}

void Readings::keep(Item item, const Result<jobs::ReadResult>& read) {
    if (!read && has_document(item)) return keep_earlier(std::move(item), read.diagnostics);
    Json json;
    json.open();
    Json facts;
    facts.open();
    const auto document = read ? parse_object(read->content) : std::nullopt;
    if (read) {
        const Bytes tables = jobs::told_tables(read->tables);
        json.raw_member("document", document ? std::string_view(read->content) : "{}");
        json.raw_member("tables", list_in(tables));
        json.member("text", read->text);
        facts.member("pages", read->pages).member("confidence", static_cast<double>(read->trust));
        facts.member("warnings", count_warnings(read.diagnostics));
    } else {
        facts.raw_member("diagnostics", core_.problems.list(hindrance(read.diagnostics), forms::Language::vi));
    }
    item.facts = facts.close().take();
    if (document) item.facts = facts_with(item.facts, *document);
    json.raw_member("diagnostics", core_.problems.list(read.diagnostics, forms::Language::vi)).close();
    item.original = item.content = json.take();
    item.state = read ? "done" : "failed";
    item.review = "unchecked";
    item.updated = jobs::now_utc();
    if (const auto saved = core_.desk.save(item)) tell(*saved);
}

void Readings::write(Json& json, const Item& item) {
    json.open().member("id", item.id).member("name", item.title).member("state", item.state);
    json.member("review", item.review).member("by", item.by).member("created", item.created);
    json.member("updated", item.updated).member("version", item.version);
    copy_facts(json, item.facts, facts_of_reading);
    copy_facts(json, item.facts, facts_of_document);
    const std::lock_guard lock(mutex_);
    if (const auto found = works_.find(item.id); found != works_.end() && found->second.all > 0) {
        json.key("progress").open().member("done", found->second.done).member("total", found->second.all).close();
    }
    json.close();
}

void Readings::tell(const Item& item) {
    Json json;
    write(json, item);
    core_.events.tell("reading", json.take());
}

} // namespace vanthu::server
