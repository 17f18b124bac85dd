#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vanthu::write {

struct Ink {
    std::uint32_t colour = 0; ///< 0xRRGGBB
    double strength = 1;      ///< 0..1; less than 1 lets through what is below
};

/// White paper of RGB pixels. What reaches over its edges is cut off; places may be any numbers.
class Canvas {
  public:
    Canvas(int width, int height)
        : width_(width), height_(height),
          pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, 0xFF) {}

    int width() const { return width_; }
    int height() const { return height_; }
    const std::vector<std::uint8_t>& pixels() const { return pixels_; }

    void mix(int x, int y, const Ink& ink);
    void fill(double x1, double y1, double x2, double y2, const Ink& ink);
    /// At least one pixel is filled, so that thin lines stay visible.
    void bar(double x1, double y1, double x2, double y2, const Ink& ink);
    void frame(double x1, double y1, double x2, double y2, double thickness, const Ink& ink);

  private:
    int width_, height_;
    std::vector<std::uint8_t> pixels_;
};

} // namespace vanthu::write
