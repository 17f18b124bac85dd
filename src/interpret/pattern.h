// A wording of a template the other way round: "Số: {number|blank-number}/{symbol}" says which part of a line is which
// field. Private to interpret.
#pragma once

#include "forms/templates.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::interpret {

using Fields = std::map<std::string, std::string, std::less<>>;

class Pattern {
  public:
    Pattern() = default;

    /// Wordings inside braces are filled in, other names are fields.
    Pattern(std::string_view wording, const forms::Wordings& of_kind, const forms::Wordings& of_all);

    /// The fields where the whole text is of this wording. A field that stands blank (spaces, dots) is empty.
    std::optional<Fields> match(std::string_view text) const;

    struct Prefix {
        Fields fields;
        std::size_t end = 0; ///< behind what the pattern covers
    };
    std::optional<Prefix> match_prefix(std::string_view text) const;

    bool has_field(std::string_view name) const;
    bool is_fixed() const; ///< words only
    bool empty() const { return tokens_.empty(); }
    std::string words() const; ///< all of it but the fields

  private:
    struct Token {
        bool field = false;
        std::string text;
    };
    friend class Matcher;

    void add(std::string_view wording, const forms::Wordings& of_kind, const forms::Wordings& of_all, int depth);
    void add_words(std::string_view words);

    std::vector<Token> tokens_;
};

} // namespace vanthu::interpret
