#include "jobs/generate.h"

#include "check/check.h"
#include "compose/compose.h"
#include "jobs/findings.h"
#include "jobs/placed_fields.h"
#include "jobs/preview.h"
#include "paginate/paginate.h"
#include "read/json/json_lines.h"
#include "read/json/json_reader.h"
#include "write/docx/docx_writer.h"
#include "write/json/json_writer.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace vanthu::jobs {
namespace {

/// What only the document with the office's own values can tell.
Diagnostics check(const Workshop& workshop, const model::Document& document, bool may_have_gaps) {
    const forms::KindTemplate* kind = workshop.templates.kind(document.kind);
    Diagnostics found = check::check_document(document, workshop.check_words, kind ? kind->symbol : std::string());
    if (document.issuer.name.empty() && !may_have_gaps)
        found.push_back({"missing-field", Severity::error, {{"field", "issuer"}}, {.pointer = "/issuer"}});
    return found;
}

std::optional<model::Document> read_checked(const Workshop& workshop, const Bytes& json, const std::string& file,
                                            bool may_have_gaps, Diagnostics& diagnostics) {
    const auto covers = [&](char32_t character) { return workshop.fonts.covers(character); };
    auto document = take(read::read_json(json, file, {workshop.schema, covers, may_have_gaps}), diagnostics);
    if (!document) return document;
    workshop.templates.apply_office(*document);
    Diagnostics found = check(workshop, *document, may_have_gaps);
    std::move(found.begin(), found.end(), std::back_inserter(diagnostics));
    return document;
}

std::optional<Bytes> make_pdf(const Workshop& workshop, flow::Document flow, const Bytes& source, write::PdfLevel level,
                              Diagnostics& diagnostics) {
    const flow::Info info = flow.info;
    const pages::Document pages = paginate::paginate(std::exchange(flow, {}), workshop.fonts);
    write::PdfOptions options;
    options.level = level;
    options.source = source;
    options.colour_profile = workshop.colour_profile;
    return take(write::write_pdf(pages, info, workshop.fonts, options), diagnostics);
}

void make(const Workshop& workshop, Bytes json, const std::string& file, const GenerateOptions& options,
          Generated& made, Diagnostics& diagnostics) {
    std::optional<model::Document> document = read_checked(workshop, json, file, options.may_have_gaps, diagnostics);
    if (!document) return;
    const Bytes source = write::write_json(*document);
    std::optional<flow::Document> flow =
        take(compose::compose(*document, workshop.templates, workshop.fonts), diagnostics);
    if (!diagnostics.empty()) read::add_lines(json, diagnostics);
    document.reset();
    Bytes().swap(json);
    if (!flow) return;
    if (options.docx) made.docx = take(write::write_docx(*flow, source), diagnostics);
    if (options.pdf) made.pdf = make_pdf(workshop, std::move(*flow), source, options.level, diagnostics);
}

/// Adds what can be said of a document with gaps already, but for the places that have a finding: those are the gaps.
void add_elsewhere(Diagnostics& findings, Diagnostics of_the_rest) {
    const std::size_t known = findings.size();
    for (Diagnostic& finding : of_the_rest) {
        const bool has_one = std::any_of(findings.begin(), findings.begin() + static_cast<std::ptrdiff_t>(known),
                                         [&](const auto& one) { return one.place.pointer == finding.place.pointer; });
        if (finding.severity != Severity::error && !has_one) findings.push_back(std::move(finding));
    }
}

} // namespace

Result<Generated> generate(const Workshop& workshop, Bytes json, const std::string& file,
                           const GenerateOptions& options) {
    Generated made;
    Diagnostics diagnostics;
    make(workshop, std::move(json), file, options, made, diagnostics);
    name_file(diagnostics, file);
    if (has_errors(diagnostics)) return Result<Generated>::failed(std::move(diagnostics));
    return Result<Generated>::of(std::move(made), std::move(diagnostics));
}

Preview preview(const Workshop& workshop, const Bytes& json, const std::string& file) {
    Preview result;
    std::optional<model::Document> document = read_checked(workshop, json, file, false, result.diagnostics);
    if (has_errors(result.diagnostics)) {
        // The errors stay those of the whole document; the page shows what there is.
        Diagnostics of_the_rest;
        document = read_checked(workshop, json, file, true, of_the_rest);
        add_elsewhere(result.diagnostics, std::move(of_the_rest));
    }
    if (!document) return result;
    auto flow = take(compose::compose(*document, workshop.templates, workshop.fonts, compose::Sources::told),
                     result.diagnostics);
    if (flow) {
        const pages::Document pages = paginate::paginate(*flow, workshop.fonts);
        result.pages = static_cast<std::uint32_t>(pages.pages.size());
        result.places = placed_fields(pages, *flow, workshop.fonts);
        write::PdfOptions options;
        options.colour_profile = workshop.colour_profile;
        result.pdf =
            take(write::write_pdf(pages, flow->info, workshop.fonts, options), result.diagnostics).value_or("");
    }
    read::add_lines(json, result.diagnostics);
    name_file(result.diagnostics, file);
    return result;
}

} // namespace vanthu::jobs
