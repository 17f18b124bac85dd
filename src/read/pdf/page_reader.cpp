#include "read/pdf/page_reader.h"

#include "read/pdf/ruling_lines.h"
#include "read/pdf/upright.h"
#include "read/pdf/word_builder.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace vanthu::read::pdf {
namespace {

Place page_place(unsigned number) {
    Place place;
    place.page = number;
    return place;
}

void report_unknown(const pages::SeenPage& page, const std::vector<std::string>& fonts, unsigned number,
                    Diagnostics& findings) {
    std::set<std::uint16_t> told;
    for (const pages::Word& word : page.words)
        if (word.trust < 1 && told.insert(word.font).second)
            findings.push_back(
                {"pdf-text-unknown", Severity::warning, {{"font", fonts[word.font]}}, page_place(number)});
}

/// From the appearance's box to the place on the sheet (ISO 32000-1, 12.5.5).
Matrix appearance_matrix(const Object& form, const Object& rectangle) {
    const auto number = [](const Object& array, std::size_t i) { return array.at(i).number_or(0); };
    const Object map = form["Matrix"], box = form["BBox"];
    Matrix own;
    if (map.size() == 6)
        own = {number(map, 0), number(map, 1), number(map, 2), number(map, 3), number(map, 4), number(map, 5)};
    double x1 = 1e9, y1 = 1e9, x2 = -1e9, y2 = -1e9;
    for (const std::size_t x : {0, 2})
        for (const std::size_t y : {1, 3}) {
            const Point p = own.apply(number(box, x), number(box, y));
            x1 = std::min(x1, p.x), x2 = std::max(x2, p.x), y1 = std::min(y1, p.y), y2 = std::max(y2, p.y);
        }
    const double rx = std::min(number(rectangle, 0), number(rectangle, 2));
    const double ry = std::min(number(rectangle, 1), number(rectangle, 3));
    const double sx = x2 > x1 ? std::abs(number(rectangle, 2) - number(rectangle, 0)) / (x2 - x1) : 1;
    const double sy = y2 > y1 ? std::abs(number(rectangle, 3) - number(rectangle, 1)) / (y2 - y1) : 1;
    return {sx, 0, 0, sy, rx - x1 * sx, ry - y1 * sy};
}

/// The stream that a viewer shows for an annotation; none for links and what is hidden.
Object appearance(const Object& annotation) {
    constexpr int hidden = 2, no_view = 32;
    const std::string kind = annotation["Subtype"].name();
    if (kind == "Link" || kind == "Popup" || (annotation["F"].integer_or(0) & (hidden | no_view)) != 0) return {};
    const Object normal = annotation["AP"]["N"];
    if (normal.is_stream()) return normal;
    return normal[annotation["AS"].name().c_str()];
}

} // namespace

void PageReader::draw_annotations(const PageEntry& entry, Interpreter& interpreter, Ink& ink) {
    constexpr std::size_t most = 2000;
    const Object annotations = entry.page["Annots"];
    for (std::size_t i = 0; i < std::min(annotations.size(), most); ++i) {
        const Object form = appearance(annotations.at(i));
        if (!form.is_stream()) continue;
        interpreter.run_form(form, entry.resources, appearance_matrix(form, annotations.at(i)["Rect"]) * entry.to_sheet,
                             ink);
    }
}

Ink PageReader::ink_of(const PageEntry& entry) {
    Ink ink;
    Bytes content;
    const Object contents = entry.page["Contents"];
    const auto add = [&](const Object& stream) {
        if (!stream) return;
        ObjectStore::Decoded decoded = store_.decode(stream);
        if (!decoded.complete) ink.unread = "stream";
        if (content.empty())
            content = std::move(decoded.bytes);
        else
            content.append(1, '\n').append(decoded.bytes);
    };
    if (contents.is_array())
        for (std::size_t i = 0; i < contents.size(); ++i) add(contents.at(i));
    else
        add(contents);
    Interpreter interpreter(fonts_, forms_, limits_.operators);
    interpreter.run(content, entry.resources, entry.to_sheet, ink);
    draw_annotations(entry, interpreter, ink);
    return ink;
}

ReadPage PageReader::read(const PageEntry& entry, unsigned number, Diagnostics& findings) {
    ReadPage result;
    pages::SeenPage& page = result.page;
    page.width = entry.width;
    page.height = entry.height;
    Ink ink = ink_of(entry);
    const int turned = turn_to_read(ink);
    turn(ink, turned, page.width, page.height);
    page.rotation = (entry.rotation + turned) % 360;
    page.pictures = std::move(ink.pictures);
    page.lines = ruling_lines(std::move(ink.segments));
    page.words = build_words(std::move(ink.glyphs));
    page.unread = !ink.unread.empty();
    if (page.unread)
        findings.push_back({"pdf-page-unread", Severity::warning, {{"reason", ink.unread}}, page_place(number)});
    report_unknown(page, fonts_.names(), number, findings);
    result.drawn = std::move(ink.drawn);
    result.outlines = ink.outlines;
    return result;
}

} // namespace vanthu::read::pdf
