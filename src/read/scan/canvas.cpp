#include "read/scan/canvas.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace vanthu::read::scan {
namespace {

using pages::ScannedPage;
using pages::StoredPicture;

constexpr double points_per_inch = 72;
constexpr double coarsest = 200, finest = 400, best = 300; ///< dots per inch

/// Where a picture goes on the canvas: turned and mirrored first, then stretched into the box. Pixels.
struct Target {
    int quarters = 0; ///< clockwise
    bool is_mirrored = false;
    l_int32 x = 0, y = 0, width = 0, height = 0;
};

struct Piece {
    const StoredPicture* stored = nullptr;
    Bitmap picture;
    Bitmap alpha; ///< 8 bit; empty: opaque
};

bool is_finite(const StoredPicture& picture) {
    return std::ranges::all_of(picture.placement, [](double v) { return std::isfinite(v); });
}

double area(const StoredPicture& p) {
    return std::abs(p.placement[0] * p.placement[3] - p.placement[1] * p.placement[2]);
}

/// Of the picture that takes most of the sheet.
double native_resolution(const std::vector<Piece>& pieces) {
    const auto main = std::ranges::max_element(pieces, {}, [](const Piece& piece) { return area(*piece.stored); });
    const auto& m = main->stored->placement;
    const double across = std::hypot(m[0], m[1]), down = std::hypot(m[2], m[3]);
    const double x = across > 0 ? main->picture.width() * points_per_inch / across : 0;
    const double y = down > 0 ? main->picture.height() * points_per_inch / down : 0;
    return std::max(x, y);
}

double resolution_of(const ScannedPage& page, const std::vector<Piece>& pieces, const ScanLimits& limits) {
    const double native = native_resolution(pieces);
    const double wanted = native < coarsest || native > finest ? best : native;
    const double inches = page.width * page.height / points_per_inch / points_per_inch;
    return std::min(wanted, std::sqrt(static_cast<double>(limits.pixels) / inches));
}

Target target_of(const StoredPicture& picture, double scale) {
    const auto& [a, b, c, d, e, f] = picture.placement;
    Target result;
    const bool is_upright = std::abs(a) + std::abs(d) >= std::abs(b) + std::abs(c);
    result.is_mirrored = a * d - b * c < 0;
    // The way that the picture's right hand side points on the sheet; mirrored, its left.
    const double side = result.is_mirrored ? -1 : 1;
    result.quarters = is_upright ? (a * side >= 0 ? 0 : 2) : (b * side >= 0 ? 1 : 3);
    const double x1 = e + std::min({0.0, a, c, a + c}), x2 = e + std::max({0.0, a, c, a + c});
    const double y1 = f + std::min({0.0, b, d, b + d}), y2 = f + std::max({0.0, b, d, b + d});
    const auto pixel = [scale](double v) { return static_cast<l_int32>(std::lround(std::clamp(v * scale, -1e6, 1e6))); };
    result.x = pixel(x1), result.y = pixel(y1);
    result.width = std::max(1, pixel(x2) - result.x), result.height = std::max(1, pixel(y2) - result.y);
    return result;
}

/// Rounding of the sheet is no reason to resample.
bool is_near(l_int32 a, l_int32 b) { return std::abs(a - b) <= 2; }

Bitmap fitted(const Bitmap& picture, const Target& target) {
    Bitmap turned(target.is_mirrored ? pixFlipLR(nullptr, picture.get()) : pixClone(picture.get()));
    if (target.quarters != 0 && turned) turned = Bitmap(pixRotateOrth(turned.get(), target.quarters));
    if (!turned || (is_near(turned.width(), target.width) && is_near(turned.height(), target.height))) return turned;
    if (turned.depth() == 1) turned = Bitmap(pixConvertTo8(turned.get(), 0));
    return Bitmap(turned ? pixScaleToSize(turned.get(), target.width, target.height) : nullptr);
}

/// A picture of grey things stored as RGB costs four times as much.
Bitmap without_idle_colours(Bitmap picture) {
    constexpr l_int32 dark = 20, light = 244, difference = 40, factor = 4;
    constexpr double hardly_any = 0.0002;
    if (!picture || picture.depth() != 32) return picture;
    l_float32 between = 0, coloured = 0;
    pixColorFraction(picture.get(), dark, light, difference, factor, &between, &coloured);
    if (static_cast<double>(between) * static_cast<double>(coloured) > hardly_any) return picture;
    return Bitmap(pixConvertRGBToLuminance(picture.get()));
}

Bitmap alpha_of(const StoredPicture& picture, const ScanLimits& limits) {
    if (picture.mask.empty()) return {};
    const Result<Bitmap> mask = decode(picture.mask.front(), limits);
    if (!mask) return {};
    if (picture.mask.front().is_mask && mask->depth() == 1) return Bitmap(pixConvert1To8(nullptr, mask->get(), 0, 255));
    return Bitmap(pixConvertTo8(mask->get(), 0));
}

class Composition {
  public:
    Composition(const ScannedPage& page, const ScanLimits& limits) : page_(page), limits_(limits) {}

