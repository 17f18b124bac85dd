#include "read/scan/jbig2.h"
#include "read/scan/jbig2_coder.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using read::scan::Bitmap;

namespace {

void append(Bytes& bytes, std::uint32_t value, int size) {
    for (int i = size - 1; i >= 0; --i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

Bytes segment(std::uint32_t number, unsigned type, const Bytes& data) {
    Bytes bytes;
    append(bytes, number, 4), append(bytes, type, 1), append(bytes, 0, 1), append(bytes, 1, 1);
    append(bytes, static_cast<std::uint32_t>(data.size()), 4);
    return bytes + data;
}

Bytes page_of(std::uint32_t width, std::uint32_t height) {
    Bytes page;
    append(page, width, 4), append(page, height, 4), append(page, 0, 4), append(page, 0, 4);
    append(page, 0, 1), append(page, 0, 2);
    return segment(0, 48, page);
}

Bytes region_of(std::uint32_t width, std::uint32_t height, std::uint32_t x, std::uint32_t y, unsigned flags) {
    Bytes region;
    append(region, width, 4), append(region, height, 4), append(region, x, 4), append(region, y, 4);
    append(region, 0, 1), append(region, flags, 1);
    return region;
}

Bytes facsimile(const Bitmap& bitmap) {
    L_COMP_DATA* data = nullptr;
    REQUIRE(pixGenerateCIData(bitmap.get(), L_G4_ENCODE, 0, 0, &data) == 0);
    Bytes bytes(reinterpret_cast<char*>(data->datacomp), data->nbytescomp);
    l_CIDataDestroy(&data);
    return bytes;
}

pages::StoredPicture picture_of(Bytes bytes) {
    pages::StoredPicture picture;
    picture.coding = pages::PictureCoding::jbig2;
    picture.width = 64;
    picture.height = 56;
    picture.bytes = std::move(bytes);
    return picture;
}

} // namespace

TEST_CASE("the arithmetic coder decodes the sequence of the standard", "[scan][jbig2]") {
    // ITU-T T.88, H.2.
    const Bytes coded("\x84\xC7\x3B\xFC\xE1\xA1\x43\x04\x02\x20\x00\x00\x41\x0D\xBB\x86"
                      "\xF4\x31\x7F\xFF\x88\xFF\x37\x47\x1A\xDB\x6A\xDF\xFF\xAC",
                      30);
    const Bytes plain("\x00\x02\x00\x51\x00\x00\x00\xC0\x03\x52\x87\x2A\xAA\xAA\xAA\xAA"
                      "\x82\xC0\x20\x00\xFC\xD7\x9E\xF6\xBF\x7F\xED\x90\x4F\x46\xA3\xBF",
                      32);
    read::scan::Jbig2Coder coder(coded);
    read::scan::Jbig2Context context;
    Bytes decoded;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        unsigned byte = 0;
        for (int bit = 0; bit < 8; ++bit) byte = byte << 1 | coder.bit(context);
        decoded.push_back(static_cast<char>(byte));
    }
    CHECK(decoded == plain);
}

TEST_CASE("a region coded as facsimile stands where the page puts it", "[scan][jbig2]") {
    const Bitmap block(pixCreate(16, 16, 1));
    for (int y = 4; y < 12; ++y)
        for (int x = 4; x < 12; ++x) pixSetPixel(block.get(), x, y, 1);
    const Bytes stream = page_of(64, 56) + segment(1, 38, region_of(16, 16, 40, 20, 1) + facsimile(block));
    const Bitmap page = read::scan::decode_jbig2(picture_of(stream));
    REQUIRE(page);
    l_int32 black = 0;
    pixCountPixels(page.get(), &black, nullptr);
    CHECK(black == 64);
    l_uint32 value = 0;
    pixGetPixel(page.get(), 44, 24, &value);
    CHECK(value == 1);
}

TEST_CASE("streams that are cut, changed or boundless give a picture or none", "[scan][jbig2]") {
    const Bytes noise("\x84\xC7\x3B\xFC\xE1\xA1\x43\x04\x02\x20\x00\x00\x41\x0D\xBB\x86\xF4\x31", 18);
    Bytes dictionary("\x00\x00\x03\xFF\xFD\xFF\x02\xFE\xFE\xFE", 10), text = region_of(64, 56, 0, 0, 0);
    append(dictionary, 2, 4), append(dictionary, 2, 4);
    append(text, 0, 1), append(text, 9, 4);
    const Bytes whole =
        page_of(64, 56) + segment(1, 0, dictionary + noise) + segment(2, 6, text + noise) +
        segment(3, 38, region_of(64, 56, 0, 0, 8) + Bytes("\x03\xFF\xFD\xFF\x02\xFE\xFE\xFE", 8) + noise);
    for (std::size_t size = 0; size < whole.size(); ++size)
        (void)read::scan::decode_jbig2(picture_of(whole.substr(0, size)));
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const char change : {'\0', '\x7F', '\xFF'}) {
            Bytes changed = whole;
            changed[at] = change;
            (void)read::scan::decode_jbig2(picture_of(changed));
        }
    CHECK_FALSE(read::scan::decode_jbig2(picture_of(page_of(1'000'000, 1'000'000))));
    CHECK_FALSE(read::scan::decode_jbig2(picture_of("")));
}
