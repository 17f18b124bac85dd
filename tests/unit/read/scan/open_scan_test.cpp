#include "read/scan/bitmap.h"
#include "read/scan/canvas.h"
#include "read/scan/scan_reader.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using read::scan::Bitmap;
using namespace std::string_literals;

namespace {

Bytes taken(l_uint8* data, std::size_t size) {
    Bytes bytes(reinterpret_cast<char*>(data), size);
    lept_free(data);
    return bytes;
}

Bytes file_of(const Bitmap& bitmap, l_int32 format) {
    l_uint8* data = nullptr;
    std::size_t size = 0;
    REQUIRE(pixWriteMem(&data, &size, bitmap.get(), format) == 0);
    return taken(data, size);
}

Bitmap sheet(int depth, int resolution) {
    Bitmap bitmap(pixCreate(1240, 1754, depth));
    if (depth != 1) pixSetAll(bitmap.get());
    pixSetResolution(bitmap.get(), resolution, resolution);
    return bitmap;
}

Bytes tiff_of(const std::vector<l_int32>& compressions) {
    PIXA* pages = pixaCreate(0);
    Bytes first;
    for (const l_int32 compression : compressions)
        pixaAddPix(pages, sheet(compression == IFF_TIFF_G4 ? 1 : 8, 150).get(), L_COPY);
    l_uint8* data = nullptr;
    std::size_t size = 0;
    REQUIRE(pixaWriteMemMultipageTiff(&data, &size, pages) == 0);
    pixaDestroy(&pages);
    return taken(data, size);
}

} // namespace

TEST_CASE("picture files are sheets of the size that they tell", "[scan][open]") {
    for (const l_int32 format : {IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF_LZW, IFF_TIFF_ZIP, IFF_TIFF_G4}) {
        INFO(format);
        const auto scan = read::open_scan(file_of(sheet(format == IFF_TIFF_G4 ? 1 : 8, 150), format));
        REQUIRE(scan);
        REQUIRE(scan->size() == 1);
        CHECK((*scan)[0].width == Approx(595.2).margin(1));
        CHECK((*scan)[0].height == Approx(841.9).margin(1));
        CHECK(read::scan::compose((*scan)[0]));
    }
}

TEST_CASE("without a resolution a picture is an A4 sheet", "[scan][open]") {
    const auto scan = read::open_scan(file_of(sheet(8, 0), IFF_PNG));
    REQUIRE(scan);
    CHECK((*scan)[0].height == Approx(841.89).margin(1.5));
}

TEST_CASE("a TIFF of many pages gives each as a file of its own", "[scan][open]") {
    const Bytes tiff = tiff_of({IFF_TIFF_G4, IFF_TIFF_LZW, IFF_TIFF_G4});
    const auto scan = read::open_scan(tiff);
    REQUIRE(scan);
    REQUIRE(scan->size() == 3);
    for (const pages::ScannedPage& page : *scan) CHECK(read::scan::compose(page));
    read::ScanLimits limits;
    limits.pages = 2;
    CHECK_FALSE(read::open_scan(tiff, limits));
    for (std::size_t size = 0; size < tiff.size(); size += 37) (void)read::open_scan(tiff.substr(0, size));
    // The last directory leads back to the first.
    Bytes circle = "II*\0"s + Bytes("\x08\0\0\0", 4);
    circle += Bytes("\x02\0", 2) + Bytes("\x11\x01\x04\0\x01\0\0\0\x08\0\0\0", 12) +
              Bytes("\x17\x01\x04\0\x01\0\0\0\x08\0\0\0", 12) + Bytes("\x08\0\0\0", 4);
    CHECK_FALSE(read::open_scan(circle));
}
