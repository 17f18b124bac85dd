#include "jobs/file_converter.h"

#include "jobs/findings.h"
#include "jobs/generate.h"
#include "jobs/recognised.h"
#include "write/xlsx/xlsx_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace vanthu::jobs {
namespace {

using write::FileEntry;
using write::FileState;

constexpr std::size_t longest_value = 240; // bytes

/// A report is read by people and kept in memory.
void shorten(Diagnostics& findings) {
    for (Diagnostic& finding : findings)
        for (Argument& argument : finding.arguments) {
            if (argument.value.size() <= longest_value) continue;
            std::size_t end = longest_value;
            while (end > 0 && (static_cast<unsigned char>(argument.value[end]) & 0xC0) == 0x80) --end;
            argument.value = argument.value.substr(0, end) + "…";
        }
}

std::string percent(double share) { return fmt::format("{:.1f}", std::floor(share * 1000) / 10); }

class FileConverter {
  public:
    FileConverter(const ConvertKit& kit, Reader& reader, FileEntry& entry)
        : kit_(kit), reader_(reader), entry_(entry) {}

    Conversion convert(const Bytes& file) {
        ReadOptions options;
        options.wanted = Wanted::everything;
        options.furniture = false;
        std::optional<ReadResult> read = take(reader_.read(file, options), entry_.findings);
        if (!read) {
            entry_.state = FileState::failed;
        } else {
            entry_.recognised = recognised_in(*read, kit_.workshop.templates);
            if (is_wanted("xlsx")) make_workbook(*read);
            regenerate(*read);
            if (entry_.recognised.trust < least_trust) doubt();
            draw(file, *read);
            if (is_wanted("json")) made("json", std::move(read->content));
            sort_formats();
        }
        tidy();
        return std::move(conversion_);
    }

  private:
    bool is_wanted(std::string_view format) const {
        return std::find(kit_.formats.begin(), kit_.formats.end(), format) != kit_.formats.end();
    }

    void doubt() { entry_.state = FileState::doubtful; }

    void made(std::string format, Bytes bytes) {
        conversion_.outputs.emplace_back(std::move(format), std::move(bytes));
    }

    void make_workbook(const ReadResult& read) {
        Diagnostics problems;
        std::optional<Bytes> book;
        if (read.tables.empty())
            problems.push_back({"tables-none", Severity::warning, {}, {}});
        else
            book = take(write::write_xlsx(read.tables), problems);
        if (book) return made("xlsx", std::move(*book));
        if (has_errors(problems)) doubt();
        entry_.not_made.push_back({"xlsx", std::move(problems)});
    }

    void regenerate(const ReadResult& read) {
        const GenerateOptions options{is_wanted("pdf"), is_wanted("docx")};
        if (!options.pdf && !options.docx) return;
        Diagnostics reasons;
        std::optional<Generated> made_again = take(generate(kit_.workshop, read.content, {}, options), reasons);
        if (!made_again) {
            std::erase_if(reasons, [](const Diagnostic& one) { return one.severity != Severity::error; });
            if (options.docx) entry_.not_made.push_back({"docx", reasons});
            if (options.pdf) entry_.not_made.push_back({"pdf", std::move(reasons)});
            return doubt();
        }
        if (made_again->docx) keep_checked("docx", std::move(*made_again->docx), read.text);
        if (made_again->pdf) keep_checked("pdf", std::move(*made_again->pdf), read.text);
    }

    /// What stands in the file that was written, not what should stand there, is held against the source.
    void keep_checked(const std::string& format, Bytes bytes, const Bytes& source) {
        ReadOptions options;
        options.wanted = Wanted::text;
        options.ignore_attached = true;
        options.furniture = false;
        Diagnostics problems;
        const std::optional<ReadResult> back = take(reader_.read(bytes, options), problems);
        const text::WordComparison words = text::compare_words(source, back ? back->content : Bytes());
        if (words.kept_share() < least_words_kept) {
            const Arguments arguments = {{"format", format},
                                         {"percent", percent(words.kept_share())},
                                         {"count", std::to_string(words.source - words.kept)}};
            entry_.findings.push_back({"convert-words-lost", Severity::warning, arguments, {}});
            doubt();
        }
        entry_.checks.push_back({format, words});
        made(format, std::move(bytes));
    }

    void draw(const Bytes& file, const ReadResult& read) {
        if (read.pages == 0) return;
        for (const unsigned page : doubtful_pages(read, entry_.findings, least_trust)) {
            if (page > read.pages || conversion_.pictures.size() == most_pictures) break;
            ReadOptions options;
            options.wanted = Wanted::text;
            options.overlay_page = page;
            Diagnostics ignored;
            std::optional<ReadResult> drawn = take(reader_.read(file, options), ignored);
            if (drawn) conversion_.pictures.emplace_back(page, std::move(drawn->overlay));
        }
    }

    void sort_formats() {
        const auto place = [](std::string_view format) {
            return std::find(convert_formats.begin(), convert_formats.end(), format);
        };
        std::sort(conversion_.outputs.begin(), conversion_.outputs.end(),
                  [&](const auto& a, const auto& b) { return place(a.first) < place(b.first); });
        for (const auto& [format, bytes] : conversion_.outputs) entry_.made.push_back(format);
    }

    void tidy() {
        join_pages(entry_.findings);
        if (entry_.findings.size() > most_findings) {
            entry_.findings_left_out = entry_.findings.size() - most_findings;
            entry_.findings.resize(most_findings);
        }
        shorten(entry_.findings);
        for (write::NotMade& one : entry_.not_made) {
            if (one.reasons.size() > most_findings) one.reasons.resize(most_findings);
            shorten(one.reasons);
        }
    }

    const ConvertKit& kit_;
    Reader& reader_;
    FileEntry& entry_;
    Conversion conversion_;
};

} // namespace

Conversion convert_file(const ConvertKit& kit, Reader& reader, const Bytes& file, write::FileEntry& entry) {
    return FileConverter(kit, reader, entry).convert(file);
}

} // namespace vanthu::jobs
