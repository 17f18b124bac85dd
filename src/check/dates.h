// Dates and document numbers as running text cites them. Private to check.
#pragma once

#include "forms/check_words.h"
#include "model/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::check {

/// "09/3/2020", "ngày 25 tháng 01 năm 2021".
struct CitedDate {
    std::string_view text;
    std::optional<model::Date> date; ///< none: the calendar has no such day
    std::size_t begin = 0;           ///< in the text
};

std::vector<CitedDate> cited_dates(std::string_view text, const forms::CheckWords& words);

/// "232/QĐ-UBND", "70-KL/TW": the word behind "số" if it begins with a digit and has a slash.
struct CitedNumber {
    std::string_view text;
    std::size_t begin = 0;
};

std::vector<CitedNumber> cited_numbers(std::string_view text, const forms::CheckWords& words);

/// As the decree writes short dates: 09/3/2020, 20/01/2021.
std::string short_date(const model::Date& date);

bool is_later(const model::Date& a, const model::Date& b);

} // namespace vanthu::check
