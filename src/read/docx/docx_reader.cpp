#include "read/docx/docx_reader.h"

#include "ooxml/package_reader.h"
#include "ooxml/problems.h"
#include "read/docx/attached.h"
#include "read/docx/body.h"
#include "read/docx/furniture.h"
#include "read/docx/info.h"
#include "read/docx/reading.h"
#include "read/docx/tab_columns.h"

#include <algorithm>
#include <memory>

namespace vanthu::read {
namespace {

using namespace docx;
using ooxml::PackageReader;
using ooxml::Reference;

class DocxReader {
  public:
    explicit DocxReader(PackageReader package) : package_(std::move(package)) {}

    Result<DocxContent> read() {
        if (auto problem = find_main()) return failed(std::move(*problem));
        if (auto problem = read_document()) return failed(std::move(*problem));
        if (fonts_.decide())
            if (auto problem = read_document()) return failed(std::move(*problem));
        replace_tabs(reading_->document);
        DocxContent content;
        content.flow = std::move(reading_->document);
        content.flow.info = read_info(package_, of_package_);
        content.attached_document = read_attached_document(package_, references_);
        report();
        return Result<DocxContent>::of(std::move(content), std::move(findings_));
    }

  private:
    static Result<DocxContent> failed(Diagnostic why) { return Result<DocxContent>::failed(std::move(why)); }

    std::optional<Diagnostic> find_main() {
        auto references = package_.references("");
        if (!references) return references.diagnostics.front();
        of_package_ = std::move(*references);
        const Reference* main = first(of_package_, "officeDocument");
        if (!main) return ooxml::broken("_rels/.rels", "no main document");
        main_ = main->target;
        if (has_macros()) return Diagnostic{"docx-macros", Severity::error, {}, {}};
        if (package_.content_type(main_).find("wordprocessingml") == std::string_view::npos)
            return ooxml::broken(main_, "no Word document");
        auto more = package_.references(main_);
        if (!more) return more.diagnostics.front();
        references_ = std::move(*more);
        return std::nullopt;
    }

    bool has_macros() const {
        const auto& names = package_.names();
        return package_.content_type(main_).find("macroEnabled") != std::string_view::npos ||
               std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                   return name.ends_with("vbaProject.bin") ||
                          package_.content_type(name).find("vbaProject") != std::string_view::npos;
               });
    }

    /// The part of that kind that the document refers to; null where there is none in the package.
    const Reference* first(const std::vector<Reference>& references, std::string_view kind) const {
        const auto found = std::find_if(references.begin(), references.end(), [&](const Reference& each) {
            return each.kind == kind && !each.external && package_.has(each.target);
        });
        return found == references.end() ? nullptr : &*found;
    }

    std::optional<Diagnostic> read_document() {
        reading_ = std::make_unique<Reading>(fonts_);
        if (const Reference* styles = first(references_, "styles"))
            if (reading_->styles.read(package_, styles->target, fonts_)) reading_->unread.push_back(styles->target);
        if (const Reference* numbering = first(references_, "numbering"))
            if (reading_->numbering.read(package_, numbering->target)) reading_->unread.push_back(numbering->target);
        reading_->maker.set_part(main_);
        Body body(*reading_);
        if (auto problem = package_.read_xml(main_, body)) return problem;
        if (body.too_wide()) return ooxml::over_limit(main_, "columns", 1000);
        std::vector<Section> sections = body.finish();
        FurnitureReader furniture(package_, *reading_, references_);
        for (Section& section : sections) furniture.add(section);
        furniture.add_notes(sections.back().sheet);
        for (Section& section : sections) reading_->document.sheets.push_back(std::move(section.sheet));
        return std::nullopt;
    }

    void note(Diagnostic finding) { findings_.push_back(std::move(finding)); }

    void report() {
        for (const std::string& part : reading_->unread)
            note({"docx-part-unread", Severity::warning, {{"part", part}}, {"", 0, "", part}});
        const auto external = std::count_if(references_.begin(), references_.end(), [](const Reference& each) {
            return each.external && each.kind != "hyperlink";
        });
        if (external > 0)
            note({"docx-external-ignored", Severity::note, {{"count", std::to_string(external)}}, {"", 0, "", main_}});
        if (reading_->changes > 0)
            note({"docx-changes-accepted",
                  Severity::warning,
                  {{"count", std::to_string(reading_->changes)}},
                  {"", 0, "", main_}});
        if (reading_->objects > 0)
            note({"docx-object-skipped",
                  Severity::note,
                  {{"count", std::to_string(reading_->objects)}},
                  {"", 0, "", main_}});
    }

    PackageReader package_;
    std::string main_;
    std::vector<Reference> of_package_;
    std::vector<Reference> references_;
    Fonts fonts_;
    std::unique_ptr<Reading> reading_;
    Diagnostics findings_;
};

} // namespace

Result<DocxContent> read_docx(std::string_view bytes) {
    auto package = PackageReader::open(bytes);
    if (!package) return Result<DocxContent>::failed(std::move(package.diagnostics));
    return DocxReader(std::move(*package)).read();
}

} // namespace vanthu::read
