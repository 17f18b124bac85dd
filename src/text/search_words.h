// Words as a search compares them: small letters without marks, đ as d, NFC and NFD alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::text {

struct SearchWord {
    std::string_view folded; ///< until the next call of next()
    std::size_t begin = 0, end = 0;
};

/// Walks over the words of a text: runs of letters and digits, marks behind their letters belonging to them. Bytes that
/// are no UTF-8 part words.
class SearchWords {
  public:
    explicit SearchWords(std::string_view utf8) : text_(utf8) {}
    bool next(SearchWord& word);

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::string folded_;
};

/// "Ủy ban  NHÂN dân" → "uy ban nhan dan".
std::string folded_words(std::string_view utf8);

/// Everything but white space, folded: " 52/QĐ–UBND" → "52/qd-ubnd".
std::string folded_letters(std::string_view utf8);

} // namespace vanthu::text
