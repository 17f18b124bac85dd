#include "base/resources.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/subcommand.h"
#include "forms/messages.h"

#include <exception>
#include <malloc.h>
#include <new>

namespace vanthu::cli {
namespace {

ExitCode run(const Arguments& arguments, const Voice& voice) {
    switch (arguments.command) {
    case Command::help:
        return print_result(arguments.help, voice);
    case Command::version:
        return run_version(voice);
    case Command::schema:
        return run_schema(voice);
    case Command::templates:
        return run_templates(arguments, voice);
    case Command::generate:
        return run_generate(arguments, voice);
    case Command::read:
        return run_read(arguments, voice);
    case Command::tables:
        return run_tables(arguments, voice);
    case Command::text:
        return run_text(arguments, voice);
    case Command::subcommand:
        return arguments.subcommand->run(voice);
    }
    return bug;
}

/// What nobody below expected.
ExitCode fail(const char* code, const char* reason, const Voice& voice) {
    const Diagnostic diagnostic{code, Severity::error, {{"reason", reason}}, {}};
    print_error(diagnostic_line(diagnostic, voice));
    return exit_code_of({diagnostic});
}

ExitCode run(int count, const char* const* words) {
    const Result<forms::Messages> messages = forms::Messages::load(embedded_resource("templates/messages.xml"));
    if (!messages) {
        print_error("vanthu: templates/messages.xml\n");
        return bug;
    }
    Voice voice{*messages, language_of(count, words)};
    try {
        const Result<Arguments> arguments = parse_arguments(count, words, *messages);
        if (arguments) return run(*arguments, voice);
        print_error(diagnostic_lines(arguments.diagnostics, voice));
        return usage;
    } catch (const std::bad_alloc&) {
        return fail("out-of-memory", "", voice);
    } catch (const std::exception& fault) {
        return fail("internal-error", fault.what(), voice);
    }
}

} // namespace
} // namespace vanthu::cli

int main(int count, char** words) {
    // Each document frees some megabytes at once; handing them back to the kernel and asking again costs half of a
    // DOCX's time.
    mallopt(M_TRIM_THRESHOLD, 16 << 20); // NOLINT(concurrency-mt-unsafe): no thread exists yet
    mallopt(M_MMAP_THRESHOLD, 16 << 20); // NOLINT(concurrency-mt-unsafe): the same
    vanthu::cli::handle_signals();
    return vanthu::cli::run(count, words);
}
