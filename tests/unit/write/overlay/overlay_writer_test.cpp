#include "base/resources.h"
#include "fonts/font_set.h"
#include "support/fixed_measure.h"
#include "support/sight_of.h"
#include "write/overlay/canvas.h"
#include "write/overlay/overlay_writer.h"
#include "write/overlay/table_marks.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <png.h>

using namespace vanthu;

namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    std::uint32_t at(int x, int y) const {
        const std::size_t first =
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
        return static_cast<std::uint32_t>(pixels[first] << 16 | pixels[first + 1] << 8 | pixels[first + 2]);
    }
    bool has_red(int x, int y) const { return (at(x, y) >> 16) > (at(x, y) & 0xFF) + 60; }
    bool has_blue(int x, int y) const { return (at(x, y) & 0xFF) > (at(x, y) >> 16) + 5; }
    bool has_green(int x, int y) const { return ((at(x, y) >> 8) & 0xFF) > (at(x, y) >> 16) + 40; }
};

Picture decoded(const Bytes& png) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&image, png.data(), png.size()) != 0);
    image.format = PNG_FORMAT_RGB;
    Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    picture.pixels.resize(PNG_IMAGE_SIZE(image));
    REQUIRE(png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr) != 0);
    return picture;
}

struct Seen {
    pages::Sight sight;
    flow::Document flow;

    flow::OriginIndex origin(double x1, double y1, double x2, double y2) {
        flow.origins.push_back({{{1, x1, y1, x2, y2}}, {}, {}, 1});
        return static_cast<flow::OriginIndex>(flow.origins.size());
    }
    flow::Cell cell(double x1, double y1, double x2, double y2) {
        return {1, {flow::Paragraph{0, {}, origin(x1, y1, x2, y2)}}};
    }
};

/// A sheet of 200 × 300 with a paragraph, a running head and a table of two rows and two columns.
Seen seen() {
    Seen s;
    s.sight.pages.resize(1);
    s.sight.pages[0].width = 200;
    s.sight.pages[0].height = 300;
    s.flow.styles.resize(2);
    s.flow.styles[1].tag = flow::Tag::furniture;
    s.flow.sheets.resize(1);
    auto& blocks = s.flow.sheets[0].blocks;
    blocks.push_back(flow::Paragraph{1, {}, s.origin(20, 5, 180, 15)});
    blocks.push_back(flow::Paragraph{0, {}, s.origin(20, 40, 180, 60)});
    flow::Table table;
    table.widths = {40, 120};
    table.origin = s.origin(20, 100, 180, 200);
    table.rows.push_back({flow::RowKind::header, {s.cell(24, 104, 40, 114), s.cell(64, 104, 120, 124)}});
    table.rows.push_back({flow::RowKind::task, {s.cell(24, 144, 40, 154), s.cell(64, 144, 120, 154)}});
    blocks.push_back(table);
    return s;
}

write::OverlayOptions plain(double dots_per_inch = 72) { return {1, dots_per_inch, {}}; }

} // namespace

TEST_CASE("the overlay has the size of the page and its boxes stand in place", "[overlay]") {
    const Seen s = seen();
    const Result<Bytes> png = write::write_overlay(s.sight, s.flow, plain());
    REQUIRE(png);
    const Picture picture = decoded(*png);
    CHECK(picture.width == 200);
    CHECK(picture.height == 300);
    CHECK(picture.has_blue(100, 50));                                            // paragraph
    CHECK(picture.at(100, 80) == 0xFFFFFF);                                      // nothing
    CHECK(picture.at(100, 10) != 0xFFFFFF);                                      // furniture
    CHECK(((picture.at(100, 10) >> 16) & 0xFF) == (picture.at(100, 10) & 0xFF)); // grey
    CHECK(picture.has_red(20, 150));                                             // outline of the table
    CHECK(picture.has_green(60, 180));                                           // between the columns
    CHECK(picture.has_green(150, 134));                                          // between the rows
    CHECK((picture.at(150, 110) & 0xFF) < 0xE0);                                 // header row is yellow
    CHECK(picture.at(150, 180) == 0xFFFFFF);                                     // other rows are not
    CHECK(*write::write_overlay(s.sight, s.flow, plain()).value == *png);
}

