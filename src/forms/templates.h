// Templates as data: templates/*.xml, checked against templates/template.rng, with an office's own files laid over
// them. Both `compose` and `interpret` read them: what is written is what is recognised.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "base/resources.h"
#include "flow/flow.h"
#include "model/document.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::forms {

/// One element of a template: a paragraph, an `each`, a letterhead … as template.rng allows it. Includes are resolved.
/// Character data inside a paragraph is a node named "#text".
struct Node {
    std::string name;
    std::map<std::string, std::string, std::less<>> attributes;
    std::string text;
    std::vector<Node> children;
    std::size_t line = 0;

    /// The attribute's value, or an empty view.
    std::string_view attribute(std::string_view key) const;
    const Node* child(std::string_view child_name) const;
};

using Wordings = std::map<std::string, std::string, std::less<>>;

/// The order of parts of one kind of document or attachment.
struct KindTemplate {
    std::string kind;
    std::string title;  ///< name of the type, e.g. "Quyết định"
    std::string symbol; ///< abbreviation of the type in the document's symbol (annex III, I)
    Node sheet;
    Node first_header;
    Node first_footer;
    Wordings wordings; ///< looked up before Templates::wordings
};

/// A rule under a text (annex I, II.1b, II.2b, II.5b).
struct RuleStyle {
    double part = 0; ///< length as a part of the text's length
    double before = 0, after = 0, thickness = 0;
};

/// What an office fills in where the data says nothing.
struct OfficeDefaults {
    model::Issuer issuer;
    std::vector<std::string> recipients;
};

/// A file of the folder that `--templates` names.
struct OfficeFile {
    std::string path; ///< as shown in messages; the last component decides what it replaces
    Bytes content;
};

struct Templates {
    std::string font_name;
    std::string language;
    std::vector<flow::ParagraphStyle> styles;
    std::vector<flow::CharacterStyle> character_styles;
    std::map<std::string, flow::PageSetup, std::less<>> pages;
    std::map<std::string, RuleStyle, std::less<>> rules;
    Wordings wordings;
    std::vector<std::string> binding_words;
    std::vector<std::string> names;  ///< natural case of words in agency names
    std::vector<KindTemplate> kinds; ///< sorted by kind
    OfficeDefaults office;

    /// Built-in templates with the office's files over them: `office.xml` changes single values within the decree's
    /// ranges, a file named like a built-in one replaces it, any other template adds a kind.
    /// Errors: template-broken (file, line, reason), template-range, template-unknown-name, template-cell-count.
    static Result<Templates> load(std::span<const Resource> built_in, std::span<const OfficeFile> office_files);

    const KindTemplate* kind(std::string_view name) const;
    std::uint16_t style(std::string_view name) const; ///< index; every name in a loaded template exists
    flow::CharacterStyleIndex character_style(std::string_view name) const;

    /// Fills what the document leaves open: issuer, recipients.
    void apply_office(model::Document& document) const;
};

} // namespace vanthu::forms
