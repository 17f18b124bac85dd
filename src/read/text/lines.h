// Lines of a text file and what they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read::plain {

/// Without line ends and white space behind; LF, CR LF, CR, form feed (which leaves a blank line).
std::vector<std::string> lines_of(std::string_view text);

/// "---", "***", "___", "=====" alone: a rule or a page turn.
bool is_rule(std::string_view line);

/// "- ", "+ ", "1. ", "2) ", "a) ", "IV. ": begins a paragraph of its own.
bool begins_item(std::string_view line);

/// Whether the file has its lines ended by hand at some width, and that width in characters; 0: each line is whole.
std::size_t wrap_width(const std::vector<std::string>& lines);

/// Whether `next` goes on with the paragraph that ends with `line`.
bool goes_on(std::string_view line, std::string_view next, std::size_t wrap_width);

/// The same where blank lines stand between: only in the middle of a sentence.
bool goes_on_over_blank(std::string_view line, std::string_view next);

std::size_t characters(std::string_view text);

} // namespace vanthu::read::plain
