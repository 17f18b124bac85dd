#include "read/json/json_lines.h"

#include <catch2/catch.hpp>

using namespace vanthu;

TEST_CASE("a pointer leads to its line, or to that of what should hold it", "[json]") {
    const std::string json = "{\n \"a\": [\n  1,\n  {\"b/c~d\":\n   2}\n ]\n}";
    const auto [pointer, line] = GENERATE(table<std::string, std::size_t>({{"", 1},
                                                                           {"/a", 2},
                                                                           {"/a/0", 3},
                                                                           {"/a/1", 4},
                                                                           {"/a/1/b~1c~0d", 5},
                                                                           {"/a/2", 2},
                                                                           {"/a/x", 2},
                                                                           {"/a/1/none", 4},
                                                                           {"/none", 1}}));
    Diagnostics findings = {{"x", Severity::note, {}, {.pointer = pointer}}};
    read::add_lines(json, findings);
    CHECK(findings[0].place.line == line);
}

TEST_CASE("lines that are known stay", "[json]") {
    Diagnostics findings = {{"x", Severity::note, {}, {.line = 7, .pointer = "/a"}}};
    read::add_lines("{\"a\": 1}", findings);
    CHECK(findings[0].place.line == 7);
}
