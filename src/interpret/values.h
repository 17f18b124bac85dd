// Values inside the texts of a document: times, organisations, citations. Private to interpret.
#pragma once

#include "forms/read_words.h"
#include "model/read_table.h"

#include <string_view>
#include <vector>

namespace vanthu::interpret {

/// "2021-2022", "Quý IV hàng năm", "Trước ngày 10 tháng 12 hàng năm", "Sau khi có …". What is not understood leaves
/// raw.
model::TaskTime parse_time(std::string_view text, const forms::ReadWords& words);

/// A cell of organisations as a list: parted at , ; and line ends, and at " và " only where both sides are
/// organisations of their own ("Sở Kế hoạch và Đầu tư" is one).
std::vector<std::string> split_organisations(std::string_view text, const forms::ReadWords& words);

/// Every document cited in a text, in order.
std::vector<model::Citation> find_citations(std::string_view text, const forms::ReadWords& words);

} // namespace vanthu::interpret
