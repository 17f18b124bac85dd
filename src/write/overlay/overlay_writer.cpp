#include "write/overlay/overlay_writer.h"

#include "write/overlay/canvas.h"
#include "write/overlay/glyphs.h"
#include "write/overlay/table_marks.h"

#include <algorithm>
#include <cmath>
#include <png.h>

namespace vanthu::write {
namespace {

using pages::Box;

constexpr double max_pixels = 60e6, max_side = 20000;
constexpr std::uint32_t blue = 0x2060D0, red = 0xD02020, green = 0x109030, yellow = 0xF0C000, grey = 0x808080,
                        orange = 0xF08000;

class Overlay {
  public:
    Overlay(const pages::SeenPage& page, const flow::Document& flow, const OverlayOptions& options, Canvas& canvas,
            double scale)
        : page_(page), flow_(flow), number_(options.page), glyphs_(options.font), canvas_(canvas), scale_(scale) {}

    void draw() {
        for (const pages::Picture& picture : page_.pictures) fill(picture.box, {grey, 0.3});
        for (const pages::Line& line : page_.lines) draw_line(line);
        for (const pages::Word& word : page_.words) draw_word(word);
        for (const flow::Sheet& sheet : flow_.sheets) {
            for (const flow::Content& content : sheet.first_header) draw_content(content);
            for (const flow::Block& block : sheet.blocks) std::visit([this](const auto& b) { draw_block(b); }, block);
            for (const flow::Content& content : sheet.first_footer) draw_content(content);
        }
    }

  private:
    void fill(const Box& box, const Ink& ink) {
        canvas_.fill(box.x1 * scale_, box.y1 * scale_, box.x2 * scale_, box.y2 * scale_, ink);
    }
    void frame(const Box& box, double thickness, const Ink& ink) {
        canvas_.frame(box.x1 * scale_, box.y1 * scale_, box.x2 * scale_, box.y2 * scale_, thickness, ink);
    }
    void draw_line(const pages::Line& line) {
        const double half = line.thickness / 2;
        const bool level = std::abs(line.x2 - line.x1) >= std::abs(line.y2 - line.y1);
        const double dx = level ? 0 : half, dy = level ? half : 0;
        canvas_.bar((line.x1 - dx) * scale_, (line.y1 - dy) * scale_, (line.x2 + dx) * scale_, (line.y2 + dy) * scale_,
                    {line.red ? red : 0, 1});
    }
    void draw_word(const pages::Word& word) {
        if (word.trust < pages::least_word_trust) fill(word.box, {orange, 0.45});
        const Ink ink{word.colour, word.hidden ? 0.4 : 1};
        if (!glyphs_.usable()) return fill(word.box, {word.colour, 0.25});
        glyphs_.draw(canvas_, {word.text, word.box.x1 * scale_, word.baseline * scale_,
                               (word.box.x2 - word.box.x1) * scale_, word.size * scale_, word.face, ink});
    }
    bool is_furniture(const flow::Paragraph& paragraph) const {
        return paragraph.style < flow_.styles.size() && flow_.styles[paragraph.style].tag == flow::Tag::furniture;
    }
    void draw_block(const flow::Paragraph& paragraph) {
        const std::uint32_t colour = is_furniture(paragraph) ? grey : blue;
        for (const Box& box : boxes_of(flow_, paragraph.origin, number_)) {
            fill(box, {colour, 0.12});
            frame(box, 1, {colour, 0.7});
        }
    }
    void draw_block(const flow::Rule&) {}
    void draw_content(const flow::Content& content) {
        std::visit([this](const auto& c) { draw_block(c); }, content);
    }
    void draw_block(const flow::Table& table) {
        const std::optional<TableMarks> marks = table_marks(flow_, table, number_);
        if (!marks) return;
        const Box& outline = marks->outline;
        for (const Box& header : marks->headers) fill(header, {yellow, 0.25});
        for (const flow::Row& row : table.rows)
            for (const flow::Cell& cell : row.cells)
                for (const flow::Content& content : cell.content) draw_content(content);
        for (const double x : marks->columns)
            canvas_.bar(x * scale_ - 1, outline.y1 * scale_, x * scale_ + 1, outline.y2 * scale_, {green, 0.6});
        for (const double y : marks->rows)
            canvas_.bar(outline.x1 * scale_, y * scale_ - 1, outline.x2 * scale_, y * scale_ + 1, {green, 0.6});
        frame(outline, 3, {red, 0.8});
    }

    const pages::SeenPage& page_;
    const flow::Document& flow_;
    std::uint32_t number_;
    Glyphs glyphs_;
    Canvas& canvas_;
    double scale_;
};

Diagnostic failed(std::string reason) {
    return {"overlay-failed", Severity::error, {{"reason", std::move(reason)}}, {}};
}

Result<Bytes> to_png(const Canvas& canvas) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(canvas.width());
    image.height = static_cast<png_uint_32>(canvas.height());
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    Bytes bytes(size, '\0');
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, canvas.pixels().data(), 0, nullptr) == 0)
        return Result<Bytes>::failed(failed(image.message));
    bytes.resize(size);
    return Result<Bytes>::of(std::move(bytes));
}

/// Pixels a point.
double scale_of(const pages::SeenPage& page, double dots_per_inch) {
    const double wanted = dots_per_inch / 72, longest = std::max(page.width, page.height);
    return std::min({wanted, max_side / longest, std::sqrt(max_pixels / page.width / page.height)});
}

} // namespace

Result<Bytes> write_overlay(const pages::Sight& sight, const flow::Document& flow, const OverlayOptions& options) {
    if (options.page == 0 || options.page > sight.pages.size())
        return Result<Bytes>::failed(
            {"overlay-no-page",
             Severity::error,
             {{"page", std::to_string(options.page)}, {"count", std::to_string(sight.pages.size())}},
             {}});
    const pages::SeenPage& page = sight.pages[options.page - 1];
    if (!(page.width > 0 && page.height > 0 && std::isfinite(page.width * page.height) && options.dots_per_inch > 0))
        return Result<Bytes>::failed(failed("empty page"));
    const double scale = scale_of(page, options.dots_per_inch);
    const auto pixels = [&](double length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
    Canvas canvas(pixels(page.width), pixels(page.height));
    Overlay(page, flow, options, canvas, scale).draw();
    return to_png(canvas);
}

} // namespace vanthu::write
