#include "text/legacy.h"
#include "text/syllable.h"
#include "text/unicode.h"

#include <catch2/catch.hpp>
#include <map>
#include <vector>

using namespace vanthu;
using text::detect_encoding;
using text::Encoding;
using text::to_unicode;

namespace {

std::vector<std::string> alphabet() {
    std::vector<std::string> letters;
    for (char32_t c = 0x80; c <= 0x1FFF; ++c)
        if (const auto known = text::letter(c); known && known->is_marked()) letters.push_back(text::to_utf8(c));
    return letters;
}

/// All strings that the encoding could mean a letter with: what they are read as.
std::map<std::string, std::string> decoded_letters(Encoding encoding) {
    std::map<std::string, std::string> letters;
    for (int first = 1; first < 256; ++first) {
        const std::string one = text::from_bytes(std::string(1, static_cast<char>(first)));
        letters.emplace(to_unicode(one, encoding), one);
        if (encoding != Encoding::vni && encoding != Encoding::cp1258) continue;
        for (int second = 0xC0; second < 256; ++second) {
            const std::string two = one + text::from_bytes(std::string(1, static_cast<char>(second)));
            letters.emplace(to_unicode(two, encoding), two);
        }
    }
    return letters;
}

} // namespace

TEST_CASE("each encoding has every letter", "[legacy]") {
    for (const Encoding encoding : {Encoding::vni, Encoding::viscii, Encoding::cp1258}) {
        const auto letters = decoded_letters(encoding);
        for (const std::string& letter : alphabet()) {
            INFO(letter << " in " << static_cast<int>(encoding));
            CHECK(letters.contains(letter));
        }
    }
}

TEST_CASE("TCVN3 has every small letter and seven capitals", "[legacy]") {
    const auto letters = decoded_letters(Encoding::tcvn3);
    for (const std::string& letter : alphabet())
        if (!text::is_upper(letter)) CHECK(letters.contains(letter));
    CHECK(to_unicode("¡¢£¤¥¦§", Encoding::tcvn3) == "ĂÂÊÔƠƯĐ");
}

TEST_CASE("words of each encoding", "[legacy]") {
    CHECK(to_unicode("Céng hßa x· héi chñ nghÜa ViÖt Nam", Encoding::tcvn3) == "Cộng hòa xã hội chủ nghĩa Việt Nam");
    CHECK(to_unicode("Ñoäc laäp – Töï do – Haïnh phuùc", Encoding::vni) == "Độc lập – Tự do – Hạnh phúc");
    CHECK(to_unicode("TRÖÔÛNG BAN QUAÛN LYÙ; Sôû, ÖÙng, OÂng, Thuûy, ngöôøi", Encoding::vni) ==
          "TRƯỞNG BAN QUẢN LÝ; Sở, Ứng, Ông, Thủy, người");
    CHECK(to_unicode("vieâïc", Encoding::vni) == "việc");
    CHECK(to_unicode(text::from_bytes("Vi\xAEt Nam \xF0\xA4t n\xDF\xBE"
                                      "c"),
                     Encoding::viscii) == "Việt Nam đất nước");
    CHECK(to_unicode(text::from_bytes("Qu\xFD vo\xF2 ti\xEA\xEC"
                                      "n"),
                     Encoding::cp1258) == "Quư vọ tiến");
}

TEST_CASE("what programs make of the letters of TCVN3", "[legacy]") {
    CHECK(to_unicode("tr\u00ADëng, tr\u2212ëng, nh\u00AD, t\u03BCi", Encoding::tcvn3) == "trưởng, trưởng, như, tài");
    CHECK(to_unicode("tr-ëng n-íc h-íng ®-îc", Encoding::tcvn3) == "trưởng nước hướng được");
    CHECK(to_unicode("Thõa Thiªn-HuÕ, Kª-ni-a, s¸ng-chiÒu", Encoding::tcvn3) == "Thừa Thiên-Huế, Kê-ni-a, sáng-chiều");
}

