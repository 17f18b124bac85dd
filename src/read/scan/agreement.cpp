#include "read/scan/agreement.h"

#include "read/scan/plausible.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vanthu::read::scan {
namespace {

constexpr float odd_spelling = 0.6F; ///< what a word counts that no rule of spelling allows
constexpr float sure_alone = 0.8F;   ///< of a word that one reading saw and no other

/// Words of the readings that cover the same ink.
struct Spot {
    std::vector<std::vector<const ReadWord*>> words; ///< by reading, from left to right
    int x1 = 0, x2 = 0;
};

/// Marks above and below let boxes of neighbouring lines overlap; baselines do not.
bool same_line(const ReadWord& a, const ReadWord& b) {
    const int height = std::max(a.y2 - a.y1, b.y2 - b.y1);
    return std::abs(a.baseline - b.baseline) < 0.35 * height && std::min(a.y2, b.y2) > std::max(a.y1, b.y1);
}

bool same_ink(const ReadWord& a, const ReadWord& b) {
    const int shared = std::min(a.x2, b.x2) - std::max(a.x1, b.x1);
    return same_line(a, b) && 3 * shared > std::min(a.x2 - a.x1, b.x2 - b.x1);
}

std::string text_of(const std::vector<const ReadWord*>& words) {
    std::string result;
    for (const ReadWord* word : words) result += (result.empty() ? "" : " ") + word->text;
    return result;
}

float weight_of(const std::vector<const ReadWord*>& words) {
    float weight = 0;
    for (const ReadWord* word : words)
        weight += word->confidence * (kind_of(word->text) == Kind::odd ? odd_spelling : 1);
    return weight / static_cast<float>(words.size());
}

/// Index of the reading that most agree with; the confidence of its text among all.
std::pair<std::size_t, float> best_of(const Spot& spot) {
    std::map<std::string, float> votes;
    std::size_t best = 0;
    float most = -1;
    for (const auto& words : spot.words)
        if (!words.empty()) votes[text_of(words)] += weight_of(words);
    for (std::size_t i = 0; i < spot.words.size(); ++i) {
        if (spot.words[i].empty()) continue;
        const float vote = votes[text_of(spot.words[i])];
        if (vote > most) most = vote, best = i;
    }
    return {best, most / static_cast<float>(spot.words.size())};
}

std::size_t seen_by(const Spot& spot) {
    return static_cast<std::size_t>(
        std::count_if(spot.words.begin(), spot.words.end(), [](const auto& words) { return !words.empty(); }));
}

bool touches(const Spot& spot, const ReadWord& word) {
    for (const auto& words : spot.words)
        for (const ReadWord* other : words)
            if (same_ink(*other, word)) return true;
    return false;
}

void merge(Spot& into, Spot&& other) {
    for (std::size_t i = 0; i < into.words.size(); ++i) {
        auto& words = into.words[i];
        words.insert(words.end(), other.words[i].begin(), other.words[i].end());
        std::sort(words.begin(), words.end(), [](const auto* a, const auto* b) { return a->x1 < b->x1; });
    }
}

/// Puts the word into the spots that it covers, which become one.
void add(std::vector<Spot>& spots, const ReadWord& word, std::size_t reading, std::size_t readings) {
    Spot own;
    own.words.resize(readings);
    own.words[reading].push_back(&word);
    Spot* home = nullptr;
    for (Spot& spot : spots) {
        if (seen_by(spot) == 0 || !touches(spot, word)) continue;
        merge(home ? *home : spot, home ? std::move(spot) : std::move(own));
        if (home)
            for (auto& words : spot.words) words.clear();
        else
            home = &spot;
    }
    if (!home) spots.push_back(std::move(own));
}

void take(const Spot& spot, unsigned line, unsigned block, std::vector<ReadWord>& result) {
    const auto [best, confidence] = best_of(spot);
    for (const ReadWord* word : spot.words[best]) {
        result.push_back(*word);
        result.back().line = line;
        result.back().block = block;
        result.back().confidence = confidence;
    }
}

} // namespace

std::vector<ReadWord> agree(const std::vector<std::vector<ReadWord>>& readings) {
    if (readings.empty()) return {};
    if (readings.size() == 1) return readings.front();
    std::vector<Spot> spots;
    for (std::size_t reading = 0; reading < readings.size(); ++reading)
        for (const ReadWord& word : readings[reading]) add(spots, word, reading, readings.size());
    std::vector<ReadWord> result;
    for (const Spot& spot : spots) {
        const std::size_t seen = seen_by(spot);
        if (seen == 0 || (seen == 1 && weight_of(spot.words[best_of(spot).first]) < sure_alone)) continue;
        const auto first = std::find_if(spot.words.begin(), spot.words.end(), [](const auto& w) { return !w.empty(); });
        const ReadWord& leader = *first->front();
        if (first == spot.words.begin()) {
            take(spot, leader.line, leader.block, result);
            continue;
        }
        // Missed by the first reading: into the line beside which it stands.
        const auto beside =
            std::find_if(result.begin(), result.end(), [&](const ReadWord& other) { return same_line(other, leader); });
        const bool has_line = beside != result.end();
        take(spot, has_line ? beside->line : leader.line + 100000, has_line ? beside->block : leader.block + 100000,
             result);
    }
    std::stable_sort(result.begin(), result.end(), [](const ReadWord& a, const ReadWord& b) {
        return a.line != b.line ? a.line < b.line : a.x1 < b.x1;
    });
    return result;
}

} // namespace vanthu::read::scan
