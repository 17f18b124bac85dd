// Passwords and tokens as they are kept: nobody who reads the database can use them. Private to office.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::office {

/// "scrypt$15$8$1$salt$key", the last two in hexadecimal digits. Throws std::bad_alloc where scrypt has no memory.
std::string hash_password(std::string_view password);

/// An empty `kept` takes as long as any other and never fits.
bool password_fits(std::string_view password, std::string_view kept);

/// 43 characters of 32 random bytes.
std::string make_secret();
std::string digest_of(std::string_view secret);

} // namespace vanthu::office
