// A document gets its number and goes into the archive, once, whatever happens on the way.
#include "jobs/archive_add.h"
#include "jobs/archive_tables.h"
#include "jobs/generate.h"
#include "jobs/today.h"
#include "office/issues.h"
#include "server/archives.h"
#include "server/desk_json.h"
#include "server/file_name.h"
#include "server/handlers.h"
#include "server/numbering.h"
#include "server/work.h"

#include <fmt/format.h>

namespace vanthu::server {
namespace {

constexpr std::size_t most_key = 100;

/// A document on its way, and where it stands.
class Issuing {
  public:
    Issuing(Core& core, Archives& archives, const Call& call, Bench& bench)
        : core_(core), archives_(archives), call_(call), bench_(bench), issues_(core.office) {}

    void run() {
        if (!read_body()) return refuse(core_, call_, 400, "json-broken");
        // One at a time: what another call with the same key has begun is seen.
        const std::lock_guard lock(archives_.adding());
        auto known = issues_.find(issue_.key);
        if (!known) return refuse(core_, call_, known.diagnostics);
        if (*known && !(*known)->answer.empty()) return answer((*known)->answer);
        Diagnostics why = *known ? Diagnostics{} : check_draft();
        if (has_errors(why)) return refuse(core_, call_, why);
        if (*known) issue_ = **known;
        why = issue();
        if (has_errors(why)) return refuse(core_, call_, why);
        answer(issue_.answer);
    }

  private:
    void answer(const std::string& json) { call_.reply(json_response(json, 201)); }

    bool read_body() {
        auto body = parse_object(call_.request.body);
        if (!body || !body->HasMember("document") || !(*body)["document"].IsObject()) return false;
        issue_.key = text_of(*body, "key");
        issue_.book = text_of(*body, "book");
        if (body->HasMember("draft")) draft_ = number_of(json_of(*body, "draft"), 0);
        if (body->HasMember("draft_version")) draft_version_ = number_of(json_of(*body, "draft_version"), 0);
        document_.CopyFrom((*body)["document"], document_.GetAllocator());
        document_.RemoveMember("provenance");
        if (text_of(document_, "date").empty()) set("date", jobs::today());
        issue_.year = static_cast<std::uint32_t>(number_of(text_of(document_, "date").substr(0, 4), 0));
        return !issue_.key.empty() && issue_.key.size() <= most_key;
    }

    /// What somebody else wrote in the meantime is not passed over.
    Diagnostics check_draft() {
        if (draft_ == 0 || draft_version_ == 0) return {};
        return core_.desk.expect(office::Kind::draft, draft_, draft_version_);
    }

    void remove_draft() {
        if (draft_ == 0 || has_errors(check_draft())) return;
        if (!has_errors(core_.desk.remove(office::Kind::draft, draft_)))
            tell_removal(core_, office::Kind::draft, draft_);
    }

    void set(const char* name, const std::string& value) {
        auto& memory = document_.GetAllocator();
        document_.RemoveMember(name);
        document_.AddMember(rapidjson::Value(name, memory), rapidjson::Value(value.c_str(), memory), memory);
    }

    Bytes json() const {
        rapidjson::StringBuffer buffer;
        rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
        document_.Accept(writer);
        return {buffer.GetString(), buffer.GetSize()};
    }

    Diagnostics issue() {
        // Before a number is taken: with one it must be a document without errors.
        const bool has_number = issue_.number != 0;
        set("number", jobs::written_number(has_number ? issue_.number : 1));
        auto made = jobs::generate(core_.workshop, json(), "document.json", {});
        if (!made) return made.diagnostics;
        auto archive = archives_.borrow();
        if (!archive) return archive.diagnostics;
        if (!has_number) {
            Diagnostics why = Numbering(issues_, (*archive)->numbers()).take(issue_, entry());
            if (has_errors(why)) return why;
            set("number", jobs::written_number(issue_.number));
            made = jobs::generate(core_.workshop, json(), "document.json", {});
            if (!made) return made.diagnostics;
        }
        auto id = store(**archive, std::move(*made));
        if (!id) return id.diagnostics;
        return close(**archive, *id);
    }

