#include "paginate/page_stack.h"

#include <algorithm>
#include <utility>

namespace vanthu::paginate {
namespace {

constexpr double tolerance = 0.01;

/// A vertical border that goes on from slice to slice.
struct OpenEdge {
    double x, from;
};

bool has_edge(const std::vector<double>& edges, double x) {
    return std::any_of(edges.begin(), edges.end(),
                       [&](double edge) { return edge > x - tolerance && edge < x + tolerance; });
}

} // namespace

PageStack::PageStack(pages::Document& document, const flow::PageSetup& setup, double first_footer)
    : document_(document), setup_(setup), first_footer_(first_footer) {}

double PageStack::available() const { return body_height() - (pages_made_ == 0 ? first_footer_ : 0); }

void PageStack::add(Slice slice) {
    pending_height_ += slice.height + (pending_.empty() ? 0 : slice.before);
    pending_.push_back(std::move(slice));
    while (pending_.size() > 1 && pending_height_ > available() + tolerance) {
        emit(break_point());
        repeat_header();
        pending_height_ = 0;
        for (std::size_t i = 0; i < pending_.size(); ++i)
            pending_height_ += pending_[i].height + (i ? pending_[i].before : 0);
    }
}

/// The bands of a row that was cut hold a line of each cell; read is cell by cell.
void PageStack::read_by_cell(pages::Page& page, std::size_t row_begins) {
    std::stable_sort(page.texts.begin() + static_cast<std::ptrdiff_t>(row_begins), page.texts.end(),
                     [](const pages::Text& a, const pages::Text& b) { return a.element < b.element; });
}

/// How many slices the page takes: up to the last place where it may end, or all that fit where there is none.
std::size_t PageStack::break_point() const {
    double height = 0;
    std::size_t fitting = 0;
    std::size_t allowed = 0;
    for (std::size_t i = 0; i < pending_.size(); ++i) {
        height += pending_[i].height + (i ? pending_[i].before : 0);
        if (height > available() + tolerance) break;
        fitting = i + 1;
        if (i + 1 < pending_.size() && pending_[i + 1].may_break) allowed = i + 1;
    }
    return allowed ? allowed : std::max<std::size_t>(1, fitting);
}

void PageStack::emit(std::size_t count) {
    pages::Page page;
    page.width = setup_.width;
    page.height = setup_.height;
    page.label = std::to_string(++pages_made_);
    std::vector<double> tops;
    double y = setup_.top;
    std::size_t row_begins = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i) y += pending_[i].before;
        tops.push_back(y);
        if (i == 0 || pending_[i - 1].row_end) row_begins = page.texts.size();
        draw(pending_[i], y, page);
        y += pending_[i].height;
        if (pending_[i].row_end || i + 1 == count) read_by_cell(page, row_begins);
    }
    draw_borders(count, tops, page);
    document_.pages.push_back(std::move(page));
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(count));
}

void PageStack::draw(Slice& slice, double y, pages::Page& page) {
    for (pages::Text& text : slice.texts) {
        text.y += y;
        page.texts.push_back(std::move(text));
    }
    for (pages::Line& line : slice.lines) {
        line.y1 += y;
        line.y2 += y;
        page.lines.push_back(line);
    }
    for (OutlineMark& mark : slice.marks)
        document_.outline.push_back(
            {std::move(mark.title), static_cast<std::uint32_t>(document_.pages.size()), y, mark.level});
}

/// Annex I knows no rule for tables: all cells get all their borders, also where a page turn cuts a row.
void PageStack::draw_borders(std::size_t count, const std::vector<double>& tops, pages::Page& page) const {
    for (std::size_t first = 0; first < count; ++first) {
        const auto& table = pending_[first].table;
        if (!table) continue;
        const auto horizontal = [&](const Slice& slice, double y) {
            page.lines.push_back({slice.edges.front(), y, slice.edges.back(), y, table->border, false});
        };
        std::vector<OpenEdge> open;
        horizontal(pending_[first], tops[first]);
        std::size_t last = first;
        for (; last < count && pending_[last].table == table; ++last) {
            const Slice& slice = pending_[last];
            std::erase_if(open, [&](const OpenEdge& edge) {
                if (has_edge(slice.edges, edge.x)) return false;
                page.lines.push_back({edge.x, edge.from, edge.x, tops[last], table->border, false});
                return true;
            });
            for (const double x : slice.edges)
                if (std::none_of(open.begin(), open.end(), [&](const OpenEdge& edge) { return has_edge({edge.x}, x); }))
                    open.push_back({x, tops[last]});
            const bool cut = last + 1 == count || pending_[last + 1].table != table;
            if (slice.row_end || cut) horizontal(slice, tops[last] + slice.height);
        }
        const double bottom = tops[last - 1] + pending_[last - 1].height;
        for (const OpenEdge& edge : open)
            page.lines.push_back({edge.x, edge.from, edge.x, bottom, table->border, false});
        first = last - 1;
    }
}

void PageStack::repeat_header() {
    if (pending_.empty() || !pending_.front().table || pending_.front().header) return;
    const std::vector<Slice>& header = pending_.front().table->header;
    double height = pending_.front().height;
    for (const Slice& slice : header) height += slice.height;
    if (height > available()) return; // a header as tall as a page would push its own rows away for ever
    const std::shared_ptr<const TableFrame> table = pending_.front().table;
    pending_.front().may_break = false;
    pending_.insert(pending_.begin(), header.begin(), header.end());
    for (std::size_t i = 0; i < header.size(); ++i) pending_[i].table = table;
}

void PageStack::finish() {
    if (!pending_.empty() || pages_made_ == 0) emit(pending_.size());
}

} // namespace vanthu::paginate
