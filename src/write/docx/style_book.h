// Which styles a document needs besides those of the flow, and what they are called: Word knows rules, tables and page
// numbers only as paragraphs and tables, so each distinct one of the flow becomes a style of its own.
#pragma once

#include "flow/flow.h"

#include <string>
#include <vector>

namespace vanthu::write::docx {

/// Everything of a rule except its length, which depends on the text it belongs to.
struct RuleStyle {
    std::string id;
    flow::Rule rule;
};

/// Borders and cell margins of a table.
struct TableStyle {
    std::string id;
    flow::TableKind kind = flow::TableKind::data;
    double padding = 0;
    double padding_vertical = 0;
    double border = 0;
};

struct NumberStyle {
    std::string id;
    double size = 0;
};

class StyleBook {
  public:
    explicit StyleBook(const flow::Document& document);

    const std::string& of(const flow::Rule& rule) const;
    const std::string& of(const flow::Table& table) const;
    const std::string& of_number(double size) const;
    const std::string& separator() const {
        return separator_;
    }                                                 ///< of paragraphs that Word asks for and nobody shall see
    const std::string& base() const { return base_; } ///< the default style: what a clerk begins a paragraph with

    const std::vector<RuleStyle>& rules() const { return rules_; }
    const std::vector<TableStyle>& tables() const { return tables_; }
    const std::vector<NumberStyle>& numbers() const { return numbers_; }

  private:
    void collect(const std::vector<flow::Content>& contents);
    void collect(const flow::Table& table);
    void collect(const flow::Rule& rule);
    std::string unused(const std::string& wanted);

    std::vector<std::string> taken_;
    std::vector<RuleStyle> rules_;
    std::vector<TableStyle> tables_;
    std::vector<NumberStyle> numbers_;
    std::string separator_;
    std::string base_;
};

} // namespace vanthu::write::docx
