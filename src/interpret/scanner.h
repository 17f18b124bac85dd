// Walks over a text in the form in which words compare. Private to interpret.
#pragma once

#include "model/document.h"
#include "text/spelling.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::interpret {

class Scanner {
  public:
    /// `text` must outlive the scanner.
    explicit Scanner(const text::Spelled& text, std::size_t from = 0) : text_(text), at_(from) {}

    struct Number {
        int value = 0;
        std::size_t digits = 0;
    };

    std::size_t at() const { return at_; }
    void go(std::size_t at) { at_ = at; }
    bool done() const { return at_ >= text_.key.size(); }

    bool space();
    bool sign(std::string_view any_of);
    /// A run of at most six digits.
    std::optional<Number> number();
    /// The longest entry of the list that stands here.
    bool words(const std::vector<std::string>& list);
    /// Moves behind the word, number or character that stands here.
    void skip();

  private:
    const text::Spelled& text_;
    std::size_t at_;
};

/// A date as far as it was said; 0: not said.
struct ScannedDate {
    int day = 0, month = 0, year = 0;

    std::optional<model::Date> date() const;
};

/// What a date is written with, in the form in which words compare.
struct DateWords {
    const std::vector<std::string>&day, &month, &year;
};

/// "09/3/2020", "9-3-2020", "ngày 09 tháng 3 năm 2020", "ngày 10 tháng 12", "ngày 10/12". The scanner stands behind
/// what was read and stays where it was otherwise.
std::optional<ScannedDate> scan_date(Scanner& scanner, const DateWords& words);

/// Whether the first character is such a letter.
bool opens_capital(std::string_view text);
bool opens_small(std::string_view text);

int days_in_month(int year, int month);

inline constexpr int first_year = 1900;
inline constexpr int last_year = 2100;

} // namespace vanthu::interpret
