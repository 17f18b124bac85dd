// What the values of options mean, and which options go together. Private to cli.
#pragma once

#include "cli/arguments.h"

#include <string_view>

namespace vanthu::cli {

/// A mistake in the words of the command line; codes usage-*.
Diagnostic usage_error(std::string code, vanthu::Arguments values = {});
Diagnostic bad_value(const std::string& option, const std::string& value, const std::string& allowed);

/// Each is false where the word is no such value; an empty word, an option that was not given, changes nothing.
bool parse_language(std::string_view word, forms::Language& language);
bool parse_formats(std::string_view words, Arguments& arguments);
bool parse_level(std::string_view word, write::PdfLevel& level);
bool parse_jobs(std::string_view word, unsigned& jobs);
bool parse_page(std::string_view word, std::uint32_t& page);
bool parse_kind(std::string_view word, bool& tasks_only);

/// Whether `output` names a file to write, not a folder: it ends in .pdf or .docx and is no folder.
bool names_file(const std::string& output);

/// Inputs and an output are there and fit each other. An output file chooses the format where none was asked for.
void check_generate(Arguments& arguments, bool any_format, Diagnostics& mistakes);

/// The same for what is read; one input goes to standard output where no other place is given. `suffix`: of the files
/// that the command writes.
void check_reading(Arguments& arguments, std::string_view suffix, Diagnostics& mistakes);

/// All tables go into one file, whose name says in which format.
void check_tables(Arguments& arguments, Diagnostics& mistakes);

} // namespace vanthu::cli
