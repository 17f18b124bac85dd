#include "ooxml/package_writer.h"

#include "ooxml/content_types.h"
#include "ooxml/relationships.h"
#include "ooxml/zip_writer.h"

#include <algorithm>
#include <utility>

namespace vanthu::ooxml {

PieceWriter whole(std::function<void(XmlWriter&)> write) {
    return [write = std::move(write)](XmlWriter& xml) {
        write(xml);
        return false;
    };
}

void PackageWriter::add(std::string name, std::string content_type, PieceWriter writer) {
    parts_.push_back({std::move(name), std::move(content_type), std::move(writer)});
}

std::string PackageWriter::relate(const std::string& source, Relationship relationship) {
    auto found =
        std::find_if(sources_.begin(), sources_.end(), [&](const Source& each) { return each.name == source; });
    if (found == sources_.end()) found = sources_.insert(sources_.end(), Source{source, {}});
    found->relationships.push_back(std::move(relationship));
    return relationship_id(found->relationships.size() - 1);
}

Result<Bytes> PackageWriter::save() const {
    std::vector<ContentType> types;
    for (const Part& part : parts_)
        if (!part.content_type.empty()) types.push_back({part.name, part.content_type});
    std::vector<Entry> entries{{content_types_name, whole([&](XmlWriter& xml) { write_content_types(xml, types); })}};
    for (const Source& source : sources_)
        entries.push_back({relationships_name(source.name),
                           whole([&source](XmlWriter& xml) { write_relationships(xml, source.relationships); })});
    for (const Part& part : parts_) entries.push_back({part.name, part.writer});
    return write_zip(entries);
}

} // namespace vanthu::ooxml
