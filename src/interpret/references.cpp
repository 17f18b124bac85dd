// What attachments say of the document's number, where they contradict each other or the head.
#include "interpret/fold.h"
#include "interpret/reading.h"
#include "interpret/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace vanthu::interpret {
namespace {

struct Named {
    std::size_t attachment = 0;
    model::Citation citation;

    std::string full() const { return citation.number + "/" + citation.symbol; }
};

std::vector<Named> named_in_references(const Reading& reading) {
    std::vector<Named> result;
    const auto& attachments = reading.result.document.attachments;
    for (std::size_t i = 0; i < attachments.size(); ++i) {
        const std::string& reference =
            std::visit([](const auto& one) -> const std::string& { return one.reference; }, attachments[i]);
        for (model::Citation& citation : find_citations(reference, reading.knowledge.words))
            if (!citation.symbol.empty() && !citation.number.empty()) result.push_back({i, std::move(citation)});
    }
    return result;
}

std::string date_text(const model::Date& date) {
    return fmt::format("{:02}/{:02}/{}", date.day, date.month, date.year);
}

void tell_conflict(Reading& reading, const Named& named, const std::string& number) {
    reading.tell("number-conflict", Severity::warning,
                 {{"attachment", std::to_string(named.attachment + 1)}, {"cited", named.full()}, {"number", number}},
                 "/attachments/" + std::to_string(named.attachment) + "/reference");
}

/// The number that most references give; of as many, the one given last.
const Named& most_named(const std::vector<Named>& named) {
    const auto votes = [&](const Named& one) {
        return std::count_if(named.begin(), named.end(),
                             [&](const Named& other) { return other.full() == one.full(); });
    };
    const Named* best = &named.front();
    for (const Named& one : named)
        if (votes(one) >= votes(*best)) best = &one;
    return *best;
}

void take_number(Reading& reading, const std::vector<Named>& named) {
    const Named& best = most_named(named);
    const bool agreed =
        std::all_of(named.begin(), named.end(), [&](const Named& n) { return n.full() == best.full(); });
    model::Document& document = reading.document();
    document.number = best.citation.number;
    document.symbol = best.citation.symbol;
    const double trust = agreed ? 0.7 : 0.3;
    for (const std::string_view pointer : {"/number", "/symbol"})
        reading.result.provenance.push_back({std::string(pointer), {}, best.citation.raw, trust, {}});
    std::erase_if(reading.findings,
                  [](const Diagnostic& d) { return d.code == "read-missing" && d.place.pointer == "/number"; });
    reading.unsure("/number", best.full());
}

void compare_date(Reading& reading, const Named& named) {
    const auto& date = reading.document().date;
    if (!date || !named.citation.date || *date == *named.citation.date) return;
    reading.tell("date-conflict", Severity::warning,
                 {{"attachment", std::to_string(named.attachment + 1)},
                  {"cited", date_text(*named.citation.date)},
                  {"date", date_text(*date)}},
                 "/attachments/" + std::to_string(named.attachment) + "/reference");
}

} // namespace

void check_references(Reading& reading) {
    model::Document& document = reading.document();
    const std::vector<Named> named = named_in_references(reading);
    if (named.empty()) return;
    if (document.symbol.empty()) take_number(reading, named);
    const std::string number = document.number + "/" + document.symbol;
    for (const Named& one : named) {
        if (!same_words(one.citation.symbol, document.symbol)) continue; // another document
        if (!document.number.empty() && one.citation.number != document.number) tell_conflict(reading, one, number);
        compare_date(reading, one);
    }
}

} // namespace vanthu::interpret
