#include "jobs/doubtful_pages.h"

#include <algorithm>

namespace vanthu::jobs {
namespace {

/// Of a value, a table.
constexpr double least_trust = 0.8;

/// How much there is to look at on each page; a warning or a value is worth as much as several words.
class Doubts {
  public:
    explicit Doubts(std::size_t pages) : pages_(pages) {}

    void add(std::size_t page, std::size_t weight) {
        if (page >= 1 && page <= pages_.size()) pages_[page - 1] += weight;
    }

    std::vector<std::uint32_t> first(std::size_t most) const {
        std::vector<std::uint32_t> numbers;
        for (std::uint32_t i = 0; i < pages_.size(); ++i)
            if (pages_[i] > 0) numbers.push_back(i + 1);
        std::stable_sort(numbers.begin(), numbers.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return pages_[a - 1] > pages_[b - 1]; });
        numbers.resize(std::min(numbers.size(), most));
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }

  private:
    std::vector<std::size_t> pages_;
};

} // namespace

std::vector<std::uint32_t> doubtful_pages(const pages::Sight& sight, const model::ReadDocument& document,
                                          const Diagnostics& findings, std::size_t most) {
    constexpr std::size_t place = 5;
    Doubts doubts(sight.pages.size());
    for (const Diagnostic& finding : findings)
        if (finding.severity != Severity::note) doubts.add(finding.place.page, place);
    for (const model::Provenance& value : document.provenance)
        if (value.trust < least_trust)
            for (const model::SheetPlace& at : value.places) doubts.add(at.page, place);
    for (const model::ReadTable& table : document.tables)
        if (table.trust < least_trust)
            for (const std::uint32_t page : table.pages) doubts.add(page, place);
    for (std::size_t i = 0; i < sight.pages.size(); ++i) {
        const auto& words = sight.pages[i].words;
        const auto is_doubtful = [](const pages::Word& word) { return word.trust < pages::least_word_trust; };
        doubts.add(i + 1, static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_doubtful)));
    }
    return doubts.first(most);
}

} // namespace vanthu::jobs