TEST_CASE("dots per inch scale the picture, a huge sheet is drawn smaller", "[overlay]") {
    Seen s = seen();
    CHECK(decoded(*write::write_overlay(s.sight, s.flow, plain(144))).width == 400);
    s.sight.pages[0].width = s.sight.pages[0].height = 1e7;
    const Picture picture = decoded(*write::write_overlay(s.sight, s.flow, plain(300)));
    CHECK(picture.width < 8000);
    s.sight.pages[0].height = 1;
    CHECK(decoded(*write::write_overlay(s.sight, s.flow, plain(300))).width == 20000);
}

TEST_CASE("rows and columns are derived from the cells", "[overlay]") {
    Seen s = seen();
    auto& table = std::get<flow::Table>(s.flow.sheets[0].blocks[2]);
    SECTION("with the table's own place") {
        const auto marks = write::table_marks(s.flow, table, 1);
        REQUIRE(marks);
        CHECK(marks->columns == std::vector<double>{60});
        CHECK(marks->rows == std::vector<double>{134});
        REQUIRE(marks->headers.size() == 1);
        CHECK(marks->headers[0] == pages::Box{20, 100, 180, 134});
    }
    SECTION("without, from the union of the cells") {
        table.origin = 0;
        const auto marks = write::table_marks(s.flow, table, 1);
        REQUIRE(marks);
        CHECK(marks->outline == pages::Box{24, 104, 120, 154});
    }
    SECTION("on another page there is nothing") { CHECK_FALSE(write::table_marks(s.flow, table, 2)); }
}

TEST_CASE("words, lines and pictures are drawn", "[overlay]") {
    Seen s = seen();
    s.flow = {};
    pages::SeenPage& page = s.sight.pages[0];
    page.lines.push_back({10, 20, 190, 20, 0.5, false});
    page.pictures.push_back({{10, 210, 60, 260}, 10, 10});
    page.words.push_back(test::word_at("Quyết", 10, 100, 20, test::FixedMeasure{}));
    const Picture boxes = decoded(*write::write_overlay(s.sight, s.flow, plain()));
    CHECK(boxes.at(100, 19) < 0x808080);
    CHECK(boxes.at(30, 230) != 0xFFFFFF);
    CHECK(boxes.at(15, 95) != 0xFFFFFF);
    const auto fonts = fonts::FontSet::load(embedded_resource("fonts/manifest.xml"), {});
    REQUIRE(fonts);
    const Bytes font = fonts->file(Face::regular);
    const Picture letters = decoded(*write::write_overlay(s.sight, s.flow, {1, 72, font}));
    int dark = 0;
    for (int y = 80; y < 105; ++y)
        for (int x = 8; x < 120; ++x) dark += letters.at(x, y) < 0x606060 ? 1 : 0;
    CHECK(dark > 40);
    CHECK(dark < 1200);
}

TEST_CASE("places that are no numbers harm nothing", "[overlay]") {
    Seen s = seen();
    pages::SeenPage& page = s.sight.pages[0];
    for (const double bad : {nan_value, std::numeric_limits<double>::infinity(), -1e300, 1e300}) {
        page.lines.push_back({bad, 0, 10, bad, bad, true});
        page.pictures.push_back({{bad, bad, bad, 5}, 1, 1});
        page.words.push_back(
            {"a\xF0\x90\x8D\x88", {bad, 0, 5, bad}, bad, bad, 0, 0, Face::bold, false, false, false, 1});
        s.flow.sheets[0].blocks.push_back(flow::Paragraph{9, {}, s.origin(bad, bad, 50, 50)});
        s.flow.sheets[0].blocks.push_back(flow::Paragraph{0, {}, 9999});
    }
    CHECK(write::write_overlay(s.sight, s.flow, plain()));
    page.width = nan_value;
    CHECK_FALSE(write::write_overlay(s.sight, s.flow, plain()));
}

TEST_CASE("a page that is not there is an error", "[overlay]") {
    const Seen s = seen();
    for (const std::uint32_t number : {0U, 2U}) {
        const Result<Bytes> png = write::write_overlay(s.sight, s.flow, {number, 72, {}});
        REQUIRE_FALSE(png);
        CHECK(png.diagnostics[0].code == "overlay-no-page");
    }
}
