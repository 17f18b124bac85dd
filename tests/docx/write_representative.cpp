// Writes the representative flow as DOCX: write_representative FILE [ROWS]. Says on standard output what it cost.
#include "docx/representative_flow.h"
#include "write/docx/docx_writer.h"

#include <ctime>
#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: write_representative FILE [ROWS]\n";
        return 2;
    }
    const int rows = argc > 2 ? std::stoi(argv[2]) : 60;
    const vanthu::flow::Document document = vanthu::tests::representative_flow(rows);
    const std::clock_t begin = std::clock();
    const vanthu::Result<vanthu::Bytes> docx = vanthu::write::write_docx(document, R"({"kind": "decision"})");
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    if (!docx) {
        for (const vanthu::Diagnostic& each : docx.diagnostics)
            std::cerr << each.code << ' ' << each.place.part << '\n';
        return 1;
    }
    std::ofstream file(argv[1], std::ios::binary);
    file.write(docx->data(), static_cast<std::streamsize>(docx->size()));
    if (!file.flush()) return 5;
    std::cout << docx->size() << " bytes, " << seconds * 1000 << " ms CPU\n";
    return 0;
}
