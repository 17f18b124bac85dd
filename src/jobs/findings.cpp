#include "jobs/findings.h"

#include <map>

namespace vanthu::jobs {
namespace {

/// All that tells one finding from another but its page.
std::string signature(const Diagnostic& finding) {
    std::string result = finding.code;
    for (const Argument& argument : finding.arguments) result += '\0' + argument.name + '\0' + argument.value;
    return result;
}

bool is_of_a_page(const Diagnostic& finding) {
    const Place& place = finding.place;
    return place.page != 0 && place.box == Place().box && place.pointer.empty() && place.line == 0;
}

} // namespace

void join_pages(Diagnostics& findings) {
    std::map<std::string, std::size_t> first;
    Diagnostics joined;
    for (Diagnostic& finding : findings) {
        const bool is_joined = is_of_a_page(finding);
        const auto [at, is_new] =
            is_joined ? first.emplace(signature(finding), joined.size()) : std::pair(first.end(), true);
        if (is_new) {
            joined.push_back(std::move(finding));
            continue;
        }
        Place& place = joined[at->second].place;
        if (place.pages.empty()) place.pages.push_back(place.page);
        if (place.pages.back() != finding.place.page) place.pages.push_back(finding.place.page);
    }
    findings = std::move(joined);
}

} // namespace vanthu::jobs
