#include "read/pdf/document_parts.h"

#include "read/pdf/interpreter.h"

namespace vanthu::read::pdf {
namespace {

constexpr std::u32string_view attached_name = U"document.json";
constexpr int deepest = 50;
constexpr std::size_t most_nodes = 10'000;

Object embedded(const Object& specification) {
    const Object name = specification["UF"] ? specification["UF"] : specification["F"];
    if (text_string(name.string()) != attached_name) return {};
    const Object files = specification["EF"];
    return files["UF"] ? files["UF"] : files["F"];
}

/// The name tree of embedded files (ISO 32000-1, 7.9.6).
Object find_in_tree(const Object& node, int depth, std::size_t& left) {
    if (depth > deepest || left == 0) return {};
    --left;
    const Object names = node["Names"], kids = node["Kids"];
    for (std::size_t i = 1; i < names.size(); i += 2)
        if (const Object file = embedded(names.at(i))) return file;
    for (std::size_t i = 0; i < kids.size(); ++i)
        if (const Object file = find_in_tree(kids.at(i), depth + 1, left)) return file;
    return {};
}

bool has_signature(const Object& fields, int depth, std::size_t& left) {
    for (std::size_t i = 0; i < fields.size() && depth <= deepest && left > 0; ++i, --left) {
        const Object field = fields.at(i);
        if (field["FT"].name() == "Sig" && field["V"].is_dictionary()) return true;
        if (has_signature(field["Kids"], depth + 1, left)) return true;
    }
    return false;
}

} // namespace

std::optional<Bytes> attached_document(const Object& catalog, ObjectStore& store) {
    Object file;
    const Object associated = catalog["AF"];
    constexpr std::size_t most_files = 1000;
    for (std::size_t i = 0; i < associated.size() && i < most_files && !file; ++i) file = embedded(associated.at(i));
    std::size_t left = most_nodes;
    if (!file) file = find_in_tree(catalog["Names"]["EmbeddedFiles"], 0, left);
    if (!file.is_stream()) return std::nullopt;
    ObjectStore::Decoded decoded = store.decode(file);
    if (!decoded.complete) return std::nullopt;
    return std::move(decoded.bytes);
}

bool is_signed(const Object& catalog) {
    std::size_t left = most_nodes;
    return has_signature(catalog["AcroForm"]["Fields"], 0, left);
}

} // namespace vanthu::read::pdf
