#include "read/scan/bitmap.h"
#include "read/scan/canvas.h"
#include "read/scan/scan_reader.h"

#include <cstdlib>
#include <memory>
#include <string_view>
#include <utility>

namespace vanthu::read {
namespace {

using pages::PictureCoding;
using pages::StoredPicture;

struct Free {
    void operator()(l_uint8* bytes) const { lept_free(bytes); }
};

/// A PNG whose rows a PDF can take: grey, colour or indices, neither interlaced nor transparent.
bool is_plain_png(std::string_view png) {
    constexpr std::size_t colour_type = 25, interlacing = 28, header = 33;
    constexpr char with_alpha = 4;
    return png.size() > header && (png[colour_type] & with_alpha) == 0 && png[interlacing] == 0 &&
           png.find("tRNS") == png.npos;
}

Diagnostic broken() { return {"scan-broken", Severity::error, {{"reason", "coding"}}, {}}; }

/// Leptonica would make CCITT by way of a file, which the sandbox has not.
bool code_as_png(const scan::Bitmap& bitmap, StoredPicture& picture) {
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    if (pixSetSpp(bitmap.get(), bitmap.depth() == 32 ? 3 : 1) != 0 ||
        pixWriteMemPng(&bytes, &size, bitmap.get(), 0) != 0)
        return false;
    const std::unique_ptr<l_uint8, Free> owner(bytes);
    picture.coding = PictureCoding::png;
    picture.bytes.assign(reinterpret_cast<const char*>(bytes), size);
    return true;
}

} // namespace

Result<pages::ScannedPage> as_storable(pages::ScannedPage page) {
    for (StoredPicture& picture : page.pictures) {
        const bool is_plain = picture.coding != PictureCoding::tiff &&
                              (picture.coding != PictureCoding::png || is_plain_png(picture.bytes));
        if (is_plain) continue;
        const Result<scan::Bitmap> bitmap = scan::decode(picture);
        if (!bitmap) return Result<pages::ScannedPage>::failed(bitmap.diagnostics);
        if (!code_as_png(*bitmap, picture)) return Result<pages::ScannedPage>::failed(broken());
    }
    return Result<pages::ScannedPage>::of(std::move(page));
}

} // namespace vanthu::read
