// The marked syllables of a text as words of ASCII, so that the index knows which documents spell a word exactly as it
// was typed. Private to archive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vanthu::archive {

/// "Ủy ban" → "0uyr": each marked syllable of a text once. 0 in front keeps them apart from words that people type.
class ExactWords {
  public:
    void add(std::string_view nfc);
    /// Those added since the last call, sorted, parted by blanks.
    std::string take();

  private:
    std::uint32_t number_of(std::string_view raw);

    std::unordered_map<std::string, std::uint32_t> known_; ///< as printed → index into words_; 0: not marked
    std::vector<std::string> words_{{}};
    std::vector<std::uint32_t> seen_;
    std::string raw_;
};

std::string exact_word(std::string_view spelled);

} // namespace vanthu::archive
