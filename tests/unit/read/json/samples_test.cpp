#include "support/files.h"
#include "support/json.h"
#include "write/json/json_writer.h"

#include <catch2/catch.hpp>

using namespace vanthu;

TEST_CASE("every sample is read, and written as it stands in the repository", "[json][samples]") {
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source_folder() / "samples")) {
        if (entry.path().extension() != ".json") continue;
        ++count;
        INFO(entry.path().string());
        const std::string json = test::file_content(entry.path());
        const auto document = test::read_json(json);
        CHECK(test::described(document.diagnostics) == std::vector<std::string>{});
        REQUIRE(document);
        CHECK(write::write_json(*document) == json);
    }
    CHECK(count >= 1);
}
