#include "archive/word_finder.h"

#include "text/search_words.h"
#include "text/spelling.h"

#include <algorithm>
#include <set>

namespace vanthu::archive {
namespace {

constexpr std::size_t window = 200, before = 60;
constexpr std::string_view hit_begins = "\xEE\x80\x80", hit_ends = "\xEE\x80\x81", left_out = "…";

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// The nearest beginning of a word at or behind `at`, or of a character where words are very long.
std::size_t word_start(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    constexpr std::size_t far = 40;
    const std::size_t blank = text.find_first_of(" \n", at);
    if (blank != std::string_view::npos && blank < at + far) return blank + 1;
    while (continues(text, at)) ++at;
    return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    const std::size_t blank = text.find_last_of(" \n", at);
    if (blank != std::string_view::npos && blank + window / 2 > at && blank > 0) return blank;
    while (continues(text, at)) --at;
    return at;
}

/// The found term around which most different terms stand, exact ones before others, the first of equals.
std::size_t best_place(const std::vector<FoundTerm>& found) {
    std::size_t best = 0, best_value = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        std::set<std::size_t> terms, exact;
        for (std::size_t k = i; k < found.size() && found[k].end <= found[i].begin + window; ++k) {
            terms.insert(found[k].term);
            if (found[k].exact) exact.insert(found[k].term);
        }
        const std::size_t value = 2 * terms.size() + 3 * exact.size();
        if (value > best_value) {
            best_value = value;
            best = i;
        }
    }
    return best;
}

void append_line(std::string& to, std::string_view text) {
    for (const char c : text)
        if (c != '\n' && c != '\t' && c != '\r')
            to += c;
        else if (!to.empty() && to.back() != ' ')
            to += ' ';
}

} // namespace

WordFinder::WordFinder(const SearchQuery& query, bool open) : query_(query) {
    for (std::size_t term = 0; term < query.terms.size(); ++term)
        for (std::size_t place = 0; place < query.terms[term].folded.size(); ++place)
            steps_[query.terms[term].folded[place]].push_back({term, place});
    if (open && !query.terms.empty()) open_word_ = query.terms.back().folded.back();
}

void WordFinder::advance(const Step& step, std::string_view raw, std::size_t begin, std::vector<Progress>& progress,
                         std::vector<FoundTerm>& found, bool whole) const {
    const SearchTerm& term = query_.terms[step.term];
    Progress& so_far = progress[step.term];
    if (so_far.matched != step.place) {
        if (step.place != 0) return;
        so_far = {};
    }
    if (step.place == 0) so_far = {0, begin, true};
    so_far.exact = so_far.exact && whole && text::spelling(raw) == term.exact[step.place];
    if (++so_far.matched < term.folded.size()) return;
    found.push_back({so_far.begin, begin + raw.size(), step.term, so_far.exact});
    so_far = {};
}

std::vector<FoundTerm> WordFinder::find(std::string_view text) const {
    std::vector<FoundTerm> found;
    std::vector<Progress> progress(query_.terms.size());
    std::string key;
    text::SearchWords words(text);
    for (text::SearchWord word; words.next(word);) {
        const std::string_view raw = text.substr(word.begin, word.end - word.begin);
        const std::vector<Progress> behind = progress;
        key.assign(word.folded);
        if (const auto steps = steps_.find(key); steps != steps_.end())
            // The last steps first, so that one word is not two steps of a term.
            for (auto step = steps->second.rbegin(); step != steps->second.rend(); ++step)
                advance(*step, raw, word.begin, progress, found, true);
        else if (!open_word_.empty() && word.folded.starts_with(open_word_))
            advance({query_.terms.size() - 1, query_.terms.back().folded.size() - 1}, raw, word.begin, progress, found,
                    false);
        for (std::size_t term = 0; term < progress.size(); ++term)
            if (progress[term].matched == behind[term].matched && progress[term].begin == behind[term].begin)
                progress[term] = {};
    }
    return found;
}

std::size_t WordFinder::exact_terms(std::string_view text) const {
    std::vector<bool> seen(query_.terms.size());
    for (const FoundTerm& one : find(text))
        if (one.exact) seen[one.term] = true;
    return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
}

std::string WordFinder::snippet(std::string_view text) const {
    const std::vector<FoundTerm> found = find(text);
    const std::size_t best = found.empty() ? 0 : best_place(found);
    const std::size_t centre = found.empty() ? 0 : found[best].begin;
    const std::size_t begin = std::min(centre, word_start(text, centre > before ? centre - before : 0));
    const std::size_t end = std::max(word_end(text, begin + window + before), found.empty() ? 0 : found[best].end);
    std::string result(begin > 0 ? left_out : "");
    std::size_t at = begin;
    for (const FoundTerm& one : found) {
        if (one.begin < at || one.end > end) continue;
        append_line(result, text.substr(at, one.begin - at));
        result += hit_begins;
        append_line(result, text.substr(one.begin, one.end - one.begin));
        result += hit_ends;
        at = one.end;
    }
    append_line(result, text.substr(at, end - at));
    if (end < text.size()) result += left_out;
    return result;
}

} // namespace vanthu::archive
