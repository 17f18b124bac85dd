#include "read/scan/bitmap.h"
#include "read/scan/scan_reader.h"
#include "read/scan/tiff_pages.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace vanthu::read {
namespace {

using pages::PictureCoding;
using pages::ScannedPage;
using pages::StoredPicture;

constexpr double points_per_inch = 72;

struct Shape {
    l_int32 width = 0, height = 0;
    l_int32 x_resolution = 0, y_resolution = 0; ///< dots per inch; 0: not told
};

const l_uint8* data_of(std::string_view bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

using Stream = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

Stream stream_of(std::string_view bytes) {
    return {fopenReadFromMemory(data_of(bytes), bytes.size()), [](std::FILE* file) { return std::fclose(file); }};
}

std::optional<Shape> shape_of(std::string_view bytes, PictureCoding coding) {
    Shape shape;
    l_int32 bits = 0, samples = 0, more = 0;
    l_ok fault = 0;
    if (coding == PictureCoding::png) {
        fault = readHeaderMemPng(data_of(bytes), bytes.size(), &shape.width, &shape.height, &bits, &samples, &more);
        if (const Stream stream = stream_of(bytes); stream && fault == 0)
            fgetPngResolution(stream.get(), &shape.x_resolution, &shape.y_resolution);
    } else if (coding == PictureCoding::jpeg) {
        fault = readHeaderMemJpeg(data_of(bytes), bytes.size(), &shape.width, &shape.height, &samples, nullptr, nullptr);
        if (const Stream stream = stream_of(bytes); stream && fault == 0)
            fgetJpegResolution(stream.get(), &shape.x_resolution, &shape.y_resolution);
    } else {
        fault = readHeaderMemTiff(data_of(bytes), bytes.size(), 0, &shape.width, &shape.height, &bits, &samples,
                                  &shape.x_resolution, nullptr, nullptr);
        shape.y_resolution = shape.x_resolution;
    }
    if (fault != 0 || shape.width < 1 || shape.height < 1) return std::nullopt;
    return shape;
}

/// Cameras and drawing programs write 72 or 96 without meaning it: the sheet would be a poster.
bool is_believable(const Shape& shape, const ScannedPage& page) {
    constexpr int least = 50, most = 2400, screen = 100;
    constexpr double a3 = 1191;
    const auto [low, high] = std::minmax(shape.x_resolution, shape.y_resolution);
    return low >= least && high <= most && (low > screen || std::max(page.width, page.height) <= a3);
}

ScannedPage page_of(Bytes bytes, PictureCoding coding, const Shape& shape) {
    constexpr double a4_short = 595.28, a4_long = 841.89;
    ScannedPage page;
    page.width = shape.width * points_per_inch / std::max(1, shape.x_resolution);
    page.height = shape.height * points_per_inch / std::max(1, shape.y_resolution);
    if (!is_believable(shape, page)) {
        const bool is_upright = shape.height >= shape.width;
        const double scale = std::min((is_upright ? a4_short : a4_long) / shape.width,
                                      (is_upright ? a4_long : a4_short) / shape.height);
        page.width = shape.width * scale;
        page.height = shape.height * scale;
    }
    StoredPicture& picture = page.pictures.emplace_back();
    picture.coding = coding;
    picture.bytes = std::move(bytes);
    picture.width = static_cast<std::uint32_t>(shape.width);
    picture.height = static_cast<std::uint32_t>(shape.height);
    picture.placement = {page.width, 0, 0, page.height, 0, 0};
    return page;
}

Diagnostic broken(const char* reason) { return {"scan-broken", Severity::error, {{"reason", reason}}, {}}; }

} // namespace

Result<std::vector<ScannedPage>> open_scan(std::string_view bytes, const ScanLimits& limits) {
    using Scan = Result<std::vector<ScannedPage>>;
    setMsgSeverity(L_SEVERITY_NONE);
    const bool is_tiff = bytes.starts_with("II") || bytes.starts_with("MM");
    const PictureCoding coding = is_tiff                       ? PictureCoding::tiff
                                 : bytes.starts_with("\x89PN") ? PictureCoding::png
                                                               : PictureCoding::jpeg;
    std::optional<std::vector<Bytes>> parts = std::vector<Bytes>();
    if (is_tiff)
        parts = scan::tiff_pages(bytes, limits.pages);
    else
        parts->emplace_back(bytes);
    if (!parts) return Scan::failed(broken("TIFF"));
    std::vector<ScannedPage> pages;
    for (Bytes& part : *parts) {
        const std::optional<Shape> shape = shape_of(part, coding);
        if (!shape) return Scan::failed(broken(is_tiff ? "TIFF" : coding == PictureCoding::png ? "PNG" : "JPEG"));
        pages.push_back(page_of(std::move(part), coding, *shape));
    }
    return Scan::of(std::move(pages));
}

} // namespace vanthu::read
