// What the PDF writer alone costs, without composing and paginating: vanthu_pdf_benchmark [text|table]
// Runs one of the two, so that the memory it prints belongs to it.
#include "unit/write/pdf/sample_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <sys/resource.h>

using namespace vanthu;

namespace {

double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

long peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

bool measure(const pages::Document& pages, int runs) {
    const long before = peak_megabytes();
    double best = std::numeric_limits<double>::max();
    std::size_t size = 0;
    for (int i = 0; i < runs; ++i) {
        const double start = cpu_milliseconds();
        const Result<Bytes> result =
            write::write_pdf(pages, sample::info(), sample::font_set(), sample::options(write::PdfLevel::a3a));
        if (!result) return false;
        best = std::min(best, cpu_milliseconds() - start);
        size = result->size();
    }
    fmt::print("{} pages, {} elements: {:.2f} ms CPU (best of {}), {} bytes, peak {} MB ({} MB before)\n",
               pages.pages.size(), pages.elements.size(), best, runs, size, peak_megabytes(), before);
    return true;
}

} // namespace

int main(int count, char** arguments) {
    const std::string what = count == 2 ? arguments[1] : "text";
    if (what == "text") return measure(sample::dense_text(9), 300) ? 0 : 1;
    if (what == "table") return measure(sample::long_table(20000), 1) ? 0 : 1;
    return 2;
}
