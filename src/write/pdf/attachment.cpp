#include "write/pdf/attachment.h"

#include <fmt/format.h>

namespace vanthu::write {

std::string add_attachment(const Attachment& attachment, HaruDocument& document, Deflater& deflater) {
    const std::string date = attachment.date.empty() ? "" : "/ModDate " + text_string(attachment.date);
    const ObjectNumber file = document.add_stream(
        fmt::format("/Type /EmbeddedFile\n/Subtype {}\n/Params <</Size {}{}>>\n/Filter /FlateDecode\n",
                    name_object("application/json"), attachment.data.size(), date),
        deflater.deflate(attachment.data));
    const std::string name = text_string(attachment.name);
    const ObjectNumber specification = document.add_dictionary(fmt::format(
        "/Type /Filespec\n/F {0}\n/UF {0}\n/AFRelationship /Source\n/EF <</F {1} 0 R /UF {1} 0 R>>\n", name, file));
    return fmt::format("/AF [{0} 0 R]\n/Names <</EmbeddedFiles <</Names [{1} {0} 0 R]>>>>\n", specification, name);
}

} // namespace vanthu::write
