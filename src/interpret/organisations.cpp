#include "interpret/scanner.h"
#include "interpret/values.h"
#include "text/line_joining.h"
#include "text/spelling.h"
#include "text/syllable.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

using text::Spelled;

/// A whole abbreviation: UBND, KBNN; two capitals or more.
bool opens_with_abbreviation(std::string_view text) {
    const std::string_view word = text.substr(0, text.find_first_of(" ,;.)"));
    std::size_t capitals = 0;
    std::size_t others = 0;
    text::for_each_character(word, [&](char32_t c) {
        const auto known = text::letter(c);
        ++(known && known->capital ? capitals : others);
    });
    return capitals >= 2 && others <= 1;
}

/// One line of a cell.
class Splitter {
  public:
    Splitter(std::string_view line, const forms::ReadWords& words)
        : line_(line), spelled_(text::spell_out(line)), words_(words), bound_(spelled_.key.size()) {
        for (const char* name : {"organisation-joined", "organisation-group"}) bind(name);
        bind_brackets();
    }

    void split(std::vector<std::string>& list) {
        std::size_t begin = 0;
        for (std::size_t at = 0; at < spelled_.key.size();) {
            const std::size_t length = separator(begin, at);
            if (length > 0) {
                add(list, begin, at);
                begin = at + length;
            }
            at += std::max<std::size_t>(length, 1);
        }
        add(list, begin, spelled_.key.size());
    }

  private:
    void bind(std::string_view name) {
        for (const std::string& phrase : words_.spelled(name))
            for (std::size_t at = spelled_.find(phrase); at != std::string::npos; at = spelled_.find(phrase, at + 1))
                std::fill_n(bound_.begin() + static_cast<std::ptrdiff_t>(at), phrase.size(), true);
    }

    void bind_brackets() {
        int depth = 0;
        for (std::size_t i = 0; i < bound_.size(); ++i) {
            if (spelled_.key[i] == '(') ++depth;
            if (depth > 0) bound_[i] = true;
            if (spelled_.key[i] == ')' && depth > 0) --depth;
        }
    }

    /// Bytes of the separator at that place; 0: there is none.
    std::size_t separator(std::size_t begin, std::size_t at) const {
        const char c = spelled_.key[at];
        if (bound_[at]) return 0;
        if (c == ';') return 1;
        if (c == ',') return parts_at_comma(begin, at) ? 1 : 0;
        if (c != ' ') return 0;
        for (const std::string& word : words_.spelled("word-and"))
            if (spelled_.has(word, at + 1) && !bound_[at + 1] && starts(begin) && starts(at + word.size() + 2))
                return word.size() + 2;
        return 0;
    }

    bool parts_at_comma(std::size_t begin, std::size_t at) const {
        const std::size_t behind = at + 1 < spelled_.key.size() && spelled_.key[at + 1] == ' ' ? at + 2 : at + 1;
        if (starts(behind) || opens_with_abbreviation(source(behind))) return true;
        if (opens_small(source(behind))) return false;
        return !is_one_name(begin, behind);
    }

    /// "Trung tâm Văn hóa, Thông tin và Thể thao": one body, and what follows the comma names no other.
    bool is_one_name(std::size_t begin, std::size_t behind) const {
        const std::size_t end = std::min(spelled_.key.find_first_of(",;", behind), spelled_.key.size());
        if (!starts(begin) || is_many(begin) || spelled_.key.find(':', begin) < behind) return false;
        for (const std::string& word : words_.spelled("word-and")) {
            const std::size_t joint = spelled_.find(word, behind);
            if (joint < end) return !starts(joint + word.size() + 1);
        }
        return false;
    }

    bool is_listed(std::string_view name, std::size_t at) const {
        const auto& list = words_.spelled(name);
        return std::any_of(list.begin(), list.end(), [&](const auto& word) { return spelled_.has(word, at); });
    }
    /// Whether a body of its own begins here.
    bool starts(std::size_t at) const {
        while (at < spelled_.key.size() && spelled_.key[at] == ' ') ++at;
        if (!is_listed("organisation-start", at)) return opens_with_abbreviation(source(at));
        return !opens_small(source(at)) || is_many(at);
    }
    bool is_many(std::size_t at) const { return is_listed("organisation-many", at); }

    std::string_view source(std::size_t at) const {
        return line_.substr(spelled_.places[std::min(at, spelled_.key.size())]);
    }

    void add(std::vector<std::string>& list, std::size_t begin, std::size_t end) const {
        std::string_view part = line_.substr(spelled_.places[begin], spelled_.places[end] - spelled_.places[begin]);
        const auto first = part.find_first_not_of(" -+*");
        if (first == std::string_view::npos) return;
        part.remove_prefix(first);
        part = part.substr(0, part.find_last_not_of(" .,:") + 1);
        if (!part.empty()) list.emplace_back(part);
    }

    std::string_view line_;
    Spelled spelled_;
    const forms::ReadWords& words_;
    std::vector<bool> bound_;
};

/// Lines of which each begins with something of its own; a line that goes on in small letters belongs to the one
/// before.
std::vector<std::string> own_lines(std::string_view text, const forms::ReadWords& words) {
    std::vector<std::string> lines;
    const auto& many = words.spelled("organisation-many");
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const Spelled spelled = text::spell_out(line.substr(0, 32));
        const bool own = !opens_small(line) ||
                         std::any_of(many.begin(), many.end(), [&](const auto& word) { return spelled.has(word, 0); });
        if (own || lines.empty())
            lines.emplace_back(line);
        else
            text::join_line(lines.back(), line);
        begin = end + 1;
    }
    return lines;
}

} // namespace

std::vector<std::string> split_organisations(std::string_view text, const forms::ReadWords& words) {
    std::vector<std::string> list;
    for (const std::string& line : own_lines(text, words)) Splitter(line, words).split(list);
    return list;
}

} // namespace vanthu::interpret
