#include "text/legacy_parts.h"
#include "text/syllable.h"
#include "text/unicode.h"

namespace vanthu::text {
namespace {

struct Single {
    char32_t character;
    std::string_view letter;
    char base = 0; ///< of letters that take a tone
};

// Letters of one character; capitals have the capital of the character.
constexpr Single singles[] = {
    {0xF1, "\u0111"},      {0xD1, "\u0110"}, {0xF4, "\u01A1", 'o'}, {0xD4, "\u01A0", 'o'}, {0xF6, "\u01B0", 'u'},
    {0xD6, "\u01AF", 'u'}, {0xED, "\u00ED"}, {0xCD, "\u00CD"},      {0xEC, "\u00EC"},      {0xCC, "\u00CC"},
    {0xE6, "\u1EC9"},      {0xC6, "\u1EC8"}, {0xF3, "\u0129"},      {0xD3, "\u0128"},      {0xF2, "\u1ECB"},
    {0xD2, "\u1ECA"},      {0xEE, "\u1EF5"}, {0xCE, "\u1EF4"},
};

struct Mark {
    char32_t character;       ///< behind small letters; 0x20 less behind capitals
    std::string_view letters; ///< that take it, in small: o and u stand for their horned letters, too
    std::string_view combining;
};

constexpr Mark marks[] = {
    {0xF9, "aeouy", "\u0301"},     {0xF8, "aeouy", "\u0300"},     {0xFB, "aeouy", "\u0309"},
    {0xF5, "aeouy", "\u0303"},     {0xEF, "aeou", "\u0323"},      {0xEA, "a", "\u0306"},
    {0xE9, "a", "\u0306\u0301"},   {0xE8, "a", "\u0306\u0300"},   {0xFA, "a", "\u0306\u0309"},
    {0xFC, "a", "\u0306\u0303"},   {0xEB, "a", "\u0306\u0323"},   {0xE2, "aeo", "\u0302"},
    {0xE1, "aeo", "\u0302\u0301"}, {0xE0, "aeo", "\u0302\u0300"}, {0xE5, "aeo", "\u0302\u0309"},
    {0xE3, "aeo", "\u0302\u0303"}, {0xE4, "aeo", "\u0302\u0323"},
};

/// A breve or circumflex without a tone; some typed the tone as a mark of its own behind it.
bool is_shape(const Mark& mark) { return mark.combining == "\u0306" || mark.combining == "\u0302"; }

const Single* single(char32_t character) {
    for (const Single& entry : singles)
        if (entry.character == character) return &entry;
    return nullptr;
}

/// The horned letters take tones only, which stand first among the marks.
const Mark* mark_behind(char base, bool horned, char32_t character) {
    if (base == 0) return nullptr;
    for (const Mark& mark : marks)
        if ((mark.character == character || mark.character - 0x20 == character) &&
            mark.letters.find(base) != std::string_view::npos && (!horned || mark.letters.size() >= 4))
            return &mark;
    return nullptr;
}

} // namespace

std::string from_vni(std::string_view text) {
    std::string result;
    char base = 0;       // of the letter before, as long as it has no mark
    bool horned = false; // so that only a tone can follow
    for_each_character(text, [&](char32_t character) {
        if (const Mark* mark = mark_behind(base, horned, character)) {
            result += mark->combining;
            if (is_shape(*mark))
                horned = true;
            else
                base = 0;
            return;
        }
        const Single* known = single(character);
        const auto plain = letter(character);
        horned = known != nullptr;
        if (known != nullptr)
            base = known->base;
        else
            base = plain && !plain->is_marked() ? plain->base : '\0';
        if (known != nullptr)
            result += known->letter;
        else
            result += to_utf8(character);
    });
    return result;
}

} // namespace vanthu::text
