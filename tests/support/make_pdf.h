// Small PDFs for tests: objects as they are written, with a right cross-reference table.
#pragma once

#include "base/bytes.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::test {

class PdfMaker {
  public:
    /// Its number; object 1 is the catalog and 2 the page tree, both made by pdf().
    int add(std::string body) {
        objects_.push_back(std::move(body));
        return static_cast<int>(objects_.size()) + 2;
    }

    int add_stream(std::string_view keys, std::string_view data) {
        return add(fmt::format("<<{} /Length {}>>\nstream\n{}\nendstream", keys, data.size(), data));
    }

    /// `keys`: further entries of the page, such as /Rotate 90. Sheets are 600 × 800 unless a MediaBox is among them.
    void add_page(std::string_view content, std::string_view resources, std::string_view keys = "") {
        const int stream = add_stream("", content);
        const char* box = keys.find("/MediaBox") == std::string_view::npos ? "/MediaBox [0 0 600 800] " : "";
        kids_ += fmt::format("{} 0 R ",
                             add(fmt::format("<</Type /Page /Parent 2 0 R {}/Contents {} 0 R /Resources <<{}>> {}>>",
                                             box, stream, resources, keys)));
        ++pages_;
    }

    void add_to_catalog(std::string_view keys) { catalog_ += keys; }

    Bytes pdf() const {
        Bytes file = "%PDF-1.7\n";
        std::vector<std::size_t> places;
        const auto put = [&](const std::string& body) {
            places.push_back(file.size());
            file += fmt::format("{} 0 obj\n{}\nendobj\n", places.size(), body);
        };
        put(fmt::format("<</Type /Catalog /Pages 2 0 R {}>>", catalog_));
        put(fmt::format("<</Type /Pages /Kids [{}] /Count {}>>", kids_, pages_));
        for (const std::string& object : objects_) put(object);
        const std::size_t table = file.size();
        file += fmt::format("xref\n0 {}\n0000000000 65535 f \n", places.size() + 1);
        for (const std::size_t place : places) file += fmt::format("{:010} 00000 n \n", place);
        file += fmt::format("trailer\n<</Size {} /Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", places.size() + 1, table);
        return file;
    }

  private:
    std::vector<std::string> objects_;
    std::string kids_, catalog_;
    int pages_ = 0;
};

/// One sheet with the fonts F1 (Helvetica, WinAnsi), F2 (Times-Bold, WinAnsi) and U (two-byte codes that are UTF-16,
/// each 0.5 em wide).
inline Bytes page_pdf(std::string_view content, std::string_view resources = "", std::string_view keys = "",
                      std::string_view more_fonts = "") {
    PdfMaker maker;
    const int to_unicode = maker.add_stream(
        "", "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange");
    const int f1 = maker.add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>");
    const int f2 = maker.add("<</Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding>>");
    const int u = maker.add(fmt::format(
        "<</Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Viet /Encoding /Identity-H /ToUnicode {} 0 R /DescendantFonts "
        "[<</Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Viet /DW 500 /W [769 [0] 803 [0]]>>]>>",
        to_unicode));
    maker.add_page(content,
                   fmt::format("/Font <</F1 {} 0 R /F2 {} 0 R /U {} 0 R {}>> {}", f1, f2, u, more_fonts, resources),
                   keys);
    return maker.pdf();
}

} // namespace vanthu::test
