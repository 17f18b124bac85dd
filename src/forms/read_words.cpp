#include "forms/read_words.h"

#include "forms/template_loader.h"
#include "forms/xml_file.h"
#include "text/spelling.h"

namespace vanthu::forms {
namespace {

constexpr const char* words_path = "templates/read-words.xml";
constexpr const char* schema_path = "templates/read-words.rng";

using Lists = decltype(ReadWords::lists);

const std::vector<std::string>& found(const Lists& lists, std::string_view name) {
    static const std::vector<std::string> none;
    const auto list = lists.find(name);
    return list == lists.end() ? none : list->second;
}

} // namespace

const std::vector<std::string>& ReadWords::list(std::string_view name) const { return found(lists, name); }

const std::vector<std::string>& ReadWords::spelled(std::string_view name) const { return found(spelled_lists, name); }

Result<ReadWords> ReadWords::load(std::span<const Resource> built_in) {
    const Schema schema(embedded(built_in, schema_path));
    Result<Node> root = schema.read(embedded(built_in, words_path), words_path);
    if (!root) return Result<ReadWords>::failed(std::move(root.diagnostics));
    ReadWords words;
    for (const Node& list : root->children) {
        if (list.name != "list") continue;
        auto& items = words.lists[std::string(list.attribute("name"))];
        for (const Node& word : list.children)
            if (word.name == "word") items.push_back(word.text);
    }
    for (const auto& [name, list] : words.lists)
        for (const std::string& word : list) words.spelled_lists[name].push_back(text::spelling(word));
    return Result<ReadWords>::of(std::move(words));
}

} // namespace vanthu::forms
