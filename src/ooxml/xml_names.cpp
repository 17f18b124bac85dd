#include "ooxml/xml_names.h"

#include <algorithm>
#include <array>

namespace vanthu::ooxml {
namespace {

struct Prefix {
    std::string_view uri;
    std::string_view prefix;
};

constexpr std::array prefixes = {
    Prefix{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    Prefix{"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    Prefix{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    Prefix{"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    Prefix{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    Prefix{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    Prefix{"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    Prefix{"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    Prefix{"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    Prefix{"urn:schemas-microsoft-com:vml", "v"},
    Prefix{"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    Prefix{"http://schemas.openxmlformats.org/package/2006/content-types", "ct"},
    Prefix{"http://www.w3.org/XML/1998/namespace", "xml"},
};

} // namespace

std::string_view XmlNames::of(const char* uri, const char* local) {
    const auto [place, is_new] = names_.try_emplace(Key{uri, local});
    if (!is_new) return place->second;
    if (uri == nullptr) return place->second = local;
    const std::string_view wanted(uri);
    const auto* known =
        std::find_if(prefixes.begin(), prefixes.end(), [&](const Prefix& each) { return each.uri == wanted; });
    place->second = known != prefixes.end() ? std::string(known->prefix) + ":" : "{" + std::string(wanted) + "}";
    return place->second += local;
}

} // namespace vanthu::ooxml
