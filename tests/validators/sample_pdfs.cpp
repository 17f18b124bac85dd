// Writes the files that the judges look at: vanthu_sample_pdfs FOLDER
#include "unit/write/pdf/sample_pages.h"

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

} // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const std::string folder = arguments[1];
    bool good = true;
    good &= write_file(folder + "/decision-3a.pdf", sample::decision(), PdfLevel::a3a);
    good &= write_file(folder + "/decision-2a.pdf", sample::decision(), PdfLevel::a2a);
    good &= write_file(folder + "/decision-1b.pdf", sample::decision(), PdfLevel::a1b);
    good &= write_file(folder + "/table-3a.pdf", sample::long_table(1000), PdfLevel::a3a);
    return good ? 0 : 1;
}
