// The words of the command line as data. CLI11 stands behind grammar.h: it takes long to compile.
#pragma once

#include "base/diagnostic.h"
#include "forms/messages.h"
#include "write/pdf/pdf_writer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vanthu::cli {

class Subcommand;

enum class Command { help, version, generate, read, tables, text, schema, templates, subcommand };

struct Arguments {
    Command command = Command::help;
    std::string help; ///< the text asked for, with Command::help
    forms::Language language = forms::Language::vi;
    std::string office;                     ///< --templates
    std::shared_ptr<Subcommand> subcommand; ///< with Command::subcommand; its options are its own

    std::vector<std::string> inputs;
    std::string output;
    std::string font;
    bool pdf = true;
    bool docx = true;
    write::PdfLevel level = write::PdfLevel::a3a;
    unsigned jobs = 0; ///< 0: one for each core
    bool json = false;
    bool strict = false;
    bool quiet = false;
    bool stats = false;

    bool output_is_file = false;  ///< reading: `output` is one file or "-", no folder
    std::string show;             ///< PNG of what was recognised; empty: not drawn
    std::uint32_t page = 1;       ///< for `show`
    bool tasks_only = false;      ///< tables of tasks, no others
    bool furniture = true;        ///< running heads and page numbers in texts
    bool ignore_attached = false; ///< read our own files by what stands on their pages
};

/// The language that the words ask for, before anything else is made of them: mistakes are told in it too.
forms::Language language_of(int count, const char* const* words);

/// Errors: usage-* (the words make no sense), each for exit code 2.
Result<Arguments> parse_arguments(int count, const char* const* words, const forms::Messages& messages);

} // namespace vanthu::cli
