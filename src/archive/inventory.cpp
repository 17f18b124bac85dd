#include "archive/inventory.h"

#include "archive/digest.h"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <set>

namespace vanthu::archive {
namespace {

constexpr std::string_view inventory_type = "https://ocfl.io/1.1/spec/#inventory";
constexpr std::string_view content_folder = "content";

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;
using Value = rapidjson::Value;

void put(Writer& writer, std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Writer& writer, std::string_view name, std::string_view text) {
    put(writer, name);
    put(writer, text);
}

/// OCFL has it the other way round: digest → paths.
void put(Writer& writer, std::string_view name, const PathDigests& paths) {
    std::map<std::string_view, std::vector<std::string_view>> by_digest;
    for (const auto& [path, digest] : paths) by_digest[digest].push_back(path);
    put(writer, name);
    writer.StartObject();
    for (const auto& [digest, names] : by_digest) {
        put(writer, digest);
        writer.StartArray();
        for (const std::string_view one : names) put(writer, one);
        writer.EndArray();
    }
    writer.EndObject();
}

void put(Writer& writer, const InventoryVersion& version) {
    writer.StartObject();
    put(writer, "created", version.created);
    put(writer, "message", version.message);
    put(writer, "state", version.state);
    put(writer, "user");
    writer.StartObject();
    put(writer, "name", version.user);
    writer.EndObject();
    writer.EndObject();
}

void require(bool holds, const char* reason) {
    if (!holds) throw InventoryFault{reason};
}

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

/// The member, which must be a text that is not empty.
std::string text_at(const Value& object, const char* name, const char* reason) {
    const auto found = object.FindMember(name);
    require(found != object.MemberEnd() && found->value.IsString() && found->value.GetStringLength() != 0, reason);
    return std::string(text_of(found->value));
}

const Value& object_at(const Value& object, const char* name, const char* reason) {
    const auto found = object.FindMember(name);
    require(found != object.MemberEnd() && found->value.IsObject(), reason);
    return found->value;
}

void only(const Value& object, std::initializer_list<std::string_view> names, const char* reason) {
    std::set<std::string_view> seen;
    for (const auto& member : object.GetObject()) {
        require(std::find(names.begin(), names.end(), text_of(member.name)) != names.end(), reason);
        require(seen.insert(text_of(member.name)).second, reason);
    }
}

bool is_digest(std::string_view text) {
    return text.size() == 128 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// No path may be a file and a folder above another; sorted, what lies below follows behind it.
bool has_no_path_below_another(const PathDigests& paths) {
    return std::none_of(paths.begin(), paths.end(), [&](const auto& one) {
        const auto below = paths.lower_bound(one.first + "/");
        return below != paths.end() && below->first.starts_with(one.first + "/");
    });
}

PathDigests paths_of(const Value& object) {
    PathDigests paths;
    for (const auto& member : object.GetObject()) {
        require(is_digest(text_of(member.name)), "digest");
        require(member.value.IsArray() && !member.value.Empty(), "paths of a digest");
        for (const Value& path : member.value.GetArray()) {
            require(path.IsString() && is_sound_path(text_of(path)), "path");
            require(paths.emplace(text_of(path), text_of(member.name)).second, "path twice");
        }
    }
    require(has_no_path_below_another(paths), "path below another");
    return paths;
}

/// "2026-11-23T08:15:00Z", which is what we write.
bool is_time(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:ddZ";
    return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                      [](char c, char f) { return f == 'd' ? c >= '0' && c <= '9' : c == f; });
}

InventoryVersion version_of(const Value& object) {
    only(object, {"created", "message", "state", "user"}, "member of a version");
    InventoryVersion version;
    version.created = text_at(object, "created", "created");
    require(is_time(version.created), "created");
    version.message = text_at(object, "message", "message");
    const Value& user = object_at(object, "user", "user");
    only(user, {"name"}, "member of a user");
    version.user = text_at(user, "name", "name of the user");
    version.state = paths_of(object_at(object, "state", "state"));
    return version;
}

void check_content_path(std::string_view path, std::uint32_t head) {
    for (std::uint32_t number = 1; number <= head; ++number)
        if (path.starts_with(version_name(number) + "/" + std::string(content_folder) + "/")) return;
    throw InventoryFault{"content path"};
}

/// Manifest and states name the same digests.
void check_digests(const Inventory& inventory) {
    std::set<std::string_view> kept;
    std::set<std::string_view> used;
    for (const auto& [path, digest] : inventory.manifest) {
        check_content_path(path, inventory.head());
        kept.insert(digest);
    }
    for (const InventoryVersion& version : inventory.versions)
        for (const auto& [path, digest] : version.state) used.insert(digest);
    require(std::includes(kept.begin(), kept.end(), used.begin(), used.end()), "state without content");
    require(kept == used, "content in no state");
}

Inventory inventory_of(const Value& root) {
    only(root, {"digestAlgorithm", "head", "id", "manifest", "type", "versions"}, "member of the inventory");
    require(text_at(root, "type", "type") == inventory_type, "type");
    require(text_at(root, "digestAlgorithm", "digestAlgorithm") == "sha512", "digestAlgorithm");
    Inventory inventory;
    inventory.id = text_at(root, "id", "id");
    inventory.manifest = paths_of(object_at(root, "manifest", "manifest"));
    const Value& versions = object_at(root, "versions", "versions");
    require(!versions.ObjectEmpty(), "versions");
    for (rapidjson::SizeType number = 1; number <= versions.MemberCount(); ++number)
        inventory.versions.push_back(
            version_of(object_at(versions, version_name(number).c_str(), "numbers of the versions")));
    require(text_at(root, "head", "head") == version_name(inventory.head()), "head");
    check_digests(inventory);
    return inventory;
}

} // namespace

std::string version_name(std::uint32_t number) { return "v" + std::to_string(number); }

Bytes write_inventory(const Inventory& inventory) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.SetIndent(' ', 1);
    writer.StartObject();
    put(writer, "digestAlgorithm", "sha512");
    put(writer, "head", version_name(inventory.head()));
    put(writer, "id", inventory.id);
    put(writer, "manifest", inventory.manifest);
    put(writer, "type", inventory_type);
    put(writer, "versions");
    writer.StartObject();
    for (std::uint32_t number = 1; number <= inventory.head(); ++number) {
        put(writer, version_name(number));
        put(writer, inventory.versions[number - 1]);
    }
    writer.EndObject();
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::variant<Inventory, InventoryFault> read_inventory(std::string_view json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(json.data(), json.size());
    if (document.HasParseError() || !document.IsObject()) return InventoryFault{"JSON"};
    try {
        return inventory_of(document);
    } catch (const InventoryFault& fault) {
        return fault;
    }
}

std::string sidecar_of(std::string_view inventory) { return sha512(inventory) + " inventory.json\n"; }

bool is_sound_path(std::string_view path) {
    for (std::size_t begin = 0;;) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string_view::npos) return false;
        if (end == path.size()) return true;
        begin = end + 1;
    }
}

} // namespace vanthu::archive
