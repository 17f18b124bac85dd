#include "write/report/html_findings.h"

#include "write/report/html_page.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace vanthu::write {
namespace {

class FindingList {
  public:
    explicit FindingList(const ReportWords& words) : words_(words) {}

    /// The first of them in sight, the others one click away.
    std::string html(const Diagnostics& findings) {
        constexpr std::size_t most_in_sight = 5;
        const Diagnostics told = joined(findings);
        const std::size_t in_sight = told.size() <= most_in_sight + 1 ? told.size() : most_in_sight;
        write_list({told.begin(), told.begin() + static_cast<std::ptrdiff_t>(in_sight)});
        if (in_sight == told.size()) return std::move(html_);
        html_ += "<details><summary>" +
                 escaped(say("report-findings-more", {{"count", std::to_string(told.size() - in_sight)}})) +
                 "</summary>\n";
        write_list({told.begin() + static_cast<std::ptrdiff_t>(in_sight), told.end()});
        html_ += "</details>\n";
        return std::move(html_);
    }

  private:
    std::string say(std::string_view code, const std::vector<Argument>& arguments = {}) const {
        return words_.messages.text(code, words_.language, arguments);
    }

    void write_list(const Diagnostics& findings) {
        if (findings.empty()) return;
        html_ += "<ul>\n";
        for (const Diagnostic& finding : findings) write_finding(finding);
        html_ += "</ul>\n";
    }

    /// What is missing is one finding for people: "number, date, subject".
    Diagnostics joined(const Diagnostics& findings) const {
        Diagnostics result;
        std::map<std::string_view, std::size_t> first;
        for (const Diagnostic& finding : findings) {
            Diagnostic told = finding;
            for (Argument& argument : told.arguments) argument.value = field_words(argument.value);
            told.place.pointer = field_words(told.place.pointer);
            const bool is_of_fields = joins_fields(finding);
            const auto [known, is_new] = first.emplace(finding.code, result.size());
            if (!is_of_fields || is_new)
                result.push_back(std::move(told));
            else if (told.arguments.empty())
                result[known->second].place.pointer += ", " + told.place.pointer;
            else
                result[known->second].arguments.front().value += ", " + told.arguments.front().value;
        }
        return result;
    }

    /// Told of one field each, with the same words.
    static bool joins_fields(const Diagnostic& finding) {
        if (finding.code == "read-missing") return finding.arguments.size() == 1;
        return finding.code == "empty-text" && finding.arguments.empty();
    }

    /// Of a JSON Pointer what clerks call that field; anything else as it is.
    std::string field_words(const std::string& pointer) const {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 12> fields = {
            {{"/number", "field-number"},
             {"/symbol", "field-symbol"},
             {"/date", "field-date"},
             {"/place", "field-place"},
             {"/type", "field-type"},
             {"/subject", "field-subject"},
             {"/issuer", "field-issuer"},
             {"/articles", "field-articles"},
             {"/signature/name", "field-signer"},
             {"/signature/authority", "field-authority"},
             {"/recipients", "field-recipients"},
             {"/legal_bases", "field-bases"}}};
        for (const auto& [begin, code] : fields)
            if (pointer.starts_with(begin)) return say(code);
        if (!pointer.starts_with("/attachments/")) return pointer;
        const std::string number = pointer.substr(13, pointer.find('/', 13) - 13);
        const bool is_number = !number.empty() && number.size() < 6 &&
                               std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!is_number) return pointer;
        return say("field-attachment", {{"number", std::to_string(std::stoi(number) + 1)}});
    }

    void write_finding(const Diagnostic& finding) {
        const bool is_error = finding.severity == Severity::error, is_note = finding.severity == Severity::note;
        html_ += is_error ? "<li class=\"error\">" : is_note ? "<li>" : "<li class=\"warning\">";
        if (finding.place.page != 0)
            html_ += "<b>" + escaped(say("place-page", {{"page", std::to_string(finding.place.page)}})) + ":</b> ";
        if (!finding.place.pointer.empty()) html_ += "<b>" + escaped(finding.place.pointer) + ":</b> ";
        html_ += escaped(words_.messages.text(finding, words_.language));
        const std::string hint = words_.messages.hint(finding, words_.language);
        if (!hint.empty()) html_ += " <span class=\"hint\">→ " + escaped(hint) + "</span>";
        html_ += "</li>\n";
    }

    const ReportWords& words_;
    std::string html_;
};

} // namespace

std::string findings_html(const Diagnostics& findings, const ReportWords& words) {
    return FindingList(words).html(findings);
}

} // namespace vanthu::write
