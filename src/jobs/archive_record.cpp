#include "jobs/archive_record.h"

#include "read/json/json_tree.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace vanthu::jobs {
namespace {

/// Fields of the document's JSON; what is not there or no text is empty.
class Fields {
  public:
    explicit Fields(const read::JsonTree& tree) : tree_(tree) {}

    std::string text(std::string_view name) const { return text_in(0, name); }
    std::string text(std::string_view object, std::string_view name) const {
        const auto found = tree_.find(0, object);
        return found ? text_in(*found, name) : std::string();
    }
    std::vector<std::string> texts(std::string_view object, std::string_view name) const {
        const auto found = tree_.find(0, object);
        return found ? texts_in(*found, name) : std::vector<std::string>();
    }
    std::vector<std::string> texts(std::string_view name) const { return texts_in(0, name); }

  private:
    std::string text_at(std::uint32_t node) const {
        const bool is_text = tree_.nodes[node].type == read::JsonType::string;
        return is_text ? std::string(tree_.nodes[node].text()) : std::string();
    }
    std::string text_in(std::uint32_t object, std::string_view name) const {
        const auto found = tree_.find(object, name);
        return found ? text_at(*found) : std::string();
    }
    std::vector<std::string> texts_in(std::uint32_t object, std::string_view name) const {
        std::vector<std::string> texts;
        const auto found = tree_.find(object, name);
        if (found && tree_.nodes[*found].type == read::JsonType::array)
            tree_.each_element(*found, [&](std::uint32_t element) { texts.push_back(text_at(element)); });
        return texts;
    }

    const read::JsonTree& tree_;
};

/// "Quyết định" of "decision".
std::string title_of(const std::string& kind, const ReadingKit& kit) {
    const auto& kinds = kit.templates.kinds;
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.kind == kind; });
    return found == kinds.end() ? std::string() : found->title;
}

/// The title of the one who signs stands last: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH".
std::string position_of(const std::vector<std::string>& authority) {
    return authority.empty() ? std::string() : authority.back();
}

/// Items of a list end in a mark that means nothing outside of it.
std::vector<std::string> without_end_marks(std::vector<std::string> items) {
    for (std::string& item : items) item.erase(item.find_last_not_of(";. ") + 1);
    std::erase(items, std::string());
    return items;
}

void fill(archive::Record& record, const Fields& fields, const ReadingKit& kit) {
    record.type = fields.text("type");
    if (record.type.empty()) record.type = title_of(fields.text("kind"), kit);
    record.number = fields.text("number");
    record.symbol = fields.text("symbol");
    record.issuer = fields.text("issuer", "name");
    record.date = fields.text("date");
    record.place = fields.text("place");
    record.subject = fields.text("subject");
    record.signer = fields.text("signature", "name");
    record.position = position_of(fields.texts("signature", "authority"));
    record.recipients = without_end_marks(fields.texts("recipients"));
}

} // namespace

archive::Record record_of(ReadResult read, const ReadingKit& kit) {
    archive::Record record;
    const auto parsed = read::parse_json(read.content);
    if (const auto* tree = std::get_if<read::JsonTree>(&parsed)) fill(record, Fields(*tree), kit);
    record.pages = read.pages;
    record.trust = read.trust;
    record.text = std::move(read.text);
    for (model::ReadTable& table : read.tables)
        std::move(table.tasks.begin(), table.tasks.end(), std::back_inserter(record.tasks));
    return record;
}

} // namespace vanthu::jobs
