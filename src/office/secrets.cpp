#include "office/secrets.h"

#include <fmt/format.h>

#include <array>
#include <mutex>
#include <new>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <vector>

namespace vanthu::office {
namespace {

using Octets = std::vector<unsigned char>;

constexpr std::size_t salt_size = 16, key_size = 32, secret_size = 32;
constexpr std::size_t most_memory = std::size_t{128} << 20;

struct Cost {
    unsigned log_n = 15, r = 8, p = 1;
};

/// scrypt takes 32 MB on purpose; one at a time, a crowd of logins cannot take the machine's memory.
std::mutex& turn() {
    static std::mutex mutex;
    return mutex;
}

Octets derive(std::string_view password, const Octets& salt, const Cost& cost) {
    const std::lock_guard lock(turn());
    Octets key(key_size);
    if (EVP_PBE_scrypt(password.data(), password.size(), salt.data(), salt.size(), std::uint64_t{1} << cost.log_n,
                       cost.r, cost.p, most_memory, key.data(), key.size()) != 1)
        throw std::bad_alloc();
    return key;
}

Octets random_octets(std::size_t size) {
    Octets octets(size);
    if (RAND_bytes(octets.data(), static_cast<int>(size)) != 1) throw std::bad_alloc();
    return octets;
}

std::string hex(const Octets& octets) {
    std::string digits;
    for (const unsigned char octet : octets) digits += fmt::format("{:02x}", octet);
    return digits;
}

Octets of_hex(std::string_view digits) {
    Octets octets;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        octets.push_back(static_cast<unsigned char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
    return octets;
}

struct Kept {
    Cost cost;
    Octets salt, key;
};

Kept parse(std::string_view kept) {
    std::vector<std::string> parts;
    while (!kept.empty()) {
        const std::size_t end = std::min(kept.find('$'), kept.size());
        parts.emplace_back(kept.substr(0, end));
        kept.remove_prefix(std::min(end + 1, kept.size()));
    }
    if (parts.size() != 6 || parts[0] != "scrypt") return {{}, Octets(salt_size), {}};
    return {{static_cast<unsigned>(std::stoul(parts[1])), static_cast<unsigned>(std::stoul(parts[2])),
             static_cast<unsigned>(std::stoul(parts[3]))},
            of_hex(parts[4]),
            of_hex(parts[5])};
}

} // namespace

std::string hash_password(std::string_view password) {
    const Cost cost;
    const Octets salt = random_octets(salt_size);
    return fmt::format("scrypt${}${}${}${}${}", cost.log_n, cost.r, cost.p, hex(salt),
                       hex(derive(password, salt, cost)));
}

bool password_fits(std::string_view password, std::string_view kept) {
    const Kept parts = parse(kept);
    const Octets key = derive(password, parts.salt, parts.cost);
    return parts.key.size() == key.size() && CRYPTO_memcmp(key.data(), parts.key.data(), key.size()) == 0;
}

std::string make_secret() {
    const Octets octets = random_octets(secret_size);
    std::array<unsigned char, 4 * ((secret_size + 2) / 3) + 1> text{};
    const int size = EVP_EncodeBlock(text.data(), octets.data(), static_cast<int>(octets.size()));
    std::string secret(text.begin(), text.begin() + size);
    for (char& letter : secret) {
        if (letter == '+') letter = '-';
        if (letter == '/') letter = '_';
    }
    secret.erase(secret.find('='));
    return secret;
}

std::string digest_of(std::string_view secret) {
    Octets digest(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    EVP_Digest(secret.data(), secret.size(), digest.data(), &size, EVP_sha256(), nullptr);
    digest.resize(size);
    return hex(digest);
}

} // namespace vanthu::office
