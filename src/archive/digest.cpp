#include "archive/digest.h"

#include <array>
#include <new>
#include <openssl/evp.h>

namespace vanthu::archive {

struct Digest::State {
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

// The calls of libcrypto fail for want of memory only: the algorithm is built in.
namespace {

void check(bool ok) {
    if (!ok) {
        throw std::bad_alloc();
    }
}

} // namespace

Digest::Digest() : state_(std::make_unique<State>()) {
    check(state_->context && EVP_DigestInit_ex(state_->context.get(), EVP_sha512(), nullptr) == 1);
}

Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes) {
    check(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Digest::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned length = 0;
    check(EVP_DigestFinal_ex(state_->context.get(), sum.data(), &length) == 1);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(std::size_t{2} * length);
    for (unsigned i = 0; i < length; ++i) {
        hex += digits[sum[i] >> 4U];
        hex += digits[sum[i] & 15U];
    }
    return hex;
}

std::string sha512(std::string_view bytes) {
    Digest digest;
    digest.add(bytes);
    return digest.hex();
}

} // namespace vanthu::archive
