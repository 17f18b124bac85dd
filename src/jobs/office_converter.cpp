#include "jobs/office_converter.h"

#include "jobs/files.h"
#include "jobs/outside_program.h"

#include <fmt/format.h>

#include <array>
#include <unistd.h>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

/// No macros, no active content, no links to other files.
constexpr std::string_view safe_settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)";

constexpr std::string_view ole_start = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", rtf_start = "{\\rtf";

Diagnostic error(const char* code, Arguments arguments = {}) {
    return {code, Severity::error, std::move(arguments), {}};
}

Diagnostics write_whole(const fs::path& path, std::string_view bytes) {
    Result<StagedFile> file = StagedFile::write(path, Bytes(bytes));
    return file ? file->commit() : file.diagnostics;
}

Diagnostics no_folder() {
    return {error("output-failed", {{"output", fs::temp_directory_path().string()},
                                    {"reason", std::generic_category().message(errno)}})};
}

std::string_view ending_of(OfficeFormat format) { return format == OfficeFormat::doc ? ".doc" : ".rtf"; }

Diagnostics why(ProgramEnd end, const OfficeOptions& options) {
    switch (end) {
    case ProgramEnd::timed_out:
        return {error("office-timeout", {{"seconds", std::to_string(options.limit.count())}})};
    case ProgramEnd::stopped:
        return {error("interrupted")};
    case ProgramEnd::not_started:
        return {error("office-missing")};
    case ProgramEnd::done:
    case ProgramEnd::failed:
        break;
    }
    return {error("office-failed")};
}

Program call(const OfficeOptions& options, const fs::path& profile, const fs::path& folder) {
    Program program;
    program.path = options.program;
    program.arguments = {"-env:UserInstallation=file://" + profile.string(),
                         "--headless",
                         "--norestore",
                         "--nologo",
                         "--nodefault",
                         "--nolockcheck",
                         "--convert-to",
                         "docx:MS Word 2007 XML",
                         "--outdir",
                         (folder / "out").string()};
    program.environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "SAL_USE_VCLPLUGIN=svp",
                           "HOME=" + folder.string(), "TMPDIR=" + folder.string()};
    program.is_stopped = options.is_stopped;
    return program;
}

} // namespace

std::optional<OfficeFormat> office_format_of(std::string_view bytes) {
    if (bytes.starts_with(ole_start)) return OfficeFormat::doc;
    if (bytes.starts_with(rtf_start)) return OfficeFormat::rtf;
    return std::nullopt;
}

fs::path find_office(std::string_view search_path) {
    std::vector<fs::path> candidates;
    for (std::size_t at = 0; at <= search_path.size();) {
        const std::size_t end = std::min(search_path.find(':', at), search_path.size());
        const fs::path folder = search_path.substr(at, end - at);
        // An empty or relative entry would run what lies beside the document.
        if (folder.is_absolute())
            for (const char* name : {"soffice", "libreoffice"}) candidates.push_back(folder / name);
        at = end + 1;
    }
    for (const char* known : {"/usr/lib/libreoffice/program/soffice", "/usr/lib64/libreoffice/program/soffice"})
        candidates.emplace_back(known);
    for (const fs::path& candidate : candidates) {
        std::error_code ignored;
        if (fs::is_regular_file(candidate, ignored) && ::access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    return {};
}

Diagnostics OfficeConverter::prepare_profile() {
    if (profile_) return {};
    profile_.emplace();
    if (profile_->path().empty()) {
        profile_.reset();
        return no_folder();
    }
    return write_whole(profile_->path() / "user" / "registrymodifications.xcu", safe_settings);
}

/// Fills in the results that are there; the others stay without value and without reason.
OfficeConverter::Attempt OfficeConverter::convert(std::span<const OfficeInput> inputs,
                                                  std::vector<Result<Bytes>>& results) {
    if (options_.program.empty()) return {{error("office-missing")}};
    if (Diagnostics failed = prepare_profile(); !failed.empty()) return {failed};
    const TemporaryFolder folder;
    if (folder.path().empty()) return {no_folder()};
    Program program = call(options_, profile_->path(), folder.path());
    program.limits.wall = options_.limit + std::chrono::seconds(inputs.size() - 1);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const fs::path file = folder.path() / fmt::format("{}{}", i, ending_of(inputs[i].format));
        if (Diagnostics failed = write_whole(file, inputs[i].bytes); !failed.empty()) return {failed};
        program.arguments.push_back(file.string());
    }
    const ProgramEnd end = run_program(program);
    if (end != ProgramEnd::done) {
        // What was killed may have left locks and half a registry, and half a document.
        profile_.reset();
        return {why(end, options_), end == ProgramEnd::failed || end == ProgramEnd::timed_out};
    }
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const fs::path file = folder.path() / "out" / fmt::format("{}.docx", i);
        std::error_code ignored;
        if (fs::exists(file, ignored)) results[i] = read_file(file);
    }
    return {why(end, options_)};
}

Result<Bytes> OfficeConverter::to_docx(std::string_view bytes, OfficeFormat format) {
    const OfficeInput input{bytes, format};
    return std::move(to_docx({&input, 1}).front());
}

std::vector<Result<Bytes>> OfficeConverter::to_docx(std::span<const OfficeInput> inputs) {
    std::vector<Result<Bytes>> results(inputs.size());
    if (inputs.empty()) return results;
    const Attempt attempt = convert(inputs, results);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (results[i] || !results[i].diagnostics.empty()) continue;
        if (attempt.one_spoilt_all && inputs.size() > 1)
            results[i] = to_docx(inputs[i].bytes, inputs[i].format);
        else
            results[i] = Result<Bytes>::failed(attempt.reason);
    }
    return results;
}

} // namespace vanthu::jobs
