// Pictures of all codings, out of PDFs that the test makes, on the canvas.
#include "read/pdf/pdf_reader.h"
#include "read/scan/canvas.h"
#include "support/make_pdf.h"

#include <catch2/catch.hpp>
#include <functional>

using namespace vanthu;
using read::scan::Bitmap;

namespace {

constexpr int width = 300, height = 400;

/// Black from (30, 20) to (120, 100), else white.
Bitmap sample(int depth = 1) {
    Bitmap bitmap(pixCreate(width, height, depth));
    if (depth != 1) pixSetAll(bitmap.get());
    for (int y = 20; y < 100; ++y)
        for (int x = 30; x < 120; ++x) pixSetPixel(bitmap.get(), x, y, depth == 1 ? 1 : 0);
    return bitmap;
}

Bytes taken(l_uint8* data, std::size_t size) {
    Bytes bytes(reinterpret_cast<char*>(data), size);
    lept_free(data);
    return bytes;
}

/// As PDF stores it: without the file's header.
Bytes coded(int coding) {
    L_COMP_DATA* data = nullptr;
    REQUIRE(pixGenerateCIData(sample(coding == L_JPEG_ENCODE ? 8 : 1).get(), coding, 90, 0, &data) == 0);
    Bytes bytes(reinterpret_cast<char*>(data->datacomp), data->nbytescomp);
    l_CIDataDestroy(&data);
    return bytes;
}

Bytes jpeg2000() {
    l_uint8* data = nullptr;
    std::size_t size = 0;
    REQUIRE(pixWriteMemJp2k(&data, &size, sample(8).get(), 45, 4, 0, 0) == 0);
    return taken(data, size);
}

/// `paint` gives the sample's bits for black and white.
Bytes rows(int bits, unsigned black, unsigned white) {
    Bytes bytes;
    for (int y = 0; y < height; ++y) {
        unsigned held = 0;
        int count = 0;
        for (int x = 0; x < width; ++x) {
            const bool is_black = x >= 30 && x < 120 && y >= 20 && y < 100;
            held = held << bits | (is_black ? black : white);
            count += bits;
            if (count >= 8 || x + 1 == width) {
                if (count < 8) held <<= 8 - count;
                for (int shift = std::max(8, count) - 8; shift >= 0; shift -= 8)
                    bytes.push_back(static_cast<char>(held >> shift & 0xFF));
                held = 0, count = 0;
            }
        }
    }
    return bytes;
}

Bytes pdf_with(const std::string& keys, const Bytes& bytes, const char* page_keys = "",
               const char* content = "q 600 0 0 800 0 0 cm /X Do Q") {
    test::PdfMaker maker;
    const int picture = maker.add_stream(
        fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} {}", width, height, keys), bytes);
    maker.add_page(content, fmt::format("/XObject <</X {} 0 R>>", picture), page_keys);
    return maker.pdf();
}

read::scan::Canvas canvas_of(const Bytes& pdf) {
    const auto content = read::read_pdf(pdf, {}, read::Scans::collected);
    REQUIRE(content);
    REQUIRE(content->scans.size() == 1);
    REQUIRE(content->scans[0].pictures.size() == 1);
    auto canvas = read::scan::compose(content->scans[0]);
    REQUIRE(canvas);
    return std::move(*canvas);
}

/// At a part of the sheet.
bool is_dark(const read::scan::Canvas& canvas, double x, double y) {
    const Bitmap grey(pixConvertTo8(canvas.picture.get(), 0));
    l_uint32 value = 0;
    pixGetPixel(grey.get(), static_cast<int>(x * grey.width()), static_cast<int>(y * grey.height()), &value);
    return value < 128;
}

/// The block stands where it was drawn, and nowhere else.
void check_upright(const read::scan::Canvas& canvas) {
    CHECK(is_dark(canvas, 0.25, 0.15));
    CHECK_FALSE(is_dark(canvas, 0.75, 0.15));
    CHECK_FALSE(is_dark(canvas, 0.25, 0.85));
    CHECK_FALSE(is_dark(canvas, 0.75, 0.85));
}

} // namespace

