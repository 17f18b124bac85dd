// A package as a reader sees it: unzipped by libzip, asked by XPath.
#pragma once

#include "base/bytes.h"

#include <map>
#include <string>
#include <vector>

namespace vanthu::tests {

class OpenedPackage {
  public:
    explicit OpenedPackage(const Bytes& zip);

    const std::vector<std::string>& names() const { return names_; } ///< in the order of the file
    const std::string& part(const std::string& name) const { return parts_.at(name); }

    /// String values of the nodes; prefixes as Word writes them, `rel` and `ct` for relationships and content types.
    std::vector<std::string> strings(const std::string& part, const std::string& xpath) const;
    std::string string(const std::string& part, const std::string& xpath) const; ///< of exactly one node
    std::size_t count(const std::string& part, const std::string& xpath) const { return strings(part, xpath).size(); }

  private:
    std::vector<std::string> names_;
    std::map<std::string, std::string> parts_;
};

} // namespace vanthu::tests
