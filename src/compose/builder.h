// Turns template nodes and data into blocks. Private to compose.
#pragma once

#include "base/diagnostic.h"
#include "base/measure.h"
#include "compose/scope.h"
#include "flow/flow.h"
#include "forms/templates.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vanthu::compose {

using Blocks = std::vector<flow::Block>;

/// What the special nodes of an attachment (outline, table) stand for; empty in a decision.
struct Attached {
    const std::vector<model::Section>* sections = nullptr;
    const model::Table* table = nullptr;
    std::string pointer;                         ///< JSON Pointer of the attachment
    Diagnostics* findings = nullptr;             ///< where problems of the table are told
    std::vector<std::string>* sources = nullptr; ///< flow::Document::sources; null: not wanted
};

class Builder {
  public:
    Builder(const forms::Templates& templates, const forms::KindTemplate& kind, const Measure& measure)
        : templates_(templates), kind_(kind), measure_(measure), wording_(templates, kind) {}

    /// One group of sheets as the kind's template orders it.
    flow::Sheet sheet(const Scope& scope, const Attached& attached) const;

    /// A wording with its names filled in.
    std::string expand(std::string_view text, const Scope& scope) const { return wording_.expand(text, scope); }

  private:
    struct Context {
        const Scope& scope;
        const Attached& attached;
        double width; ///< of the container, points
    };

    void add_children(const forms::Node& node, const Context& context, Blocks& blocks) const;
    void add(const forms::Node& node, const Context& context, Blocks& blocks) const;
    void add_paragraph(const forms::Node& node, const Context& context, Blocks& blocks) const;
    void add_each(const forms::Node& node, const Context& context, Blocks& blocks) const;
    void add_table(const forms::Node& node, const Context& context, Blocks& blocks) const;
    void add_columns(const forms::Node& node, const Context& context, Blocks& blocks) const;
    void add_outline(const forms::Node& node, const Context& context, Blocks& blocks) const;
    void add_items(const forms::Node& outline, const std::vector<model::Item>& items, const std::string& pointer,
                   const Context& context, Blocks& blocks) const;
    flow::SourceIndex source(const forms::Node& node, const Context& context) const;
    flow::Cell cell(const forms::Node& node, const Context& context) const;
    std::vector<flow::Content> furniture(const forms::Node& node, const Context& context) const;
    const flow::PageSetup& page(const Attached& attached) const;
    bool applies(const forms::Node& node, const Scope& scope) const;
    flow::Paragraph paragraph(const forms::Node& node, const Scope& scope) const;
    void balance(flow::Paragraph& paragraph, double width) const;
    flow::Rule rule(std::string_view name, const flow::Paragraph& above, double width) const;
    double longest_line(const flow::Paragraph& paragraph, double width) const;
    std::string broken(const std::vector<std::string>& pieces, Face face, double size, double width) const;

    const forms::Templates& templates_;
    const forms::KindTemplate& kind_;
    const Measure& measure_;
    Wording wording_;
};

} // namespace vanthu::compose
