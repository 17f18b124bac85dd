// Each folder beside this file is a case: input.json, and what its PDF and DOCX say and where. With VANTHU_ACCEPT set,
// what the program does now becomes what is expected.
#include "compose/compose.h"
#include "docx_text.h"
#include "jobs/generate.h"
#include "paginate/paginate.h"
#include "read/json/json_reader.h"
#include "support/dump_pages.h"
#include "support/files.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

using namespace vanthu;

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> cases() {
    std::vector<fs::path> folders;
    for (const fs::directory_entry& entry : fs::directory_iterator(test::source_folder() / "tests" / "golden"))
        if (fs::exists(entry.path() / "input.json")) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

const jobs::Workshop& workshop() {
    static const Result<jobs::Workshop> opened = jobs::Workshop::open({});
    return *opened;
}

std::string pages_of(const std::string& json) {
    const Result<model::Document> document = read::read_json(json, "input.json", {workshop().schema, {}});
    REQUIRE(document);
    const Result<flow::Document> flow = compose::compose(*document, workshop().templates, workshop().fonts);
    REQUIRE(flow);
    return test::dump_pages(paginate::paginate(*flow, workshop().fonts));
}

std::string findings_of(const Diagnostics& diagnostics) {
    std::string result;
    for (const Diagnostic& diagnostic : diagnostics)
        result += std::to_string(diagnostic.place.line) + " " + diagnostic.code + " " + diagnostic.place.pointer + "\n";
    return result;
}

/// The first line that differs says more than two whole files.
std::string first_difference(const std::string& expected, const std::string& found) {
    const auto [at, other] = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
    if (at == expected.end() && other == found.end()) return "";
    const auto line = 1 + std::count(expected.begin(), at, '\n');
    const auto line_around = [](const std::string& text, std::size_t position) {
        const std::size_t start = position == 0 ? 0 : text.rfind('\n', position - 1) + 1;
        return text.substr(start, text.find('\n', position) - start);
    };
    return "line " + std::to_string(line) +
           "\nexpected: " + line_around(expected, static_cast<std::size_t>(at - expected.begin())) +
           "\nfound:    " + line_around(found, static_cast<std::size_t>(other - found.begin()));
}

void compare(const fs::path& file, const std::string& found) {
    if (std::getenv("VANTHU_ACCEPT")) {
        std::ofstream(file, std::ios::binary) << found;
        return;
    }
    const std::string difference = first_difference(fs::exists(file) ? test::file_content(file) : "", found);
    INFO(file.string() << ", " << difference << "\n./dev golden-accept takes what is found as right");
    CHECK(difference.empty());
}

} // namespace

TEST_CASE("documents come out as accepted", "[golden]") {
    const std::vector<fs::path> folders = cases();
    REQUIRE_FALSE(folders.empty());
    for (const fs::path& folder : folders) {
        DYNAMIC_SECTION(folder.filename().string()) {
            const std::string json = test::file_content(folder / "input.json");
            const auto made = jobs::generate(workshop(), json, "input.json", {.pdf = false});
            REQUIRE(made);
            compare(folder / "pages.txt", pages_of(json));
            compare(folder / "docx.txt", test::docx_text(*made->docx));
            compare(folder / "findings.txt", findings_of(made.diagnostics));
        }
    }
}
