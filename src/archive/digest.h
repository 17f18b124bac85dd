// SHA-512 (FIPS 180-4) as OCFL writes it: 128 lower case hexadecimal digits.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace vanthu::archive {

/// Takes any amount piece by piece. Throws std::bad_alloc where no memory is left.
class Digest {
  public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    void add(std::string_view bytes);
    /// Call it once, last.
    std::string hex();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string sha512(std::string_view bytes);

} // namespace vanthu::archive
