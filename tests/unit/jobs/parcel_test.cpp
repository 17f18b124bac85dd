#include "jobs/parcel.h"

#include <catch2/catch.hpp>

using namespace vanthu;

namespace {

Result<jobs::ReadBytes> sample_answer() {
    Diagnostic finding{"number-conflict", Severity::warning, {{"cited", "52/QĐ-UBND"}}, {}};
    finding.place = {"", 3, "/attachments/0", "word/document.xml", 2, {1, 2, 3.5, 4}};
    return Result<jobs::ReadBytes>::of({"{}", "[]", "text", "png", 7, 0.5F}, {finding, finding});
}

} // namespace

TEST_CASE("a request comes out as it went in", "[jobs][parcel]") {
    jobs::ReadOptions options;
    options.wanted = jobs::Wanted::text;
    options.overlay_page = 7;
    options.ignore_attached = true;
    options.furniture = false;
    const Bytes packed = jobs::pack_request("file", options) + "file";
    const auto request = jobs::unpack_request(packed);
    REQUIRE(request);
    CHECK(request->file == "file");
    CHECK(request->options.wanted == options.wanted);
    CHECK(request->options.overlay_page == 7);
    CHECK(request->options.ignore_attached);
    CHECK_FALSE(request->options.furniture);
}

TEST_CASE("an answer comes out as it went in, with value and without", "[jobs][parcel]") {
    Result<jobs::ReadBytes> answer = sample_answer();
    auto unpacked = jobs::unpack_answer(jobs::pack_answer(answer));
    REQUIRE(unpacked);
    REQUIRE(unpacked->value);
    CHECK((*unpacked)->content == "{}");
    CHECK((*unpacked)->tables == "[]");
    CHECK((*unpacked)->text == "text");
    CHECK((*unpacked)->overlay == "png");
    CHECK((*unpacked)->pages == 7);
    CHECK((*unpacked)->trust == 0.5F);
    CHECK(unpacked->diagnostics == answer.diagnostics);
    answer.value.reset();
    unpacked = jobs::unpack_answer(jobs::pack_answer(answer));
    REQUIRE(unpacked);
    CHECK_FALSE(unpacked->value);
}

TEST_CASE("an answer that is cut, longer or full of other numbers is none or sound", "[jobs][parcel]") {
    const Bytes packed = jobs::pack_answer(sample_answer());
    for (std::size_t size = 0; size < packed.size(); ++size)
        CHECK_FALSE(jobs::unpack_answer(std::string_view(packed).substr(0, size)));
    CHECK_FALSE(jobs::unpack_answer(packed + "x"));
    for (std::size_t i = 0; i < packed.size(); ++i) {
        Bytes changed = packed;
        changed[i] = static_cast<char>(0xFF);
        const auto unpacked = jobs::unpack_answer(changed);
        if (unpacked) CHECK(unpacked->diagnostics.size() == 2);
    }
}