TEST_CASE("capitals typed in a font of TCVN3 that has none with marks", "[legacy]") {
    CHECK(to_unicode("QUYÕT §ÞNH", Encoding::tcvn3) == "QUYẾT ĐỊNH");
    CHECK(to_unicode("Bé TµI CHÝNH", Encoding::tcvn3) == "BỘ TÀI CHÍNH");
    CHECK(to_unicode("Bé Tµi chÝnh, Bé KH§T, Së TC", Encoding::tcvn3) == "Bộ Tài chính, Bộ KHĐT, Sở TC");
}

TEST_CASE("the letters tell the encoding, whatever the font is called", "[legacy]") {
    const auto font = GENERATE("", "Times New Roman", ".VnTime", "VNI-Times", "ABCDEF+.VnArial");
    INFO(font);
    CHECK(detect_encoding("C¨n cø NghÞ ®Þnh sè 15/CP ngµy 2-3-1993 cña ChÝnh phñ vÒ nhiÖm vô", font) ==
          Encoding::tcvn3);
    CHECK(detect_encoding("Caên cöù Nghò ñònh soá 130 cuûa Chính phuû quy ñònh cheá ñoä", font) == Encoding::vni);
    CHECK(detect_encoding("Căn cứ Nghị định số 15/CP của Chính phủ về nhiệm vụ, là cá", font) == Encoding::unicode);
    CHECK(detect_encoding(text::from_bytes("C\xE5n c\xD1 Ngh\xB8 \xF0\xB8nh c\xFC"
                                           "a Ch\xEDnh ph\xFC v\xAB nhi\xAEm v\xF8"),
                          font) == Encoding::viscii);
    CHECK(detect_encoding(text::from_bytes("C\xE3n c\xFD\xEC Ngh\xEA \xF0i\xF2nh s\xF4\xEC c\xF4\xF2ng hu\xEA\xEC "
                                           "ng\xE0y nhi\xEA\xF2m v\xF4\xEC vi\xEA\xF2"
                                           "c"),
                          font) == Encoding::cp1258);
}

TEST_CASE("a font's name decides where the letters do not", "[legacy]") {
    CHECK(detect_encoding("Tµi", ".VnTime") == Encoding::tcvn3);
    CHECK(detect_encoding("ÖÙng", "VNI-Times") == Encoding::vni);
    CHECK(detect_encoding("Tµi", "Arial") == Encoding::unicode);
    CHECK(detect_encoding("Quyết định", ".VnTime") == Encoding::unicode);
    CHECK(detect_encoding("STT 12", ".VnTimeH") == Encoding::unicode);
    CHECK(detect_encoding("là, cá, tôi, không", "Arial") == Encoding::unicode);
}

TEST_CASE("other languages stay untouched", "[legacy]") {
    const auto font = GENERATE("", "Times New Roman", "Arial");
    for (const char* other :
         {"Le comité a été créé à l'été dernier; déjà, où, là, français, élève, à côté, très, même, château",
          "naïve café résumé, 30 °C ± 2 µm, § 5, © 2020 «ABC»", "Größe, Übung, Straße, Mädchen, schön, für",
          "niño, mañana, corazón, está, más, aquí, también, él, razón, así", "“Official Gazette” – No. 5…",
          "Não é português: ção, às, já, três, você, são, mãe", "\xC2\xAD\xC2\xAD", ""}) {
        INFO(other);
        CHECK(detect_encoding(other, font) == Encoding::unicode);
    }
}

TEST_CASE("fonts of capitals", "[legacy]") {
    for (const char* font : {".VnTimeH", ".VnArialH", "ABCDEF+.VnTimeH,Bold", ".VnTimeH-Bold", "VnHelvetInsH"})
        CHECK(text::is_capitals_font(font));
    for (const char* font : {".VnTime", "Times New Roman", "VNI-Times", "H", "", "ABCDEF+.VnTime", "BaskervilleH"})
        CHECK_FALSE(text::is_capitals_font(font));
}
