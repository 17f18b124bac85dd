#include "read/pdf/cmap.h"
#include "read/pdf/encodings.h"
#include "read/pdf/pdf_reader.h"
#include "read/pdf/truetype.h"
#include "support/dump_sight.h"
#include "support/make_pdf.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using namespace vanthu::read::pdf;

namespace {

/// A page that shows `text` in the font; streams are named by their numbers from 3 on.
Result<read::PdfContent> shown(const std::string& font, const std::string& text,
                               const std::vector<std::string>& streams = {}) {
    test::PdfMaker maker;
    for (const std::string& stream : streams) maker.add_stream("", stream);
    maker.add_page("BT /X 10 Tf 100 700 Td " + text + " Tj ET", "/Font <</X " + font + ">>");
    return read::read_pdf(maker.pdf());
}

std::string text_in(const std::string& font, const std::string& text, const std::vector<std::string>& streams = {}) {
    const auto content = shown(font, text, streams);
    REQUIRE(content);
    return test::plain_text(content->sight);
}

std::string u16(unsigned value) { return {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)}; }
std::string u32(unsigned value) { return u16(value >> 16) + u16(value & 0xFFFF); }

/// A TrueType file with nothing but a Unicode cmap: glyph 5 is ế, glyph 6 is đ.
std::string truetype() {
    const std::string format4 = u16(4) + u16(40) + u16(0) + u16(6) + u16(0) + u16(0) + u16(0) + u16(0x0111) +
                                u16(0x1EBF) + u16(0xFFFF) + u16(0) + u16(0x0111) + u16(0x1EBF) + u16(0xFFFF) +
                                u16(0x10000 + 6 - 0x0111) + u16(0x10000 + 5 - 0x1EBF) + u16(1) + u16(0) + u16(0) +
                                u16(0);
    const std::string cmap = u16(0) + u16(1) + u16(3) + u16(1) + u32(12) + format4;
    return u32(0x10000) + u16(1) + u16(0) + u16(0) + u16(0) + "cmap" + u32(0) + u32(28) +
           u32(static_cast<unsigned>(cmap.size())) + cmap;
}

} // namespace

TEST_CASE("names of glyphs", "[read-pdf]") {
    CHECK(characters_of_glyph("A") == U"A");
    CHECK(characters_of_glyph("ohorn") == U"ơ");
    CHECK(characters_of_glyph("Uhorngrave") == U"Ừ");
    CHECK(characters_of_glyph("Acircumflexhookabove") == U"Ẩ");
    CHECK(characters_of_glyph("abrevedotbelow") == U"ặ");
    CHECK(characters_of_glyph("Abreve") == U"Ă");
    CHECK(characters_of_glyph("dcroat") == U"đ");
    CHECK(characters_of_glyph("hookabovecomb") == U"\u0309");
    CHECK(characters_of_glyph("uni1EBF") == U"ế");
    CHECK(characters_of_glyph("uni00410301") == U"A\u0301");
    CHECK(characters_of_glyph("u1EBF.alt") == U"ế");
    CHECK(characters_of_glyph("fi") == U"\uFB01");
    CHECK(characters_of_glyph("g123").empty());
    CHECK(characters_of_glyph("").empty());
    CHECK(characters_of_glyph("uniD800").empty());
}

TEST_CASE("encodings of simple fonts", "[read-pdf]") {
    const std::string type1 = "<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman ";
    CHECK(text_in(type1 + "/Encoding /WinAnsiEncoding>>", "<93E994>") == "“é”");
    CHECK(text_in(type1 + "/Encoding /MacRomanEncoding>>", "<8E>") == "é");
    CHECK(text_in(type1 + ">>", "<27AE>") == "’fi");
    CHECK(text_in("<</Type /Font /Subtype /Type1 /BaseFont /Symbol>>", "<B761>") == "•α");
    CHECK(text_in(type1 + "/Encoding <</BaseEncoding /WinAnsiEncoding /Differences [65 /ecircumflexacute /dcroat 67 "
                          "/uni01B0]>>>>",
                  "(ABCD)") == "ếđưD");
    CHECK(text_in(type1 + "/Encoding /WinAnsiEncoding>>", "<41AD42>") == "A-B");
}