    /// Without the filing line.
    std::string recipients() const {
        std::string all;
        if (!document_.HasMember("recipients") || !document_["recipients"].IsArray()) return all;
        const auto lines = document_["recipients"].GetArray();
        for (const auto& line : lines) {
            const std::string_view text = line.IsString() ? std::string_view(line.GetString()) : std::string_view();
            if (text.starts_with(core_.workshop.check_words.filing)) continue;
            all += (all.empty() || text.empty() ? "" : " ") + std::string(text);
        }
        return all;
    }

    archive::Entry entry() const {
        archive::Entry entry;
        entry.book = issue_.book;
        entry.year = issue_.year;
        entry.symbol = text_of(document_, "symbol");
        entry.date = text_of(document_, "date");
        const forms::KindTemplate* kind = core_.workshop.templates.kind(text_of(document_, "kind"));
        entry.type = text_of(document_, "type"); // of a document of another type; the template only says "Văn bản"
        if (entry.type.empty() && kind) entry.type = kind->title;
        entry.subject = text_of(document_, "subject");
        if (document_.HasMember("signature") && document_["signature"].IsObject())
            entry.signer = text_of(document_["signature"], "name");
        entry.recipients = recipients();
        entry.drafter = call_.user.name;
        entry.taken = jobs::now_utc();
        return entry;
    }

    std::string name() const { return plain_name(fmt::format("{}-{}", jobs::written_number(issue_.number), text_of(document_, "symbol"))); }

    Result<std::string> store(archive::Archive& archive, jobs::Generated made) {
        jobs::ReadOptions options;
        options.wanted = jobs::Wanted::everything;
        auto read = bench_.reader().read(*made.pdf, options);
        Diagnostics found = std::move(read.diagnostics);
        auto submission =
            jobs::submission_of(name() + ".pdf", std::move(*made.pdf), std::move(read.value), core_.kit, found);
        if (!submission) return Result<std::string>::failed(std::move(found));
        submission->files.insert(submission->files.begin() + 1,
                                 {archive::originals_folder + name() + ".docx", std::move(*made.docx)});
        submission->user = call_.user.name;
        submission->now = jobs::now_utc();
        // An older document of the same number must not keep the new one out: its number is taken.
        submission->allow_same_number = true;
        const auto record = archive.add(std::move(*submission));
        if (record) return Result<std::string>::of(record->id);
        for (const Diagnostic& reason : record.diagnostics)
            if (reason.code == "archive-twin")
                for (const Argument& argument : reason.arguments)
                    if (argument.name == "id") return Result<std::string>::of(argument.value); // stored before
        return Result<std::string>::failed(record.diagnostics);
    }

    Diagnostics close(archive::Archive& archive, const std::string& id) {
        Diagnostics why = archive.numbers().assign(issue_.book, issue_.year, issue_.number, id);
        if (has_errors(why)) return why;
        why = core_.note(call_, "issue", id);
        if (has_errors(why)) return why;
        Json json;
        json.open().member("id", id).member("number", jobs::written_number(issue_.number)).member("year", issue_.year);
        json.member("symbol", text_of(document_, "symbol")).member("date", text_of(document_, "date"));
        json.member("name", name()).close();
        issue_.answer = json.take();
        why = issues_.put(issue_);
        if (has_errors(why)) return why;
        remove_draft();
        core_.events.tell("archive", R"({"id":")" + id + "\"}", office::Role::reader);
        core_.events.tell("register", "{}", office::Role::reader);
        return {};
    }

    Core& core_;
    Archives& archives_;
    const Call& call_;
    Bench& bench_;
    office::Issues issues_;
    office::Issue issue_;
    std::uint64_t draft_ = 0, draft_version_ = 0; ///< 0: not told
    rapidjson::Document document_;
};

} // namespace

std::vector<Route> issue_routes(Core& core, Archives& archives, JobRunner& runner) {
    const auto issue = [&](Call call) {
        submit(core, runner, std::move(call),
               [&](Call& taken, Bench& bench) { Issuing(core, archives, taken, bench).run(); });
    };
    return {{Method::post, "/api/v1/archive/issue", office::Role::officer, issue, most_json}};
}

} // namespace vanthu::server
