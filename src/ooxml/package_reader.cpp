#include "ooxml/package_reader.h"

#include "ooxml/content_types.h"
#include "ooxml/problems.h"
#include "ooxml/relationships.h"

#include <functional>

namespace vanthu::ooxml {
namespace {

/// A compound file, in which Word puts a package with a password.
constexpr std::string_view compound_file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
constexpr std::string_view encrypted_package("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

/// Gives each child of the root whole.
class ChildVisitor : public XmlVisitor {
  public:
    explicit ChildVisitor(std::function<void(const XmlElement&)> visit) : visit_(std::move(visit)) {}

    bool enter(const XmlElement&) override { return std::exchange(at_root_, false); }
    void leave(std::string_view) override {}
    void take(const XmlElement& element) override { visit_(element); }

  private:
    std::function<void(const XmlElement&)> visit_;
    bool at_root_ = true;
};

std::string without_slash(std::string_view name) { return std::string(name.substr(name.starts_with('/') ? 1 : 0)); }

/// "../customXml/item1.xml" seen from "word/document.xml".
std::string resolved(const std::string& source, std::string_view target) {
    if (target.starts_with('/')) return without_slash(target);
    std::string path = source.substr(0, source.rfind('/') == std::string::npos ? 0 : source.rfind('/'));
    while (!target.empty()) {
        const std::string_view step = target.substr(0, target.find('/'));
        target.remove_prefix(std::min(step.size() + 1, target.size()));
        if (step == "..")
            path.resize(path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
        else if (!step.empty() && step != ".")
            path += (path.empty() ? "" : "/") + std::string(step);
    }
    return path;
}

} // namespace

Result<PackageReader> PackageReader::open(std::string_view bytes) {
    if (bytes.starts_with(compound_file)) {
        const bool locked = bytes.find(encrypted_package) != std::string_view::npos;
        return Result<PackageReader>::failed(locked ? encrypted() : broken("", "not a ZIP file"));
    }
    auto zip = ZipReader::open(bytes);
    if (!zip) return Result<PackageReader>::failed(std::move(zip.diagnostics));
    PackageReader package(std::move(*zip));
    if (auto problem = package.read_content_types()) return Result<PackageReader>::failed(std::move(*problem));
    return Result<PackageReader>::of(std::move(package));
}

std::optional<Diagnostic> PackageReader::read_content_types() {
    if (!has(content_types_name)) return broken(content_types_name, "missing");
    ChildVisitor visitor([&](const XmlElement& element) {
        const std::string type(element.attribute("ContentType"));
        if (element.is("ct:Override")) types_[without_slash(element.attribute("PartName"))] = type;
        if (element.is("ct:Default")) extensions_[std::string(element.attribute("Extension"))] = type;
    });
    return read_xml(content_types_name, visitor);
}

std::string_view PackageReader::content_type(const std::string& part) const {
    if (const auto type = types_.find(part); type != types_.end()) return type->second;
    const std::size_t dot = part.rfind('.');
    if (dot == std::string::npos) return {};
    const auto type = extensions_.find(part.substr(dot + 1));
    return type == extensions_.end() ? std::string_view() : type->second;
}

Result<std::vector<Reference>> PackageReader::references(const std::string& source) {
    using References = std::vector<Reference>;
    References references;
    const std::string part = relationships_name(source);
    if (!has(part)) return Result<References>::of(std::move(references));
    ChildVisitor visitor([&](const XmlElement& element) {
        const std::string_view type = element.attribute("Type");
        const std::string_view target = element.attribute("Target");
        const bool external = element.attribute("TargetMode") == "External";
        references.push_back(
            {std::string(element.attribute("Id")),
             std::string(type.substr(type.rfind('/') == std::string_view::npos ? 0 : type.rfind('/') + 1)),
             external ? std::string(target) : resolved(source, target), external});
    });
    if (auto problem = read_xml(part, visitor)) return Result<References>::failed(std::move(*problem));
    return Result<References>::of(std::move(references));
}

std::optional<Diagnostic> PackageReader::read_xml(const std::string& part, XmlVisitor& visitor) {
    ZipEntryReader entry = zip_.entry(part);
    auto problem =
        ooxml::read_xml([&](char* buffer, std::size_t size) { return entry.read(buffer, size); }, part, visitor);
    // XML that ends early is not the reason but what comes of it.
    return entry.problem() ? entry.problem() : problem;
}

} // namespace vanthu::ooxml
