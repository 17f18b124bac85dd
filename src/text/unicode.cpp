#include "text/unicode.h"

#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <stdexcept>

namespace vanthu::text {
namespace {

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

bool is_valid(std::string_view text) {
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < length;) {
        UChar32 character = 0;
        U8_NEXT(text.data(), i, length, character);
        if (character < 0) return false;
    }
    return true;
}

const icu::Normalizer2& nfc() {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU has no data for NFC");
    return *normalizer;
}

using CaseMapping = void (*)(const char*, uint32_t, icu::StringPiece, icu::ByteSink&, icu::Edits*, UErrorCode&);

std::string change_case(std::string_view text, CaseMapping mapping) {
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(text.size()));
    UErrorCode error = U_ZERO_ERROR;
    mapping("vi", 0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU cannot change case");
    return result;
}

} // namespace

std::optional<std::string> to_nfc(std::string_view utf8) {
    if (is_ascii(utf8)) return std::string(utf8);
    if (!is_valid(utf8)) return std::nullopt;
    const icu::StringPiece piece(utf8.data(), static_cast<int32_t>(utf8.size()));
    UErrorCode error = U_ZERO_ERROR;
    if (nfc().isNormalizedUTF8(piece, error)) return std::string(utf8);
    std::string result;
    icu::StringByteSink<std::string> sink(&result, piece.size());
    nfc().normalizeUTF8(0, piece, sink, nullptr, error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU cannot normalise");
    return result;
}

char32_t base_letter(char32_t character) {
    constexpr char32_t first_with_marks = 0xC0;
    if (character < first_with_marks)
        return character >= U'A' && character <= U'Z' ? character + (U'a' - U'A') : character;
    if (character == U'Đ' || character == U'đ' || character == U'Ð') return U'd';
    auto letter = static_cast<UChar32>(character);
    for (icu::UnicodeString parts; nfc().getRawDecomposition(letter, parts) && parts.char32At(0) != letter;)
        letter = parts.char32At(0);
    return static_cast<char32_t>(u_tolower(letter));
}

bool is_letter(char32_t character) { return u_isalpha(static_cast<UChar32>(character)) != 0; }

std::string to_utf8(char32_t character) {
    char bytes[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(character));
    return {bytes, static_cast<std::size_t>(length)};
}

std::string to_upper(std::string_view utf8) { return change_case(utf8, icu::CaseMap::utf8ToUpper); }
std::string to_lower(std::string_view utf8) { return change_case(utf8, icu::CaseMap::utf8ToLower); }

bool is_upper(std::string_view utf8) {
    bool letters = false;
    bool small = false;
    for_each_character(utf8, [&](char32_t character) {
        const auto c = static_cast<UChar32>(character);
        if (u_isUAlphabetic(c)) letters = true;
        if (u_islower(c)) small = true;
    });
    return letters && !small;
}

} // namespace vanthu::text