    Result<Canvas> compose() {
        if (!open()) return Result<Canvas>::failed(std::move(findings_));
        for (Diagnostic& finding : findings_) finding.severity = Severity::warning;
        Canvas canvas;
        canvas.width = page_.width;
        canvas.height = page_.height;
        canvas.dots_per_inch = resolution_of(page_, pieces_, limits_);
        canvas.picture = draw(canvas.dots_per_inch / points_per_inch);
        if (!canvas.picture) return Result<Canvas>::failed(Diagnostic{"scan-broken", Severity::error, {{"reason", "memory"}}, {}});
        return Result<Canvas>::of(std::move(canvas), std::move(findings_));
    }

  private:
    bool open() {
        const bool has_size = std::isfinite(page_.width) && std::isfinite(page_.height) && page_.width >= 1 && page_.height >= 1;
        for (const StoredPicture& stored : page_.pictures) {
            if (!has_size || !is_finite(stored)) continue;
            Result<Bitmap> picture = decode(stored, limits_);
            findings_.insert(findings_.end(), picture.diagnostics.begin(), picture.diagnostics.end());
            if (!picture) continue;
            Bitmap plain = stored.is_mask ? std::move(*picture) : without_idle_colours(std::move(*picture));
            pieces_.push_back({&stored, std::move(plain), alpha_of(stored, limits_)});
        }
        if (pieces_.empty() && findings_.empty())
            findings_.push_back({"scan-broken", Severity::error, {{"reason", "no picture"}}, {}});
        return !pieces_.empty();
    }

    Bitmap draw(double scale) {
        width_ = std::max(1, static_cast<l_int32>(std::lround(page_.width * scale)));
        height_ = std::max(1, static_cast<l_int32>(std::lround(page_.height * scale)));
        if (pieces_.size() == 1 && !pieces_[0].alpha && !pieces_[0].stored->is_mask)
            if (Bitmap whole = whole_sheet(pieces_[0], scale)) return whole;
        Bitmap canvas(pixCreate(width_, height_, has_colour() ? 32 : 8));
        if (!canvas) return canvas;
        pixSetAllArbitrary(canvas.get(), canvas.depth() == 32 ? 0xFFFFFF00 : 0xFF);
        for (Piece& piece : pieces_) {
            place(canvas, piece, scale);
            piece.picture = {};
        }
        return canvas;
    }

    /// The one picture that covers the sheet is the canvas.
    Bitmap whole_sheet(const Piece& piece, double scale) const {
        const Target target = target_of(*piece.stored, scale);
        const bool covers = is_near(target.x, 0) && is_near(target.y, 0) && is_near(target.width, width_) &&
                            is_near(target.height, height_);
        return covers ? fitted(piece.picture, target) : Bitmap();
    }

    bool has_colour() const {
        constexpr std::uint32_t grey_step = 0x010101;
        return std::ranges::any_of(pieces_, [](const Piece& piece) {
            return piece.picture.depth() == 32 || (piece.stored->is_mask && piece.stored->colour % grey_step != 0);
        });
    }

    void place(Bitmap& canvas, const Piece& piece, double scale) const {
        const Target target = target_of(*piece.stored, scale);
        const auto pixels = static_cast<std::size_t>(target.width) * static_cast<std::size_t>(target.height);
        if (pixels > limits_.pixels) return;
        Bitmap picture = fitted(piece.picture, target);
        if (!picture) return;
        if (piece.stored->is_mask) return paint(canvas, picture, target, piece.stored->colour);
        picture = Bitmap(canvas.depth() == 32 ? pixConvertTo32(picture.get()) : pixConvertTo8(picture.get(), 0));
        if (!picture) return;
        if (const Bitmap alpha = piece.alpha ? fitted(piece.alpha, target) : Bitmap()) {
            Bitmap blended(pixBlendWithGrayMask(canvas.get(), picture.get(), alpha.get(), target.x, target.y));
            if (blended) canvas = std::move(blended);
            return;
        }
        pixRasterop(canvas.get(), target.x, target.y, picture.width(), picture.height(), PIX_SRC, picture.get(), 0, 0);
    }

    static void paint(Bitmap& canvas, const Bitmap& stencil, const Target& target, std::uint32_t colour) {
        constexpr l_int32 middle = 128;
        const Bitmap mask(stencil.depth() == 1 ? pixClone(stencil.get()) : pixThresholdToBinary(stencil.get(), middle));
        const l_uint32 value = canvas.depth() == 32 ? colour << 8 : colour & 0xFF;
        if (mask) pixPaintThroughMask(canvas.get(), mask.get(), target.x, target.y, value);
    }

    const ScannedPage& page_;
    const ScanLimits& limits_;
    std::vector<Piece> pieces_;
    Diagnostics findings_;
    l_int32 width_ = 0, height_ = 0;
};

} // namespace

Result<Canvas> compose(const ScannedPage& page, const ScanLimits& limits) { return Composition(page, limits).compose(); }

} // namespace vanthu::read::scan
