// A type in which every character is half as wide as the size, so that tests can count.
#pragma once

#include "base/measure.h"
#include "text/unicode.h"

namespace vanthu::test {

class FixedMeasure : public Measure {
  public:
    double width(std::string_view text, Face, double size) const override {
        int characters = 0;
        text::for_each_character(text, [&](char32_t) { ++characters; });
        return characters * size / 2;
    }
    double ascent(double size) const override { return size; }
    double line_height(double size) const override { return size * 1.15; }
};

} // namespace vanthu::test
