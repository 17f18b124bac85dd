// Vietnamese encodings from before Unicode. Text in them arrives as characters: each byte read as Windows-1252 (what
// Word, PDF's WinAnsi fonts and LibreOffice make of it), or as raw bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vanthu::text {

enum class Encoding : std::uint8_t {
    unicode, ///< also decomposed and with the combining marks of Windows-1258: to_nfc() is enough
    tcvn3,   ///< TCVN 5712:1993, VN3: fonts .VnTime …; one byte a letter
    vni,     ///< fonts VNI-Times …; a base letter and a byte of marks behind it
    viscii,  ///< RFC 1456
    cp1258   ///< Windows-1258: bytes of combining marks
};

/// What text in a font is written in, decided by its letters; the font's name breaks ties and proves nothing alone.
/// `text` is UTF-8 in which each legacy byte is its character of Windows-1252. The more text the surer.
Encoding detect_encoding(std::string_view text, std::string_view font_name);

/// Fonts whose small letters look like capitals (.VnTimeH, VNI fonts of capitals): the text is stored in small letters.
bool is_capitals_font(std::string_view font_name);

/// UTF-8 in NFC. Characters that the encoding does not have stay as they are. A letter of VNI may begin in one run of a
/// paragraph and end in the next: runs of one font are best put together before.
std::string to_unicode(std::string_view text, Encoding encoding);

/// Raw bytes as that UTF-8 in which each byte is its character of Windows-1252 (the five undefined bytes as U+0081 …).
std::string from_bytes(std::string_view bytes);

} // namespace vanthu::text
