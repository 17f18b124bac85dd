// Names of elements and attributes with the usual prefixes of OOXML's namespaces, transitional and strict alike.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace vanthu::ooxml {

class XmlNames {
  public:
    /// `uri` and `local` are interned by the parser: equal names have equal addresses. Null `uri`: no namespace.
    std::string_view of(const char* uri, const char* local);

  private:
    struct Key {
        const char* uri;
        const char* local;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const {
            return std::hash<const void*>()(key.uri) * 31 + std::hash<const void*>()(key.local);
        }
    };
    std::unordered_map<Key, std::string, Hash> names_;
};

} // namespace vanthu::ooxml
