#include "read/docx/info.h"

#include "text/unicode.h"

#include <string_view>

namespace vanthu::read::docx {
namespace {

class CoreVisitor : public ooxml::XmlVisitor {
  public:
    explicit CoreVisitor(flow::Info& info) : info_(info) {}

    bool enter(const ooxml::XmlElement&) override { return std::exchange(at_root_, false); }
    void leave(std::string_view) override {}
    void take(const ooxml::XmlElement& element) override {
        const std::string_view name = element.name();
        const std::string_view local = name.substr(name.find('}') == std::string_view::npos ? 0 : name.find('}') + 1);
        const std::string text = element.text();
        const std::string value = text::to_nfc(text).value_or(text);
        if (local == "title") info_.title = value;
        if (local == "creator") info_.author = value;
        if (local == "subject") info_.subject = value;
        if (local == "keywords") info_.keywords = value;
    }

  private:
    flow::Info& info_;
    bool at_root_ = true;
};

} // namespace

flow::Info read_info(ooxml::PackageReader& package, const std::vector<ooxml::Reference>& references) {
    flow::Info info;
    info.language = "vi";
    for (const ooxml::Reference& each : references) {
        if (each.kind != "core-properties" || each.external || !package.has(each.target)) continue;
        CoreVisitor visitor(info);
        static_cast<void>(package.read_xml(each.target, visitor)); // nobody misses it
    }
    return info;
}

} // namespace vanthu::read::docx
