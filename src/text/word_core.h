// A word of running text taken apart. Private to text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vanthu::text {

std::u32string characters_of(std::string_view utf8);
std::string utf8_of(std::u32string_view characters);

/// A word without the signs around it.
struct Core {
    std::u32string before, letters, after;
    bool only_letters = true;
    std::size_t capitals = 0;

    bool is_word() const { return only_letters && !letters.empty(); }
    bool is_upper() const { return capitals == letters.size(); }
    bool is_capitalised() const;
    std::string small() const; ///< the letters
};

Core core_of(std::string_view word);

} // namespace vanthu::text
