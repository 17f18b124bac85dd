#include "forms/read_words.h"

#include "forms/xml_file.h"

namespace vanthu::forms {
namespace {

constexpr const char* words_path = "templates/read-words.xml";
constexpr const char* schema_path = "templates/read-words.rng";

std::string_view content_of(std::span<const Resource> resources, std::string_view path) {
    for (const Resource& resource : resources)
        if (resource.path == path) return resource.content;
    return {};
}

} // namespace

const std::vector<std::string>& ReadWords::list(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto found = lists.find(name);
    return found == lists.end() ? none : found->second;
}

Result<ReadWords> ReadWords::load(std::span<const Resource> built_in) {
    const Schema schema(content_of(built_in, schema_path));
    Result<Node> root = schema.read(content_of(built_in, words_path), words_path);
    if (!root) return Result<ReadWords>::failed(std::move(root.diagnostics));
    ReadWords words;
    for (const Node& list : root->children) {
        auto& items = words.lists[std::string(list.attribute("name"))];
        for (const Node& word : list.children) items.push_back(word.text);
    }
    return Result<ReadWords>::of(std::move(words));
}

} // namespace vanthu::forms
