// The arithmetic decoder of JBIG2 (ITU-T T.88, annexes A and E). Private to read/scan.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vanthu::read::scan {

/// A stream that cannot be decoded. Does not leave decode_jbig2().
struct Jbig2Broken {};

/// State of one context: index into the table of probabilities, and the more probable bit.
struct Jbig2Context {
    std::uint8_t index = 0;
    std::uint8_t bit = 0;
};

using Jbig2Contexts = std::vector<Jbig2Context>;

/// Contexts of one kind of integer (annex A.2).
struct Jbig2Integers {
    Jbig2Contexts contexts = Jbig2Contexts(512);
};

class Jbig2Coder {
  public:
    explicit Jbig2Coder(std::string_view data);

    unsigned bit(Jbig2Context& context);

    /// None: out of band.
    std::optional<std::int32_t> integer(Jbig2Integers& kind);

    /// Throws Jbig2Broken out of band.
    std::int32_t number(Jbig2Integers& kind);

    /// `contexts`: 2 to the power of `length` (annex A.3).
    std::uint32_t identifier(Jbig2Contexts& contexts, unsigned length);

  private:
    unsigned byte(std::size_t at) const { return at < data_.size() ? static_cast<unsigned char>(data_[at]) : 0xFFU; }
    void next_byte();
    void renormalise();

    std::string_view data_;
    std::size_t at_ = 0;
    std::uint32_t code_ = 0, interval_ = 0;
    int left_ = 0;
};

} // namespace vanthu::read::scan
