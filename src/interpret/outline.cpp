#include "interpret/outline.h"

namespace vanthu::interpret {
namespace {

class Nester {
  public:
    void add(const OutlineLine& line) {
        if (line.section || result_.sections.empty()) open_.clear();
        if (line.section) {
            result_.sections.push_back({line.label.text, line.text, {}});
            result_.pointers.push_back(section_pointer());
            return;
        }
        if (result_.sections.empty()) result_.sections.emplace_back();
        close_for(line.label);
        std::vector<model::Item>& list = open_.empty() ? result_.sections.back().items : items();
        const std::string above = open_.empty() ? section_pointer() : open_.back().pointer;
        open_.push_back(
            {line.label.rank, line.label.mark, list.size(), above + "/items/" + std::to_string(list.size())});
        list.push_back({line.label.text, line.text, {}});
        result_.pointers.push_back(open_.back().pointer);
    }

    Outline take() { return std::move(result_); }

  private:
    struct Open {
        Rank rank;
        char mark;
        std::size_t index;
        std::string pointer;
    };

    std::string section_pointer() const { return "/" + std::to_string(result_.sections.size() - 1); }

    /// Of the innermost open item.
    std::vector<model::Item>& items() {
        std::vector<model::Item>* list = &result_.sections.back().items;
        for (const Open& open : open_) list = &(*list)[open.index].items;
        return *list;
    }

    bool is_open(const Label& label) const {
        for (const Open& open : open_)
            if (open.rank == label.rank && open.mark == label.mark) return true;
        return false;
    }

    /// Closes the items that the new one does not belong to.
    void close_for(const Label& label) {
        const auto close_while = [&](auto unwanted) {
            while (!open_.empty() && unwanted(open_.back())) open_.pop_back();
        };
        if (label.rank == Rank::none) return close_while([](const Open& open) { return open.rank >= Rank::dash; });
        if (is_open(label)) {
            close_while([&](const Open& open) { return open.rank != label.rank || open.mark != label.mark; });
            open_.pop_back();
            return;
        }
        if (label.rank >= Rank::dash)
            return close_while([&](const Open& open) { return open.rank > label.rank && open.rank != Rank::none; });
        close_while([](const Open& open) { return open.rank >= Rank::dash; });
        if (!label.first) close_while([&](const Open& open) { return open.rank >= label.rank; });
    }

    Outline result_;
    std::vector<Open> open_;
};

} // namespace

Outline nest(const std::vector<OutlineLine>& lines) {
    Nester nester;
    for (const OutlineLine& line : lines) nester.add(line);
    return nester.take();
}

} // namespace vanthu::interpret
