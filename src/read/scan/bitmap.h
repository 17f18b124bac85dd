// A Leptonica picture with an owner. Private to read/scan.
#pragma once

#include <leptonica/allheaders.h>
#include <utility>

namespace vanthu::read::scan {

/// Move-only; may be empty.
class Bitmap {
  public:
    Bitmap() = default;
    explicit Bitmap(PIX* picture) noexcept : picture_(picture) {}
    ~Bitmap() { reset(); }
    Bitmap(Bitmap&& other) noexcept : picture_(std::exchange(other.picture_, nullptr)) {}
    Bitmap& operator=(Bitmap&& other) noexcept {
        if (this != &other) {
            reset();
            picture_ = std::exchange(other.picture_, nullptr);
        }
        return *this;
    }
    Bitmap(const Bitmap&) = delete;
    Bitmap& operator=(const Bitmap&) = delete;

    explicit operator bool() const { return picture_ != nullptr; }
    PIX* get() const { return picture_; }
    l_int32 width() const { return picture_ ? pixGetWidth(picture_) : 0; }
    l_int32 height() const { return picture_ ? pixGetHeight(picture_) : 0; }
    l_int32 depth() const { return picture_ ? pixGetDepth(picture_) : 0; }

  private:
    void reset() {
        if (picture_) pixDestroy(&picture_);
    }

    PIX* picture_ = nullptr;
};

} // namespace vanthu::read::scan
