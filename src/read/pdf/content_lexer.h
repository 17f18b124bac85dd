// Operators and operands of content streams (ISO 32000-1, 7.2 and 7.8.2). CMaps and the plain part of Type 1 fonts are
// written in the same tokens. Own work and not PoDoFo's tokenizer: see docs/decisions/reading-pdf.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read::pdf {

struct Operand {
    enum class Kind : std::uint8_t { number, name, string, array_begin, array_end, dictionary_begin, dictionary_end };
    Kind kind = Kind::number;
    double number = 0;
    std::string_view text; ///< of names (without slash) and strings (decoded); valid until the next next()
};

/// Never fails: what is no token is passed over.
class ContentLexer {
  public:
    explicit ContentLexer(std::string_view content);

    /// Goes on to the next operator; false at the end of the content. "ID" also passes over the inline image's data.
    bool next();

    std::string_view name() const { return operator_; }
    const std::vector<Operand>& operands() const { return operands_; }

    /// Where the operator stands in the content with its operands and the white space before them; an ID with the data.
    std::size_t begin() const { return begin_; }
    std::size_t end() const { return position_; }

  private:
    void token();
    void literal_string();
    void escape();
    void hexadecimal_string();
    void number();
    void name_object();
    void word();
    void pass_comment();
    void pass_image_data();
    bool ends_image(std::size_t at) const;
    char at(std::size_t index) const { return index < content_.size() ? content_[index] : '\0'; }
    void add(Operand operand);

    std::string_view content_;
    std::size_t position_ = 0;
    std::size_t begin_ = 0;
    std::string_view operator_;
    std::vector<Operand> operands_;
    std::string decoded_; ///< strings that are not written as they read; never grows beyond its first capacity
};

} // namespace vanthu::read::pdf
