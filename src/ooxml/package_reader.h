// A package (ISO/IEC 29500-2) that comes from outside: its parts by name, their types, what they refer to.
#pragma once

#include "base/diagnostic.h"
#include "ooxml/xml_reader.h"
#include "ooxml/zip_reader.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::ooxml {

struct Reference {
    std::string id;
    std::string kind;      ///< last word of the relationship's type: "styles", "header", "image"
    std::string target;    ///< name of a part; the address as it stands where external
    bool external = false; ///< never followed
};

class PackageReader {
  public:
    /// `bytes` must outlive the reader. Errors: docx-broken, docx-limit, docx-password.
    static Result<PackageReader> open(std::string_view bytes);

    const std::vector<std::string>& names() const { return zip_.names(); }
    bool has(std::string_view part) const { return zip_.has(part); }
    std::string_view content_type(const std::string& part) const; ///< empty: not said

    /// From the package itself (`source` empty) or from the part of that name.
    Result<std::vector<Reference>> references(const std::string& source);

    /// None, or why the part was not read to its end. The part must exist.
    std::optional<Diagnostic> read_xml(const std::string& part, XmlVisitor& visitor);

  private:
    explicit PackageReader(ZipReader zip) : zip_(std::move(zip)) {}
    std::optional<Diagnostic> read_content_types();

    ZipReader zip_;
    std::map<std::string, std::string> types_;      ///< by part
    std::map<std::string, std::string> extensions_; ///< by file extension
};

} // namespace vanthu::ooxml
