// The words by which a reader knows the parts of a document again where they are not those of a template:
// templates/read-words.xml.
#pragma once

#include "base/diagnostic.h"
#include "base/resources.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace vanthu::forms {

struct ReadWords {
    /// Lists of words by name, e.g. "legal-basis" → Căn cứ, Theo đề nghị …; "column-lead" → Cơ quan chủ trì …
    std::map<std::string, std::vector<std::string>, std::less<>> lists;

    /// The same as text::spelling() gives them, in the same order; made by load().
    std::map<std::string, std::vector<std::string>, std::less<>> spelled_lists;

    /// The list of that name; empty where there is none.
    const std::vector<std::string>& list(std::string_view name) const;
    const std::vector<std::string>& spelled(std::string_view name) const;

    /// Errors: template-broken.
    static Result<ReadWords> load(std::span<const Resource> built_in);
};

} // namespace vanthu::forms
