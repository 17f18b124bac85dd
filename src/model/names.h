// The names by which JSON and templates call the kinds of the model.
#pragma once

#include "model/document.h"

#include <array>
#include <optional>
#include <string_view>

namespace vanthu::model {

inline constexpr std::array<std::string_view, 3> text_kind_names = {"programme", "plan", "regulation"};
inline constexpr std::array<std::string_view, 7> column_role_names = {"ordinal", "task", "lead", "partners",
                                                                      "product", "time", "other"};
inline constexpr std::string_view appendix_name = "appendix";
inline constexpr std::string_view section_row_name = "section";
inline constexpr std::string_view task_row_name = "task";

constexpr std::string_view name_of(TextKind kind) { return text_kind_names[static_cast<std::size_t>(kind)]; }
constexpr std::string_view name_of(ColumnRole role) { return column_role_names[static_cast<std::size_t>(role)]; }

constexpr std::optional<TextKind> text_kind_of(std::string_view name) {
    for (std::size_t i = 0; i < text_kind_names.size(); ++i)
        if (text_kind_names[i] == name) return static_cast<TextKind>(i);
    return std::nullopt;
}

constexpr std::optional<ColumnRole> column_role_of(std::string_view name) {
    for (std::size_t i = 0; i < column_role_names.size(); ++i)
        if (column_role_names[i] == name) return static_cast<ColumnRole>(i);
    return std::nullopt;
}

} // namespace vanthu::model
