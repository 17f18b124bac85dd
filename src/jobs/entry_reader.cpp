#include "jobs/entry_reader.h"

#include "read/json/json_tree.h"
#include "read/json/json_values.h"
#include "write/report/entry_json.h"

#include <charconv>
#include <cmath>

namespace vanthu::jobs {
namespace {

using read::JsonTree;
using read::JsonType;
using Node = std::uint32_t;

/// The line is damaged; caught in this file.
struct Broken {};

class EntryReader {
  public:
    explicit EntryReader(const JsonTree& tree) : tree_(tree) {}

    write::FileEntry entry() const {
        write::FileEntry entry;
        entry.file = path(0, "file");
        entry.size = number<std::uint64_t>(0, "size");
        entry.modified = number<std::int64_t>(0, "modified");
        entry.sha512 = text(0, "sha512");
        entry.name = path(0, "name");
        entry.state = state(text(0, "state"));
        if (tree_.find(0, "same_as")) entry.same_as = path(0, "same_as");
        entry.recognised = recognised(member(0, "recognised"));
        entry.findings = findings(member(0, "findings"));
        entry.findings_left_out = number<std::size_t>(0, "findings_left_out");
        each(member(0, "outputs"), [&](Node one) { entry.made.push_back(text(one, "format")); });
        each(member(0, "not_made"), [&](Node one) {
            entry.not_made.push_back({text(one, "format"), findings(member(one, "reasons"))});
        });
        each(member(0, "words"), [&](Node one) { entry.checks.push_back({text(one, "format"), comparison(one)}); });
        each(member(0, "pictures"), [&](Node one) {
            entry.pictures.push_back({number<unsigned>(one, "page"), text(one, "path")});
        });
        return entry;
    }

  private:
    Node member(Node object, std::string_view name) const {
        const auto found = tree_.find(object, name);
        if (!found) throw Broken();
        return *found;
    }

    template <class Visitor> void each(Node array, Visitor visit) const {
        if (tree_.nodes[array].type != JsonType::array) throw Broken();
        tree_.each_element(array, visit);
    }

    std::string string(Node node) const {
        if (tree_.nodes[node].type != JsonType::string || !tree_.nodes[node].valid) throw Broken();
        return std::string(tree_.nodes[node].text());
    }
    std::string text(Node object, std::string_view name) const { return string(member(object, name)); }

    std::vector<std::string> texts(Node object, std::string_view name) const {
        std::vector<std::string> result;
        each(member(object, name), [&](Node one) { result.push_back(string(one)); });
        return result;
    }

    /// The bytes beside it, where it had to be written in another way.
    std::string path(Node object, std::string_view name) const {
        const auto digits = tree_.find(object, std::string(name) + "_bytes");
        if (!digits) return text(object, name);
        const std::string hexadecimal = string(*digits);
        std::string bytes;
        for (std::size_t i = 0; i + 1 < hexadecimal.size(); i += 2) {
            unsigned byte = 0;
            std::from_chars(hexadecimal.data() + i, hexadecimal.data() + i + 2, byte, 16);
            bytes += static_cast<char>(byte);
        }
        return bytes;
    }

    double decimal(Node node) const {
        const auto value = read::number_of(tree_.nodes[node].text());
        if (tree_.nodes[node].type != JsonType::number || !value) throw Broken();
        return *value;
    }

    template <class T> T whole(Node node) const {
        const std::string_view digits = tree_.nodes[node].text();
        T value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size()) throw Broken();
        return value;
    }
    template <class T> T number(Node object, std::string_view name) const { return whole<T>(member(object, name)); }

    static write::FileState state(std::string_view name) {
        using write::FileState;
        for (const FileState one :
             {FileState::good, FileState::doubtful, FileState::failed, FileState::duplicate, FileState::skipped})
            if (write::name_of(one) == name) return one;
        throw Broken();
    }

    write::Recognised recognised(Node node) const {
        return {text(node, "type"),
                text(node, "number"),
                text(node, "symbol"),
                text(node, "date"),
                text(node, "issuer"),
                text(node, "subject"),
                number<unsigned>(node, "tables"),
                number<unsigned>(node, "tasks"),
                number<unsigned>(node, "pages"),
                decimal(member(node, "confidence"))};
    }

    Diagnostics findings(Node array) const {
        Diagnostics result;
        each(array, [&](Node one) { result.push_back(finding(one)); });
        return result;
    }

    Diagnostic finding(Node node) const {
        Diagnostic result{text(node, "code"), Severity::warning, {}, {}};
        const std::string severity = text(node, "severity");
        if (severity == "error") result.severity = Severity::error;
        if (severity == "note") result.severity = Severity::note;
        tree_.each_member(member(node, "arguments"), [&](Node name, Node value) {
            result.arguments.push_back({string(name), string(value)});
        });
        if (tree_.find(node, "line")) result.place.line = number<std::size_t>(node, "line");
        if (tree_.find(node, "pointer")) result.place.pointer = text(node, "pointer");
        if (tree_.find(node, "part")) result.place.part = text(node, "part");
        if (tree_.find(node, "page")) result.place.page = number<unsigned>(node, "page");
        if (const auto pages = tree_.find(node, "pages"))
            each(*pages, [&](Node one) { result.place.pages.push_back(whole<unsigned>(one)); });
        if (const auto box = tree_.find(node, "box")) result.place.box = edges(*box);
        return result;
    }

    std::array<double, 4> edges(Node array) const {
        std::array<double, 4> box{};
        std::size_t count = 0;
        each(array, [&](Node one) {
            if (count == box.size()) throw Broken();
            box.at(count++) = decimal(one);
        });
        return box;
    }

    text::WordComparison comparison(Node node) const {
        return {number<std::size_t>(node, "source"),
                number<std::size_t>(node, "kept"),
                number<std::size_t>(node, "in_order"),
                number<std::size_t>(node, "added"),
                texts(node, "missing"),
                texts(node, "extra")};
    }

    const JsonTree& tree_;
};

} // namespace

std::optional<write::FileEntry> read_entry(std::string_view line) {
    const auto parsed = read::parse_json(line);
    const auto* tree = std::get_if<JsonTree>(&parsed);
    if (tree == nullptr || tree->nodes.empty() || tree->nodes[0].type != JsonType::object) return std::nullopt;
    try {
        return EntryReader(*tree).entry();
    } catch (const Broken&) {
        return std::nullopt;
    }
}

} // namespace vanthu::jobs
