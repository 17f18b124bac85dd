#include "write/report/html_report.h"

#include "write/report/html_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vanthu::write {
namespace {

/// Rounded down: what lost a word never shows as whole.
std::string percent(double share, forms::Language language) {
    std::string text = fmt::format("{:.1f}", std::floor(std::clamp(share, 0.0, 1.0) * 1000) / 10);
    if (language == forms::Language::vi) std::replace(text.begin(), text.end(), '.', ',');
    return text + "%";
}

std::string day_of(const std::string& iso, forms::Language language) {
    if (iso.size() != 10 || language != forms::Language::vi) return iso;
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

class HtmlReport {
  public:
    HtmlReport(const Report& report, const ReportWords& words) : report_(report), words_(words) {}

    Bytes write() {
        const std::string title = escaped(say("report-title"));
        html_ = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
                            "<style>\n{}\n</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<p class=\"folder\">{}</p>\n",
                            words_.language == forms::Language::vi ? "vi" : "en", title, style_sheet(), title,
                            escaped(say("report-folder", {{"folder", shown_path(report_.folder)}})));
        write_counts();
        write_findings(report_.findings);
        write_details(FileState::failed, say("report-failed"));
        write_details(FileState::doubtful, say("report-doubtful"));
        write_table();
        html_ += "</main>\n</body>\n</html>\n";
        return std::move(html_);
    }

  private:
    std::string say(std::string_view code, const std::vector<Argument>& arguments = {}) const {
        return words_.messages.text(code, words_.language, arguments);
    }
    std::string state_words(FileState state) const {
        switch (state) {
        case FileState::good:
            return say("report-state-good");
        case FileState::doubtful:
            return say("report-state-doubtful");
        case FileState::failed:
            return say("report-state-failed");
        case FileState::duplicate:
            return say("report-state-duplicate");
        case FileState::skipped:
            break;
        }
        return say("report-state-skipped");
    }

    void write_counts() {
        html_ += "<div class=\"counts\">\n";
        for (const FileState state :
             {FileState::good, FileState::doubtful, FileState::failed, FileState::duplicate, FileState::skipped}) {
            const auto count = std::count_if(report_.entries.begin(), report_.entries.end(),
                                             [&](const FileEntry* entry) { return entry->state == state; });
            html_ += fmt::format("<div class=\"count {}\"><b>{}</b>{}</div>\n", name_of(state), count,
                                 escaped(state_words(state)));
        }
        html_ += "</div>\n";
    }

    /// What happened to files that someone should look at.
    void write_details(FileState state, const std::string& heading) {
        bool is_headed = false;
        for (const FileEntry* entry : report_.entries) {
            if (entry->state != state) continue;
            if (!is_headed) html_ += "<h2>" + escaped(heading) + "</h2>\n";
            is_headed = true;
            html_ += fmt::format("<article class=\"{}\" id=\"{}\">\n<h3>{}</h3>\n", name_of(state), anchor_of(*entry),
                                 escaped(shown_path(entry->file)));
            write_recognised(entry->recognised);
            write_findings(entry->findings);
            write_left_out(*entry);
            write_not_made(entry->not_made);
            write_checks(entry->checks);
            write_pictures(entry->pictures);
            html_ += "</article>\n";
        }
    }

    static std::string anchor_of(const FileEntry& entry) {
        std::string anchor = "f-" + link_to(entry.file);
        std::replace(anchor.begin(), anchor.end(), '%', '_');
        return anchor;
    }

    std::string what(const Recognised& found) const {
        std::string result = found.type;
        const std::string code = found.number + (found.symbol.empty() ? "" : "/" + found.symbol);
        if (!found.number.empty() || !found.symbol.empty()) result += (result.empty() ? "" : " ") + code;
        return result;
    }

    void write_recognised(const Recognised& found) {
        std::string line;
        for (const std::string& part : {what(found), day_of(found.date, words_.language), found.issuer, found.subject})
            if (!part.empty()) line += (line.empty() ? "" : " · ") + escaped(part);
        if (!line.empty()) html_ += "<p>" + line + "</p>\n";
    }

    void write_findings(const Diagnostics& findings) {
        if (findings.empty()) return;
        html_ += "<ul>\n";
        for (const Diagnostic& finding : findings) write_finding(finding);
        html_ += "</ul>\n";
    }

    void write_finding(const Diagnostic& finding) {
        const bool is_error = finding.severity == Severity::error, is_note = finding.severity == Severity::note;
        html_ += is_error ? "<li class=\"error\">" : is_note ? "<li>" : "<li class=\"warning\">";
        if (finding.place.page != 0)
            html_ += "<b>" + escaped(say("place-page", {{"page", std::to_string(finding.place.page)}})) + ":</b> ";
        html_ += escaped(words_.messages.text(finding, words_.language));
        const std::string hint = words_.messages.hint(finding, words_.language);
        if (!hint.empty()) html_ += " <span class=\"hint\">→ " + escaped(hint) + "</span>";
        html_ += "</li>\n";
    }

    void write_left_out(const FileEntry& entry) {
        if (entry.findings_left_out == 0) return;
        const std::string count = std::to_string(entry.findings_left_out);
        html_ += "<p>" + escaped(say("report-findings-more", {{"count", count}})) + "</p>\n";
    }

    void write_not_made(const std::vector<NotMade>& not_made) {
        const Diagnostics* told = nullptr;
        for (const NotMade& one : not_made) {
            if (!std::any_of(one.reasons.begin(), one.reasons.end(),
                             [](const Diagnostic& reason) { return reason.severity == Severity::error; }))
                continue;
            html_ += "<p>" + escaped(say("report-not-made", {{"format", one.format}})) + "</p>\n";
            // DOCX and PDF are not made for the same reasons.
            if (told == nullptr || *told != one.reasons) write_findings(one.reasons);
            told = &one.reasons;
        }
    }

    void write_checks(const std::vector<WordCheck>& checks) {
        for (const WordCheck& check : checks) {
            const text::WordComparison& words = check.words;
            html_ += "<p>" +
                     escaped(say("report-words", {{"format", check.format},
                                                  {"percent", percent(words.kept_share(), words_.language)},
                                                  {"total", std::to_string(words.source)},
                                                  {"order", percent(words.order_share(), words_.language)}})) +
                     "</p>\n";
            write_words("report-words-missing", words.missing, words.source - words.kept);
            write_words("report-words-extra", words.extra, words.added);
        }
    }

    void write_words(std::string_view code, const std::vector<std::string>& listed, std::size_t count) {
        if (count == 0) return;
        html_ += "<p class=\"small\">" + escaped(say(code, {{"count", std::to_string(count)}}));
        for (const std::string& word : listed) html_ += " <span class=\"words\">" + escaped(word) + "</span>";
        html_ += listed.size() < count ? " …</p>\n" : "</p>\n";
    }

    void write_pictures(const std::vector<PagePicture>& pictures) {
        if (pictures.empty()) return;
        html_ += "<div class=\"pictures\">\n";
        for (const PagePicture& picture : pictures) {
            const std::string page = escaped(say("place-page", {{"page", std::to_string(picture.page)}}));
            html_ += fmt::format("<figure><a href=\"{0}\"><img src=\"{0}\" alt=\"{1}\" loading=\"lazy\"></a>"
                                 "<figcaption>{1}</figcaption></figure>\n",
                                 link_to(picture.path), page);
        }
        html_ += "</div>\n";
    }

    void write_table() {
        html_ += "<h2>" + escaped(say("report-all")) + "</h2>\n<table>\n<thead><tr>";
        for (const std::string& title :
             {say("report-column-file"), say("report-column-document"), say("report-column-date"),
              say("report-column-issuer"), say("report-column-subject"), say("report-column-pages"),
              say("report-column-tables"), say("report-column-tasks"), say("report-column-trust"),
              say("report-column-words"), say("report-column-result")})
            html_ += "<th>" + escaped(title) + "</th>";
        html_ += "</tr></thead>\n<tbody>\n";
        for (const FileEntry* entry : report_.entries) write_row(*entry);
        html_ += "</tbody>\n</table>\n";
    }

    void cell(const std::string& text) { html_ += "<td>" + escaped(text) + "</td>"; }
    void number(const std::string& text) { html_ += "<td class=\"number\">" + text + "</td>"; }
    void number(unsigned count) { number(count == 0 ? std::string() : std::to_string(count)); }

    void write_row(const FileEntry& entry) {
        const Recognised& found = entry.recognised;
        html_ += fmt::format("<tr class=\"{}\"><td class=\"file\">", name_of(entry.state));
        html_ += escaped(shown_path(entry.file)) + "</td>";
        cell(what(found));
        cell(day_of(found.date, words_.language));
        cell(found.issuer);
        cell(found.subject);
        number(found.pages);
        number(found.tables);
        number(found.tasks);
        const bool is_read = entry.state == FileState::good || entry.state == FileState::doubtful;
        number(is_read ? percent(found.trust, words_.language) : std::string());
        number(kept_of(entry));
        html_ += "<td>";
        write_result(entry);
        html_ += "</td></tr>\n";
    }

    /// Of all that was regenerated the least.
    std::string kept_of(const FileEntry& entry) const {
        if (entry.checks.empty()) return {};
        double least = 1;
        for (const WordCheck& check : entry.checks) least = std::min(least, check.words.kept_share());
        return percent(least, words_.language);
    }

    void write_result(const FileEntry& entry) {
        if (entry.state == FileState::duplicate) {
            html_ += escaped(say("report-same-as", {{"file", shown_path(entry.same_as)}}));
            return;
        }
        if (entry.state == FileState::failed || entry.state == FileState::doubtful)
            html_ += fmt::format("<a href=\"#{}\">{}</a> ", anchor_of(entry), escaped(state_words(entry.state)));
        else if (entry.state == FileState::skipped)
            html_ += escaped(state_words(entry.state));
        for (const std::string& format : entry.made)
            html_ +=
                fmt::format(" <a href=\"{}\">{}</a>", link_to(entry.name + suffix_of_format(format)), escaped(format));
    }

    const Report& report_;
    const ReportWords& words_;
    Bytes html_;
};

} // namespace

Bytes write_html_report(const Report& report, const ReportWords& words) { return HtmlReport(report, words).write(); }

Bytes write_json_report(const std::vector<const FileEntry*>& entries, const ReportWords& words) {
    Bytes json = "{\"files\":[";
    std::string_view separator = "\n";
    for (const FileEntry* entry : entries) {
        json += separator;
        json += entry_json(*entry, &words);
        separator = ",\n";
    }
    return json + "\n]}\n";
}

} // namespace vanthu::write
