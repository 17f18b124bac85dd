// The part of JSON Schema 2020-12 that the document schema uses, compiled. A keyword that this does not know makes the
// schema refused, so that nothing the schema says goes unchecked.
#pragma once

#include "read/json/json_tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read {

struct JsonRule {
    struct Property {
        std::string_view name;
        std::size_t rule = 0;
        bool required = false;
    };

    std::vector<JsonType> types; ///< empty: any
    std::optional<std::vector<Property>> properties;
    std::vector<std::string_view> required;
    bool closed = false;                   ///< additionalProperties: false
    std::optional<std::size_t> items;      ///< rule of the elements
    std::vector<std::string_view> allowed; ///< enum or const
    std::size_t min_items = 0;
    std::size_t min_length = 0;
    std::size_t max_length = 0; ///< characters; 0: no limit
    std::optional<double> minimum, maximum;
    bool is_date = false;            ///< format: date
    bool has_lines = false;          ///< format: lines; U+000A may stand in it
    std::vector<std::size_t> one_of; ///< rules told apart by the constant or enumeration of their `kind`

    const Property* property(std::string_view name) const;
};

class JsonSchema {
  public:
    /// `text` must live as long as the schema. None where it is no schema of the part known here; `why` says it.
    static std::optional<JsonSchema> compile(std::string_view text, std::string& why);

    const JsonRule& root() const { return rules_.front(); }
    const JsonRule& rule(std::size_t index) const { return rules_[index]; }
    std::size_t size() const { return rules_.size(); }

  private:
    friend class SchemaCompiler;
    JsonTree tree_; ///< keeps the names alive
    std::vector<JsonRule> rules_;
};

} // namespace vanthu::read
