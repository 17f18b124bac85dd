// A package (ISO/IEC 29500-2) in memory: parts, their content types, the relationships between them. Parts are written
// while they are compressed, one piece at a time, and are never whole in memory.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "ooxml/xml_writer.h"

#include <functional>
#include <string>
#include <vector>

namespace vanthu::ooxml {

/// Writes the next piece of a part; false when the part is complete. Only called from PackageWriter::save().
using PieceWriter = std::function<bool(XmlWriter&)>;

/// A PieceWriter for a part that is written in one go.
PieceWriter whole(std::function<void(XmlWriter&)> write);

struct Relationship {
    std::string type;   ///< URI
    std::string target; ///< relative to the part it starts from

    bool operator==(const Relationship&) const = default;
};

class PackageWriter {
  public:
    /// `name` from the top of the package, without a slash in front. Parts stand in the file in the order of the calls.
    void add(std::string name, std::string content_type, PieceWriter writer);

    /// From the package itself (`source` empty) or from the part of that name. Returns the relationship's id.
    std::string relate(const std::string& source, Relationship relationship);

    /// The same parts give the same bytes, whatever the time and the time zone. Errors: docx-failed (`cause`).
    Result<Bytes> save() const;

  private:
    struct Part {
        std::string name;
        std::string content_type;
        PieceWriter writer;
    };
    struct Source {
        std::string name;
        std::vector<Relationship> relationships;
    };
    std::vector<Part> parts_;
    std::vector<Source> sources_;
};

} // namespace vanthu::ooxml
