#include "forms/messages.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <optional>

namespace vanthu::forms {
namespace {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

struct FreeString {
    void operator()(xmlChar* text) const { xmlFree(text); }
};
using String = std::unique_ptr<xmlChar, FreeString>;

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string_view(); }

std::string attribute(xmlNode* node, const char* name) {
    const String value(xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)));
    return std::string(view(value.get()));
}

std::string content(xmlNode* node) {
    const String value(xmlNodeGetContent(node));
    return std::string(view(value.get()));
}

std::optional<Language> language_of(xmlNode* node) {
    const std::string name = attribute(node, "lang");
    if (name == "vi") return Language::vi;
    if (name == "en") return Language::en;
    return std::nullopt;
}

std::string fill(std::string_view pattern, const std::vector<Argument>& arguments) {
    std::string result;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = open == pattern.npos ? open : pattern.find('}', open);
        if (close == pattern.npos) break;
        result += pattern.substr(0, open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        for (const Argument& argument : arguments)
            if (argument.name == name) result += argument.value;
        pattern.remove_prefix(close + 1);
    }
    return result += pattern;
}

std::string without_wording(std::string_view code, const std::vector<Argument>& arguments) {
    std::string result(code);
    for (const Argument& argument : arguments) result += " " + argument.name + "=" + argument.value;
    return result;
}

Diagnostic broken(std::size_t line) {
    return {"messages-broken", Severity::error, {}, {.line = line, .part = "templates/messages.xml"}};
}

} // namespace

class MessageFile {
  public:
    static Result<Messages> read(xmlNode* root) {
        Messages messages;
        for (xmlNode* node = xmlFirstElementChild(root); node; node = xmlNextElementSibling(node)) {
            const std::string code = attribute(node, "code");
            auto [entry, is_new] = messages.wordings_.try_emplace(code);
            if (view(node->name) != "message" || code.empty() || !is_new || !read_wording(node, entry->second))
                return Result<Messages>::failed(broken(static_cast<std::size_t>(xmlGetLineNo(node))));
        }
        return Result<Messages>::of(std::move(messages));
    }

  private:
    static bool read_wording(xmlNode* message, Messages::Wording& wording) {
        for (xmlNode* node = xmlFirstElementChild(message); node; node = xmlNextElementSibling(node)) {
            const std::optional<Language> language = language_of(node);
            const bool is_hint = view(node->name) == "hint";
            if (!language || (!is_hint && view(node->name) != "text")) return false;
            (is_hint ? wording.hint : wording.text)[static_cast<std::size_t>(*language)] = content(node);
        }
        return true;
    }
};

Result<Messages> Messages::load(std::string_view xml) {
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const Document document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "templates/messages.xml", "UTF-8", options));
    if (!document) {
        const xmlError* error = xmlGetLastError();
        return Result<Messages>::failed(broken(error ? static_cast<std::size_t>(error->line) : 0));
    }
    return MessageFile::read(xmlDocGetRootElement(document.get()));
}

std::string Messages::text(const Diagnostic& diagnostic, Language language) const {
    return text(diagnostic.code, language, diagnostic.arguments);
}

std::string Messages::hint(const Diagnostic& diagnostic, Language language) const {
    const auto found = wordings_.find(diagnostic.code);
    if (found == wordings_.end()) return {};
    return fill(found->second.hint[static_cast<std::size_t>(language)], diagnostic.arguments);
}

std::string Messages::text(std::string_view code, Language language, const std::vector<Argument>& arguments) const {
    const auto found = wordings_.find(code);
    if (found == wordings_.end()) return without_wording(code, arguments);
    return fill(found->second.text[static_cast<std::size_t>(language)], arguments);
}

} // namespace vanthu::forms
