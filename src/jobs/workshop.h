// Everything that is loaded once and then shared by all documents and threads.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "fonts/font_set.h"
#include "forms/check_words.h"
#include "forms/templates.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace vanthu::jobs {

struct WorkshopOptions {
    std::filesystem::path office; ///< folder with an office's own templates; empty: none
    std::string font;             ///< type family; empty: the first of the manifest that the machine has
};

/// The built-in templates with those of an office (folder; may be empty) laid over them.
/// Errors: those of the templates, folder-missing.
Result<forms::Templates> load_templates(const std::filesystem::path& office);

/// Immutable.
struct Workshop {
    forms::Templates templates;
    forms::CheckWords check_words;
    fonts::FontSet fonts;
    std::string_view schema;         ///< JSON Schema of the input
    std::string_view colour_profile; ///< ICC profile for PDF output intents

    /// Errors: those of load_templates(), CheckWords::load() and FontSet::load().
    static Result<Workshop> open(const WorkshopOptions& options);
};

} // namespace vanthu::jobs
