#include "support/readable.h"

#include "compose/compose.h"
#include "interpret/outline.h"
#include "support/fixed_measure.h"
#include "support/flow_text.h"
#include "text/unicode.h"

#include <set>

namespace vanthu::test {
namespace {

class Settler {
  public:
    Settler(model::Document document, const forms::Templates& templates, const forms::ReadWords& words)
        : document_(std::move(document)), templates_(templates), words_(words) {}

    model::Document run() {
        upper(document_.issuer.parent);
        upper(document_.issuer.name);
        if (document_.authority.empty() && document_.kind == "decision") document_.authority = document_.issuer.name;
        if (document_.kind == "letter") document_.authority.clear();
        upper(document_.authority);
        for (std::string& line : document_.signature.authority) upper(line);
        if (text::is_upper(document_.signature.name)) document_.signature.name = "Lê " + document_.signature.name;
        if (document_.articles.empty()) document_.enactment.clear();
        if (!document_.enactment.empty()) document_.enactment = "QUYẾT NGHỊ:";
        for (model::Article& article : document_.articles)
            if (!article.headings.empty()) article.headings.front() = "Chương I";
        settle(document_.sections, false);
        for (model::Attachment& attachment : document_.attachments)
            std::visit([&](auto& one) { settle(one); }, attachment);
        give_derived_texts();
        return std::move(document_);
    }

  private:
    static void upper(std::string& text) { text = text::to_upper(text); }

    void settle(model::AttachedText& text) {
        const char* lists[] = {"attached-programme", "attached-plan", "attached-regulation"};
        const std::string& word = words_.list(lists[static_cast<std::size_t>(text.kind)]).front();
        if (!text::to_upper(text.title).starts_with(text::to_upper(word))) text.title = word + " " + text.title;
        upper(text.title);
        settle(text.sections, text.kind == model::TextKind::regulation);
    }

    void settle(model::Appendix& appendix) {
        if (!appendix.label.empty()) appendix.label = "Phụ lục số " + std::to_string(++appendices_);
        upper(appendix.title);
        settle(appendix.sections, false);
        if (appendix.table) settle(*appendix.table);
    }

    void settle(std::vector<model::Section>& sections, bool chapters) {
        std::vector<interpret::OutlineLine> lines;
        for (const model::Section& section : sections) {
            add(lines, section.label, chapters ? text::to_upper(section.title) : section.title, true);
            add(lines, section.items);
        }
        sections = interpret::nest(lines).sections;
    }

    static void add(std::vector<interpret::OutlineLine>& lines, const std::vector<model::Item>& items) {
        for (const model::Item& item : items) {
            add(lines, item.label, item.text, false);
            add(lines, item.items);
        }
    }

    static void add(std::vector<interpret::OutlineLine>& lines, const std::string& label, const std::string& text,
                    bool section) {
        interpret::OutlineLine line;
        line.section = section;
        line.label = interpret::label_of(label);
        line.text = text;
        if (label.empty()) {
            line.label = section ? interpret::label_of(text) : interpret::Label{};
            line.text = text.substr(line.label.end);
        }
        lines.push_back(std::move(line));
    }

    void settle(model::Table& table) {
        static constexpr const char* lists[] = {"column-ordinal",  "column-task",    "column-lead",
                                                "column-partners", "column-product", "column-time"};
        std::set<model::ColumnRole> seen;
        for (model::Column& column : table.columns) {
            column.width.reset();
            if (!seen.insert(column.role).second) column.role = model::ColumnRole::other;
            if (column.role != model::ColumnRole::other)
                column.title = words_.list(lists[static_cast<std::size_t>(column.role)]).front();
        }
        if (table.columns.size() > 2) return;
        for (model::Row& row : table.rows) {
            if (row.kind != model::RowKind::section) continue;
            if (table.columns.size() == 1)
                row = {model::RowKind::task, "", "", {row.label + " " + row.text}};
            else
                row = {model::RowKind::task, "", "", {row.label, row.text}};
        }
    }

    /// Labels and reference lines as compose derives them.
    void give_derived_texts() {
        const auto flow = compose::compose(document_, templates_, FixedMeasure());
        for (std::size_t i = 0; i < document_.attachments.size(); ++i)
            for (const flow::Block& block : flow->sheets[i + 1].blocks)
                if (const auto* paragraph = std::get_if<flow::Paragraph>(&block)) {
                    const std::string& style = flow->styles[paragraph->style].name;
                    if (style == "Reference")
                        std::visit([&](auto& one) { one.reference = text_of(*paragraph); }, document_.attachments[i]);
                    if (auto* appendix = std::get_if<model::Appendix>(&document_.attachments[i]))
                        if (style == "AppendixLabel") appendix->label = text_of(*paragraph);
                }
    }

    model::Document document_;
    std::size_t appendices_ = 0;
    const forms::Templates& templates_;
    const forms::ReadWords& words_;
};

} // namespace

model::Document readable(model::Document document, const forms::Templates& templates, const forms::ReadWords& words) {
    return Settler(std::move(document), templates, words).run();
}

} // namespace vanthu::test
