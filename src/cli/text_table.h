// A table for a terminal: columns as wide as what is in them, long cells cut. Private to cli.
#pragma once

#include <string>
#include <vector>

namespace vanthu::cli {

struct TextColumn {
    std::string title;
    std::size_t most = 40; ///< characters
};

class TextTable {
  public:
    explicit TextTable(std::vector<TextColumn> columns) : columns_(std::move(columns)) {}
    void add(std::vector<std::string> cells);
    /// With a line of titles; each line with its break.
    std::string text() const;

  private:
    std::vector<TextColumn> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// Whether the name ends in .xlsx, .csv or .json.
bool is_table_file(const std::string& name);

} // namespace vanthu::cli
