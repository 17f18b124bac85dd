// Numbers of articles, sections, points and rows. Private to check.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vanthu::check {

enum class LabelKind { arabic, roman, letter };

/// "Chương II", "1.", "a)", "IV".
struct Label {
    LabelKind kind = LabelKind::arabic;
    std::string_view word; ///< "Chương"
    int value = 0;         ///< from 1; of a letter its place in a b c d đ e g h i k l m n o p q r s t u v x y
};

/// None where the label does not count: "-", "1.1", "".
std::optional<Label> label_of(std::string_view text);

/// The label of that kind with that value, without word and mark: "4", "IV", "đ".
std::string label_text(LabelKind kind, int value);

} // namespace vanthu::check
