#include "compose/compose.h"

#include "compose/builder.h"

#include <fmt/format.h>

namespace vanthu::compose {
namespace {

std::string_view kind_name(const model::Attachment& attachment) {
    const auto* text = std::get_if<model::AttachedText>(&attachment);
    if (!text) return "appendix";
    switch (text->kind) {
    case model::TextKind::plan:
        return "plan";
    case model::TextKind::regulation:
        return "regulation";
    case model::TextKind::programme:
        break;
    }
    return "programme";
}

std::string roman(std::size_t number) {
    constexpr std::pair<std::size_t, std::string_view> digits[] = {
        {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    std::string result;
    for (const auto& [value, letters] : digits)
        for (; number >= value; number -= value) result += letters;
    return result;
}

/// Builds the sheets of one document.
class Composer {
  public:
    Composer(const model::Document& document, const forms::Templates& templates, const Measure& measure,
             Sources sources)
        : document_(document), templates_(templates), measure_(measure), tells_sources_(sources == Sources::told) {}

    flow::Document compose() {
        const forms::KindTemplate& kind = template_of(document_.kind);
        if (!kind.sheet.child("signature")) throw AttachedKind{document_.kind};
        if (document_.articles.empty() && document_.sections.empty()) throw NoBody{};
        scope_ = document_scope(document_, templates_, kind);
        const Builder builder(templates_, kind, measure_);
        flow::Document result;
        result.font_name = templates_.font_name;
        result.styles = templates_.styles;
        result.character_styles = templates_.character_styles;
        result.info = info(builder);
        result.sheets.push_back(builder.sheet(scope_, {&document_.sections, nullptr, "", &findings_, sources()}));
        for (std::size_t i = 0; i < document_.attachments.size(); ++i) result.sheets.push_back(sheet(i, builder));
        result.sources = std::move(sources_);
        return result;
    }

    Diagnostics findings() { return std::move(findings_); }

    struct UnknownKind {
        std::string name;
    };

    /// Its template has no signature: a text that goes with another.
    struct AttachedKind {
        std::string name;
    };

    struct NoBody {};

  private:
    const forms::KindTemplate& template_of(std::string_view name) const {
        const forms::KindTemplate* kind = templates_.kind(name);
        if (!kind) throw UnknownKind{std::string(name)};
        return *kind;
    }

    flow::Info info(const Builder& builder) const {
        flow::Info info;
        info.title = builder.expand("{info-title}", scope_);
        info.author = *scope_.find("issuer.natural");
        info.subject = document_.subject;
        info.keywords = builder.expand("{info-keywords}", scope_);
        if (document_.date)
            info.date =
                fmt::format("{:04}-{:02}-{:02}", document_.date->year, document_.date->month, document_.date->day);
        info.language = templates_.language;
        return info;
    }

    flow::Sheet sheet(std::size_t index, const Builder& decision) {
        const model::Attachment& attachment = document_.attachments[index];
        const std::string pointer = fmt::format("/attachments/{}", index);
        const Builder builder(templates_, template_of(kind_name(attachment)), measure_);
        Scope scope;
        scope.outer = &scope_;
        if (const auto* text = std::get_if<model::AttachedText>(&attachment)) {
            scope.values["title"] = text->title;
            scope.values["subject"] = text->subject;
            add_pointers(scope, pointer, {"title", "subject", "reference"});
            add_reference(scope, text->reference, decision);
            return builder.sheet(scope, {&text->sections, nullptr, pointer, &findings_, sources()});
        }
        const auto& appendix = std::get<model::Appendix>(attachment);
        scope.values["label"] = appendix.label.empty() ? next_label(decision) : (++appendices_, appendix.label);
        scope.values["title"] = appendix.title;
        add_pointers(scope, pointer, {"label", "title", "reference"});
        add_reference(scope, appendix.reference, decision);
        return builder.sheet(
            scope, {&appendix.sections, appendix.table ? &*appendix.table : nullptr, pointer, &findings_, sources()});
    }

    std::vector<std::string>* sources() { return tells_sources_ ? &sources_ : nullptr; }

    static void add_pointers(Scope& scope, const std::string& pointer, std::initializer_list<const char*> names) {
        for (const char* name : names) scope.pointers[name] = pointer + "/" + name;
    }

    /// Annex I, III.1c. Derived from the decision's own number and date, so that the two can never disagree.
    void add_reference(Scope& scope, const std::string& given, const Builder& decision) const {
        scope.values["reference"] = given.empty() ? decision.expand("{reference}", scope_) : given;
    }

    /// Annex I, III.1a: a single appendix has no number, several have Roman ones.
    std::string next_label(const Builder& decision) {
        std::size_t count = 0;
        for (const model::Attachment& attachment : document_.attachments)
            count += std::holds_alternative<model::Appendix>(attachment);
        ++appendices_;
        const std::string label = decision.expand("{appendix-label}", scope_);
        return count > 1 ? label + " " + roman(appendices_) : label;
    }

    const model::Document& document_;
    const forms::Templates& templates_;
    const Measure& measure_;
    Scope scope_;
    Diagnostics findings_;
    std::size_t appendices_ = 0;
    bool tells_sources_;
    std::vector<std::string> sources_;
};

} // namespace

Result<flow::Document> compose(const model::Document& document, const forms::Templates& templates,
                               const Measure& measure, Sources sources) {
    try {
        Composer composer(document, templates, measure, sources);
        flow::Document flow = composer.compose();
        Diagnostics findings = composer.findings();
        if (has_errors(findings)) return Result<flow::Document>::failed(std::move(findings));
        return Result<flow::Document>::of(std::move(flow), std::move(findings));
    } catch (const UnknownName& unknown) {
        return Result<flow::Document>::failed({"template-unknown-name", Severity::error, {{"name", unknown.name}}, {}});
    } catch (const Composer::UnknownKind& unknown) {
        return Result<flow::Document>::failed(
            {"unknown-kind", Severity::error, {{"kind", unknown.name}}, {"", 0, "/kind", ""}});
    } catch (const Composer::NoBody&) {
        return Result<flow::Document>::failed({"no-body", Severity::error, {}, {"", 0, "/articles", ""}});
    } catch (const Composer::AttachedKind& attached) {
        return Result<flow::Document>::failed(
            {"attached-kind", Severity::error, {{"kind", attached.name}}, {"", 0, "/kind", ""}});
    }
}

} // namespace vanthu::compose
