#include "unit/write/pdf/tools.h"
#include "write/layer/pdf_file.h"
#include "write/layer/picture_file.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using pages::PictureCoding;
using pages::StoredPicture;

namespace {

/// 200 × 100 points with one picture that fills the sheet.
Result<Bytes> written(StoredPicture picture) {
    picture.placement = {200, 0, 0, 100, 0, 0};
    const std::vector<pages::ScannedPage> sheets = {{200, 100, {std::move(picture)}}};
    return write::write_picture_file(sheets);
}

StoredPicture stored(PictureCoding coding, Bytes bytes) {
    StoredPicture picture;
    picture.coding = coding;
    picture.bytes = std::move(bytes);
    return picture;
}

/// The upper left and the lower right corner as poppler draws them, in grey.
std::pair<int, int> corners(const Bytes& pdf) {
    const sample::TemporaryFolder folder;
    const std::string raw = sample::output_of("pdftoppm -r 36 -gray " + folder.file("picture.pdf", pdf) + " " +
                                              (folder.path() / "page").string() + " && tail -c 5000 " +
                                              folder.path().string() + "/page*.pgm");
    REQUIRE(raw.size() == 5000);
    return {static_cast<unsigned char>(raw[102]), static_cast<unsigned char>(raw[5000 - 103])};
}

/// Two grey dots above two: black, white, white, dark grey.
StoredPicture dots() {
    StoredPicture picture = stored(PictureCoding::raw, std::string("\0\xFF\xFF\x40", 4));
    picture.width = picture.height = 2;
    return picture;
}

/// The dots by one of ImageMagick's coders.
Bytes converted(const std::string& options, const std::string& name) {
    const sample::TemporaryFolder folder;
    const std::string target = (folder.path() / name).string();
    const std::string source = folder.file("dots.pgm", "P5 2 2 255\n" + dots().bytes);
    return sample::output_of("convert " + source + " " + options + " " + target + " && cat " + target);
}

} // namespace

TEST_CASE("samples stand upright and in place", "[layer][tools]") {
    CHECK(corners(*written(dots())) == std::pair(0, 0x40));
    StoredPicture inverted = dots();
    inverted.is_inverted = true;
    CHECK(corners(*written(inverted)) == std::pair(0xFF, 0xBF));
}

TEST_CASE("coded pictures keep their bytes", "[layer][tools]") {
    SECTION("PNG") {
        const Bytes png = converted("", "dots.png");
        CHECK(corners(*written(stored(PictureCoding::png, png))) == std::pair(0, 0x40));
    }
    SECTION("PNG with a palette") {
        const Bytes png = converted("-define png:color-type=3", "dots.png");
        CHECK(corners(*written(stored(PictureCoding::png, png))) == std::pair(0, 0x40));
    }
    SECTION("JPEG") {
        const Bytes jpeg = converted("-scale 32x32 -quality 95", "dots.jpg");
        const auto pdf = written(stored(PictureCoding::jpeg, jpeg));
        REQUIRE(pdf);
        CHECK(pdf->find(jpeg) != Bytes::npos);
        const auto [first, last] = corners(*pdf);
        CHECK(first < 8);
        CHECK(std::abs(last - 0x40) < 8);
    }
}

TEST_CASE("what PDF does not know must be decoded before", "[layer][tools]") {
    CHECK_FALSE(write::can_be_stored(stored(PictureCoding::tiff, "II*")));
    CHECK_FALSE(write::can_be_stored(stored(PictureCoding::jpeg, "\xFF\xD8")));
    CHECK_FALSE(write::can_be_stored(stored(PictureCoding::png, converted("-interlace PNG", "dots.png"))));
    const auto result = written(stored(PictureCoding::tiff, "II*"));
    CHECK_FALSE(result);
    CHECK(result.diagnostics[0].code == "scan-broken");
}
