// Affine maps as PDF writes them: x' = a x + c y + e, y' = b x + d y + f.
#pragma once

#include <cmath>

namespace vanthu::read::pdf {

struct Point {
    double x = 0, y = 0;
};

struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    Point apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
    double x_scale() const { return std::hypot(a, b); }
    double y_scale() const { return std::hypot(c, d); }
    /// How much lengths grow on the whole.
    double scale() const { return std::sqrt(std::abs(a * d - b * c)); }
};

/// First `inner`, then `outer`.
inline Matrix operator*(const Matrix& inner, const Matrix& outer) {
    return {inner.a * outer.a + inner.b * outer.c,           inner.a * outer.b + inner.b * outer.d,
            inner.c * outer.a + inner.d * outer.c,           inner.c * outer.b + inner.d * outer.d,
            inner.e * outer.a + inner.f * outer.c + outer.e, inner.e * outer.b + inner.f * outer.d + outer.f};
}

} // namespace vanthu::read::pdf
