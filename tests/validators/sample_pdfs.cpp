// Writes the files that the judges look at: vanthu_sample_pdfs FOLDER
#include "support/make_pdf.h"
#include "support/sight_of.h"
#include "unit/write/layer/scan_pdf.h"
#include "unit/write/pdf/sample_pages.h"
#include "write/layer/layer_writer.h"

#include <cstdio>
#include <fstream>

using namespace vanthu;
using write::PdfLevel;

namespace {

bool write_file(const std::string& path, const pages::Document& pages, PdfLevel level) {
    const Result<Bytes> result = write::write_pdf(pages, sample::info(), sample::font_set(), sample::options(level));
    if (result && std::ofstream(path, std::ios::binary) << *result) return true;
    std::fprintf(stderr, "%s: %s\n", path.c_str(), result ? "cannot write" : result.diagnostics[0].code.c_str());
    return false;
}

/// A scan with most of what PDF/A-2 forbids and a layer can mend.
bool write_layered(const std::string& path) {
    const std::string hidden = "BT 3 Tr /F1 12 Tf (Old) Tj ET";
    const std::string fonts = "/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>";
    test::PdfMaker maker = test::scan_maker(
        hidden, "/Interpolate true /Metadata 1 0 R",
        "/Annots [<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A <</S /Launch /F (x)>>>>] /AA <</O <</S /Named>>>>",
        fonts);
    maker.add_to_catalog("/OpenAction <</S /JavaScript /JS (x)>> /Names <</EmbeddedFiles <</Names []>>>> "
                         "/AcroForm <</Fields [] /NeedAppearances true>>");
    const Bytes scan = maker.pdf();
    pages::Sight sight;
    sight.pages.resize(1);
    sight.pages[0].width = 600;
    sight.pages[0].height = 800;
    sight.pages[0].words = {test::word_at("Điều", 72, 100, 13, sample::font_set()),
                            test::word_at("3.", 110, 100, 13, sample::font_set())};
    const std::string profile(sample::options(PdfLevel::a2a).colour_profile);
    const Result<Bytes> result = write::write_layer(scan, sight, sample::font_set(), {"vi", profile});
    if (result && std::ofstream(path, std::ios::binary) << *result) return true;
    std::fprintf(stderr, "%s: %s\n", path.c_str(), result ? "cannot write" : result.diagnostics[0].code.c_str());
    return false;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const std::string folder = arguments[1];
    bool good = true;
    good &= write_file(folder + "/decision-3a.pdf", sample::decision(), PdfLevel::a3a);
    good &= write_file(folder + "/decision-2a.pdf", sample::decision(), PdfLevel::a2a);
    good &= write_file(folder + "/decision-1b.pdf", sample::decision(), PdfLevel::a1b);
    good &= write_file(folder + "/table-3a.pdf", sample::long_table(1000), PdfLevel::a3a);
    good &= write_layered(folder + "/layered-2u.pdf");
    return good ? 0 : 1;
}
