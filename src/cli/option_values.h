// What the values of options mean, and which options go together. Private to cli.
#pragma once

#include "cli/arguments.h"

#include <string_view>

namespace vanthu::cli {

/// Each is false where the word is no such value; an empty word, an option that was not given, changes nothing.
bool parse_language(std::string_view word, forms::Language& language);
bool parse_formats(std::string_view words, Arguments& arguments);
bool parse_level(std::string_view word, write::PdfLevel& level);
bool parse_jobs(std::string_view word, unsigned& jobs);

/// Whether `output` names a file to write, not a folder: it ends in .pdf or .docx and is no folder.
bool names_file(const std::string& output);

/// Inputs and an output are there and fit each other. An output file chooses the format where none was asked for.
void check_generate(Arguments& arguments, bool any_format, Diagnostics& mistakes);

} // namespace vanthu::cli
