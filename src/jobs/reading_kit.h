// What all readings share, loaded once before the first.
#pragma once

#include "base/diagnostic.h"
#include "fonts/font_set.h"
#include "forms/read_words.h"
#include "forms/templates.h"

#include <filesystem>
#include <string_view>

namespace vanthu::jobs {

/// Immutable.
struct ReadingKit {
    forms::Templates templates;
    forms::ReadWords words;
    fonts::FontSet fonts; ///< for drawing what was seen
    std::string_view schema;

    /// `office`: folder with an office's own templates; may be empty. Errors: those of load_templates(),
    /// ReadWords::load() and FontSet::load().
    static Result<ReadingKit> open(const std::filesystem::path& office);
};

} // namespace vanthu::jobs