TEST_CASE("ToUnicode: characters, ranges, ligatures, arrays", "[read-pdf]") {
    const std::string simple = "<</Type /Font /Subtype /TrueType /BaseFont /AAAAAA+F /Encoding /WinAnsiEncoding "
                               "/FirstChar 65 /Widths [500 500 500 500 500 500] /ToUnicode 3 0 R>>";
    CHECK(text_in(simple, "(ABCDE)",
                  {"2 beginbfchar <41> <1EBF> <42> <006600660069> endbfchar 2 beginbfrange <43> <44> <0061> <45> <45> "
                   "[<0111>] endbfrange"}) == "ếffiabđ");
    const CMap map =
        parse_cmap("1 beginbfchar <01> <D83DDE00> endbfchar 1 beginbfrange <02> <FFFFFFFF> <0041> endbfrange "
                   "1 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange");
    CHECK(*map.texts.find(1) == U"\U0001F600");
    CHECK(map.texts.find(2) == nullptr);
    int length = 0;
    CHECK(map.code("\x41\x42", length) == 0x41);
    CHECK(length == 1);
    CHECK(map.code("\x81\x42", length) == 0x8142);
    CHECK(length == 2);
}

TEST_CASE("composite fonts without ToUnicode", "[read-pdf]") {
    const auto font = [](const char* encoding, const char* descendant) {
        return std::string("<</Type /Font /Subtype /Type0 /BaseFont /F /Encoding /") + encoding +
               " /DescendantFonts [<</Type /Font /Subtype /CIDFontType2 /BaseFont /F " + descendant + ">>]>>";
    };
    CHECK(text_in(font("UniKS-UCS2-H", ""), "<1EBF0111>") == "ếđ");
    CHECK(text_in(font("Identity-H", "/FontDescriptor <</FontFile2 3 0 R>> /CIDToGIDMap /Identity"), "<00050006>",
                  {truetype()}) == "ếđ");
    CHECK(text_in(font("Identity-H", "/FontDescriptor <</FontFile2 3 0 R>> /CIDToGIDMap 4 0 R"), "<00010000>",
                  {truetype(), u16(6) + u16(5)}) == "ếđ");
}

TEST_CASE("characters without a meaning lower the trust and are told", "[read-pdf]") {
    const auto content =
        shown("<</Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /Identity-H /DescendantFonts "
              "[<</Type /Font /Subtype /CIDFontType2 /BaseFont /Odd>>]>>",
              "<00410042>");
    REQUIRE(content);
    CHECK(content->sight.pages[0].words[0].trust < 0.1);
    CHECK(content->sight.fonts[0] == "Odd");
    REQUIRE(content.diagnostics.size() == 1);
    CHECK(content.diagnostics[0].code == "pdf-text-unknown");
    CHECK(content.diagnostics[0].place.page == 1);
}

TEST_CASE("Type 3 fonts measure in units of their own", "[read-pdf]") {
    const auto content =
        shown("<</Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 100 80] "
              "/FirstChar 65 /LastChar 66 /Widths [50 50] /CharProcs <<>> /Encoding <</Differences [65 /A "
              "/dcroat]>>>>",
              "(AB)");
    REQUIRE(content);
    const pages::Word& word = content->sight.pages[0].words[0];
    CHECK(word.text == "Ađ");
    CHECK(word.size == Approx(10));
    CHECK(word.box.x2 - word.box.x1 == Approx(10));
}

TEST_CASE("old fonts are converted by their letters and their name", "[read-pdf]") {
    // Bytes of TCVN3; ư is code AD.
    const auto content =
        shown("<</Type /Font /Subtype /TrueType /BaseFont /ABCDEF+.VnTime /Encoding /WinAnsiEncoding>>",
              "(Theo \\256\\322 ngh\\336 c\\361a Th\\361 t\\255\\355ng ng\\265y th\\270ng n\\250m)");
    REQUIRE(content);
    CHECK(test::plain_text(content->sight) == "Theo đề nghị của Thủ tướng ngày tháng năm");
}

TEST_CASE("a broken TrueType file says nothing", "[read-pdf]") {
    const std::string file = truetype();
    for (std::size_t length = 0; length < file.size(); ++length)
        read_truetype(std::string_view(file).substr(0, length));
    CHECK(*read_truetype(file).characters.find(5) == 0x1EBF);
}
