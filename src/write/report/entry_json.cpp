#include "write/report/entry_json.h"

#include "text/unicode.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <cmath>

namespace vanthu::write {
namespace {

constexpr std::array<std::string_view, 5> state_names = {"good", "doubtful", "failed", "duplicate", "skipped"};

std::string hexadecimal(std::string_view bytes) {
    std::string digits;
    for (const char byte : bytes) digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return digits;
}

std::string_view severity_name(Severity severity) {
    if (severity == Severity::error) return "error";
    return severity == Severity::warning ? "warning" : "note";
}

class EntryWriter {
  public:
    explicit EntryWriter(const ReportWords* words) : words_(words), json_(buffer_) {}

    std::string write(const FileEntry& entry) {
        json_.StartObject();
        write_file(entry);
        write_recognised(entry.recognised);
        key("findings");
        write(entry.findings);
        number("findings_left_out", entry.findings_left_out);
        write_outputs(entry);
        write_checks(entry);
        write_pictures(entry);
        json_.EndObject();
        return {buffer_.GetString(), buffer_.GetSize()};
    }

  private:
    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void value(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    void text(std::string_view name, std::string_view content) {
        key(name);
        value(content);
    }
    void number(std::string_view name, std::uint64_t content) {
        key(name);
        json_.Uint64(content);
    }
    void share(std::string_view name, double content, int decimals) {
        key(name);
        const std::string digits = fmt::format("{:.{}f}", content, decimals);
        json_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
    void path(std::string_view name, std::string_view native) {
        const std::string shown = shown_path(native);
        text(name, shown);
        if (shown != native) text(std::string(name) + "_bytes", hexadecimal(native));
    }
    void texts(std::string_view name, const std::vector<std::string>& contents) {
        key(name);
        json_.StartArray();
        for (const std::string& one : contents) value(one);
        json_.EndArray();
    }

    void write_file(const FileEntry& entry) {
        path("file", entry.file);
        number("size", entry.size);
        key("modified");
        json_.Int64(entry.modified);
        text("sha512", entry.sha512);
        path("name", entry.name);
        text("state", name_of(entry.state));
        if (!entry.same_as.empty()) path("same_as", entry.same_as);
    }

    void write_recognised(const Recognised& found) {
        key("recognised");
        json_.StartObject();
        text("type", found.type);
        text("number", found.number);
        text("symbol", found.symbol);
        text("date", found.date);
        text("issuer", found.issuer);
        text("subject", found.subject);
        number("tables", found.tables);
        number("tasks", found.tasks);
        number("pages", found.pages);
        share("confidence", found.trust, 3);
        json_.EndObject();
    }

    void write(const Diagnostics& findings) {
        json_.StartArray();
        for (const Diagnostic& finding : findings) write(finding);
        json_.EndArray();
    }

    void write(const Diagnostic& finding) {
        json_.StartObject();
        text("code", finding.code);
        text("severity", severity_name(finding.severity));
        if (words_ != nullptr) {
            text("message", words_->messages.text(finding, words_->language));
            text("hint", words_->messages.hint(finding, words_->language));
        }
        key("arguments");
        json_.StartObject();
        for (const Argument& argument : finding.arguments) text(argument.name, shown_path(argument.value));
        json_.EndObject();
        write(finding.place);
        json_.EndObject();
    }

    void write(const Place& place) {
        if (place.line != 0) number("line", place.line);
        if (!place.pointer.empty()) text("pointer", place.pointer);
        if (!place.part.empty()) text("part", shown_path(place.part));
        if (place.page != 0) number("page", place.page);
        if (!place.pages.empty()) {
            key("pages");
            json_.StartArray();
            for (const unsigned page : place.pages) json_.Uint(page);
            json_.EndArray();
        }
        if (place.box == std::array<double, 4>{}) return;
        key("box");
        json_.StartArray();
        for (const double edge : place.box) json_.Double(std::isfinite(edge) ? std::round(edge * 100) / 100 : 0);
        json_.EndArray();
    }

    void write_outputs(const FileEntry& entry) {
        key("outputs");
        json_.StartArray();
        for (const std::string& format : entry.made) {
            json_.StartObject();
            text("format", format);
            path("path", entry.name + suffix_of_format(format));
            json_.EndObject();
        }
        json_.EndArray();
        key("not_made");
        json_.StartArray();
        for (const NotMade& one : entry.not_made) {
            json_.StartObject();
            text("format", one.format);
            key("reasons");
            write(one.reasons);
            json_.EndObject();
        }
        json_.EndArray();
    }

    void write_checks(const FileEntry& entry) {
        key("words");
        json_.StartArray();
        for (const WordCheck& check : entry.checks) {
            json_.StartObject();
            text("format", check.format);
            number("source", check.words.source);
            number("kept", check.words.kept);
            number("in_order", check.words.in_order);
            number("added", check.words.added);
            share("kept_share", check.words.kept_share(), 4);
            texts("missing", check.words.missing);
            texts("extra", check.words.extra);
            json_.EndObject();
        }
        json_.EndArray();
    }

    void write_pictures(const FileEntry& entry) {
        key("pictures");
        json_.StartArray();
        for (const PagePicture& picture : entry.pictures) {
            json_.StartObject();
            number("page", picture.page);
            text("path", picture.path);
            json_.EndObject();
        }
        json_.EndArray();
    }

    const ReportWords* words_;
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> json_;
};

/// Bytes of the character at the start, 0 where there is none.
std::size_t character_length(std::string_view text) {
    for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length)
        if (text::to_nfc(text.substr(0, length))) return length;
    return 0;
}

} // namespace

std::string shown_path(std::string_view path) {
    if (const auto valid = text::to_nfc(path)) return *valid;
    std::string shown;
    while (!path.empty()) {
        const std::size_t length = character_length(path);
        if (length == 0) shown += fmt::format("\\x{:02X}", static_cast<unsigned char>(path.front()));
        shown += path.substr(0, length);
        path.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text::to_nfc(shown).value_or(shown);
}

std::string_view name_of(FileState state) { return state_names[static_cast<std::size_t>(state)]; }

std::string entry_json(const FileEntry& entry, const ReportWords* words) { return EntryWriter(words).write(entry); }

} // namespace vanthu::write
