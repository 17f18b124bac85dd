// XML that comes from outside, read piece by piece. Sits on libxml2's SAX interface: no DOCTYPE, hence no entities but
// the five of XML; no file and no network is ever looked at.
#pragma once

#include "base/diagnostic.h"
#include "ooxml/xml_tree.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu::ooxml {

struct XmlLimits {
    std::size_t depth = 256;
    std::size_t nodes = 2'000'000; ///< of one piece
};

/// Takes a document's elements in order.
class XmlVisitor {
  public:
    virtual ~XmlVisitor() = default;

    /// An element begins; `element` has its attributes only. True: its children come one by one, then leave(). False:
    /// it comes as a whole by take().
    virtual bool enter(const XmlElement& element) = 0;
    virtual void leave(std::string_view name) = 0;
    virtual void take(const XmlElement& element) = 0;
};

/// Puts up to `size` bytes into the buffer; 0: the end.
using ByteSource = std::function<std::size_t(char* buffer, std::size_t size)>;

/// None, or why the XML was not read to its end: docx-broken, docx-limit. `part` is for the diagnostic.
std::optional<Diagnostic> read_xml(const ByteSource& source, const std::string& part, XmlVisitor& visitor,
                                   const XmlLimits& limits = {});

} // namespace vanthu::ooxml
