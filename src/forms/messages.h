// The words for everything the program says: templates/messages.xml, Vietnamese and English side by side.
#pragma once

#include "base/diagnostic.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace vanthu::forms {

enum class Language : std::uint8_t { vi, en };
inline constexpr int language_count = 2;

/// Immutable after loading; may be used by several threads at once.
class Messages {
  public:
    /// `xml` is the text of templates/messages.xml. Errors: messages-broken.
    static Result<Messages> load(std::string_view xml);

    /// What happened, with {name} replaced by the argument of that name. A code without a message gives the code and
    /// its arguments, so that nothing is ever swallowed.
    std::string text(const Diagnostic& diagnostic, Language language) const;

    /// What to do about it; empty where there is nothing to advise.
    std::string hint(const Diagnostic& diagnostic, Language language) const;

    /// A message that is no diagnostic: help texts, status lines.
    std::string text(std::string_view code, Language language, const std::vector<Argument>& arguments = {}) const;

  private:
    struct Wording {
        std::array<std::string, language_count> text;
        std::array<std::string, language_count> hint;
    };
    friend class MessageFile;
    std::map<std::string, Wording, std::less<>> wordings_;
};

} // namespace vanthu::forms
