#include "read/docx/attached.h"

namespace vanthu::read::docx {
namespace {

class SourceVisitor : public ooxml::XmlVisitor {
  public:
    bool enter(const ooxml::XmlElement& element) override { return !element.is("{urn:vanthu:source}source"); }
    void leave(std::string_view) override {}
    void take(const ooxml::XmlElement& element) override { source = element.text(); }

    std::optional<Bytes> source;
};

} // namespace

std::optional<Bytes> read_attached_document(ooxml::PackageReader& package,
                                            const std::vector<ooxml::Reference>& references) {
    for (const ooxml::Reference& each : references) {
        if (each.kind != "customXml" || each.external || !package.has(each.target)) continue;
        SourceVisitor visitor;
        if (!package.read_xml(each.target, visitor) && visitor.source) return visitor.source;
    }
    return std::nullopt;
}

} // namespace vanthu::read::docx
