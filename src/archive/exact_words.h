// The marked syllables of a text as words of ASCII, so that the index knows which documents spell a word exactly as it
// was typed. Private to archive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vanthu::archive {

/// "Ủy ban" → "0uyr": each marked syllable of a text once, in the order of first sight. 0 in front keeps them apart
/// from words that people type.
class ExactWords {
  public:
    void add(std::string_view nfc);
    /// Those added since the last call, a blank behind each.
    std::string take();

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Numbers = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    std::uint32_t number_of(std::string_view raw);

    Numbers known_;                           ///< as printed → index into words_; 0: not marked
    Numbers numbers_;                         ///< of each of words_
    std::vector<std::string> words_{{}};      ///< with their blank
    std::vector<std::uint32_t> last_seen_{0}; ///< in which text, for each of words_
    std::uint32_t text_ = 1;
    std::string result_;
};

std::string exact_word(std::string_view spelled);

} // namespace vanthu::archive
