// Letters that recognition of print took for others that look alike: marks of Vietnamese letters that went lost or were
// added. What is changed is told; numbers and names stay as they were read.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vanthu::text {

/// Which syllables commonly follow each other.
class Phrases {
  public:
    Phrases() = default;
    /// Each text holds phrases of two or more syllables with commas between them; UTF-8, NFC, any case.
    explicit Phrases(const std::vector<std::string>& texts);

    bool hold(const std::string& first, const std::string& second) const;

    /// Whether the phrase is written with a capital in its second syllable ("như Điều"), which then makes no name.
    bool have_capital(const std::string& first, const std::string& second) const;

    /// The only pair that has the same letters but for their marks; null: none or several.
    const std::pair<std::string, std::string>* alike(const std::string& first, const std::string& second) const;

  private:
    using Pair = std::pair<std::string, std::string>;

    void add(std::string first, std::string second);

    std::map<Pair, std::set<Pair>> by_letters_; ///< without marks
    std::set<Pair> capitals_;
};

struct Mended {
    std::size_t word = 0; ///< index
    std::string from, to;

    bool operator==(const Mended&) const = default;
};

/// `words`: running text in order, NFC. Changes a word where it breaks the rules of spelling and just one mark makes it
/// right, or where just one phrase with the same letters is known and neither neighbour speaks for what was read.
std::vector<Mended> mend_look_alikes(std::vector<std::string>& words, const Phrases& phrases);

/// Whether one mark makes a syllable of a word that is none (QUYÉT).
bool may_be_mended(std::string_view word);

/// Where a word that is no syllable parts into two, as "nhậnthức" does; a byte offset. Nothing unless there is just one
/// such place and a letter with a mark: words of other languages have none. A half may lack a mark (QUYÉTĐỊNH).
std::optional<std::size_t> boundary_within(std::string_view word);

} // namespace vanthu::text
