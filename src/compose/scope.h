// The data of a document under the names that templates use in braces. Private to compose.
#pragma once

#include "forms/templates.h"
#include "model/document.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::compose {

/// Names and lists visible at one place of a template; what is not found here is looked for in `outer`.
struct Scope {
    const Scope* outer = nullptr;
    std::map<std::string, std::string, std::less<>> values;
    std::map<std::string, std::vector<Scope>, std::less<>> lists;
    std::map<std::string, std::string, std::less<>> pointers; ///< JSON Pointers of the values that are fields

    const std::string* find(std::string_view name) const;
    const std::vector<Scope>* find_list(std::string_view name) const;
    /// Of the field that find() gives; null: it is none.
    const std::string* pointer_of(std::string_view name) const;
};

/// The outermost scope: fields of the document, and the wordings of the kind and of all.
class Wording {
  public:
    Wording(const forms::Templates& templates, const forms::KindTemplate& kind) : templates_(templates), kind_(kind) {}

    /// Replaces {name} and {name|other}; throws UnknownName.
    std::string expand(std::string_view text, const Scope& scope, int depth = 0) const;
    /// The JSON Pointer of the first field that the text names, itself or by way of a wording; empty: none.
    std::string source(std::string_view text, const Scope& scope, int depth = 0) const;

  private:
    std::string value(std::string_view name, const Scope& scope, int depth) const;

    const forms::Templates& templates_;
    const forms::KindTemplate& kind_;
    const std::string* wording(std::string_view name) const;
};

struct UnknownName {
    std::string name;
};

/// A title is no sentence: it ends without . ; : and ,
bool is_title(std::string_view text);

/// Fields of the decision itself, used by its own template and by the reference lines of its attachments.
Scope document_scope(const model::Document& document, const forms::Templates& templates,
                     const forms::KindTemplate& kind);

/// What an outline's label and text are called in the template, and where they stand in the data.
struct Labelled {
    const std::string& label;
    std::string name;
    const std::string& text;
    const std::string& pointer;
};

Scope labelled(const Scope& outer, const Labelled& part);

} // namespace vanthu::compose