TEST_CASE("pictures of every coding are drawn as they look", "[scan][pdf]") {
    const std::string grey = "/BitsPerComponent 8 /ColorSpace /DeviceGray",
                      bit = "/BitsPerComponent 1 /ColorSpace /DeviceGray";
    const std::string ccitt = bit + " /Filter /CCITTFaxDecode /DecodeParms <</K -1 /Columns 300 /Rows 400";
    const Bytes g4 = coded(L_G4_ENCODE);
    const auto draws = [](const std::string& keys, const Bytes& bytes) {
        INFO(keys);
        check_upright(canvas_of(pdf_with(keys, bytes)));
    };
    draws(ccitt + ">>", g4);
    draws(ccitt + " /BlackIs1 true>> /Decode [1 0]", g4);
    draws(grey + " /Filter /DCTDecode", coded(L_JPEG_ENCODE));
    draws(grey + " /Filter [/ASCIIHexDecode /DCTDecode]", [] {
        Bytes hex;
        for (const char c : coded(L_JPEG_ENCODE)) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
        return hex + ">";
    }());
    draws("/Filter /JPXDecode", jpeg2000());
    draws(bit, rows(1, 0, 1));
    draws(bit + " /Decode [1 0]", rows(1, 1, 0));
    draws("/BitsPerComponent 2 /ColorSpace /CalGray", rows(2, 0, 3));
    draws("/BitsPerComponent 4 /ColorSpace /DeviceGray", rows(4, 1, 15));
    draws("/BitsPerComponent 16 /ColorSpace /DeviceGray", rows(16, 0x0100, 0xFFFF));
    draws("/BitsPerComponent 8 /ColorSpace /DeviceRGB", rows(24, 0x200000, 0xFFFFE0));
    draws("/BitsPerComponent 8 /ColorSpace /DeviceCMYK", rows(32, 0x000000FF, 0));
    draws("/BitsPerComponent 4 /ColorSpace [/Indexed /DeviceRGB 2 <FFFFFF 808080 100000>]", rows(4, 2, 0));
    draws("/BitsPerComponent 8 /ColorSpace [/Separation /Black /DeviceGray 9 0 R]", rows(8, 255, 0));
    draws("/ImageMask true", rows(1, 0, 1));
}

TEST_CASE("run lengths are undone, and what is missing is white", "[scan][pdf]") {
    Bytes coded;
    for (const char c : rows(1, 0, 1)) coded += Bytes(1, '\0') + c;
    const std::string keys = "/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /RunLengthDecode";
    check_upright(canvas_of(pdf_with(keys, coded + '\x80')));
    check_upright(canvas_of(pdf_with(keys, coded.substr(0, coded.size() / 2))));
}

TEST_CASE("a turned page is upright on the canvas", "[scan][pdf]") {
    const std::string keys = "/BitsPerComponent 1 /ColorSpace /DeviceGray";
    const auto turned = canvas_of(pdf_with(keys, rows(1, 0, 1), "/Rotate 90"));
    CHECK(turned.width == 800);
    CHECK(is_dark(turned, 0.85, 0.25));
    CHECK_FALSE(is_dark(turned, 0.15, 0.25));
    // Content that turns the picture against the page's turn.
    const auto undone = canvas_of(pdf_with(keys, rows(1, 0, 1), "/Rotate 90", "q 0 800 -600 0 600 0 cm /X Do Q"));
    CHECK(is_dark(undone, 0.25, 0.15));
    const auto mirrored = canvas_of(pdf_with(keys, rows(1, 0, 1), "", "q -600 0 0 800 600 0 cm /X Do Q"));
    CHECK(is_dark(mirrored, 0.75, 0.15));
}

TEST_CASE("tiles and pictures with a mask come together", "[scan][canvas]") {
    pages::ScannedPage page{600, 800, {}};
    pages::StoredPicture tile;
    tile.width = tile.height = 100;
    tile.bytes = Bytes(10'000, '\0');
    tile.placement = {300, 0, 0, 400, 0, 0};
    page.pictures.push_back(tile);
    tile.bytes = Bytes(10'000, '\x40');
    tile.placement = {300, 0, 0, 400, 300, 400};
    pages::StoredPicture mask = tile;
    mask.bytes = Bytes(5'000, '\xFF') + Bytes(5'000, '\0');
    tile.mask.push_back(mask);
    page.pictures.push_back(tile);
    const auto canvas = read::scan::compose(page);
    REQUIRE(canvas);
    CHECK(is_dark(*canvas, 0.25, 0.25));
    CHECK_FALSE(is_dark(*canvas, 0.75, 0.25));
    CHECK(is_dark(*canvas, 0.75, 0.6));
    CHECK_FALSE(is_dark(*canvas, 0.75, 0.9));
}

TEST_CASE("pictures that lie about themselves are refused", "[scan][canvas]") {
    pages::ScannedPage page{600, 800, {}};
    pages::StoredPicture& picture = page.pictures.emplace_back();
    picture.placement = {600, 0, 0, 800, 0, 0};
    for (const auto coding : {pages::PictureCoding::ccitt, pages::PictureCoding::jpeg, pages::PictureCoding::jpeg2000,
                              pages::PictureCoding::jbig2, pages::PictureCoding::png, pages::PictureCoding::tiff}) {
        picture.coding = coding;
        picture.width = picture.height = 50;
        picture.bytes = "no such thing";
        (void)read::scan::compose(page); // a fax of noise is still a fax
    }
    picture.coding = pages::PictureCoding::raw;
    picture.width = picture.height = 100'000;
    const auto bomb = read::scan::compose(page);
    REQUIRE_FALSE(bomb);
    CHECK(bomb.diagnostics[0].code == "scan-limit");
    picture.width = picture.height = 10;
    page.width = 1e9;
    CHECK(read::scan::compose(page).diagnostics.size() <= 1);
}
