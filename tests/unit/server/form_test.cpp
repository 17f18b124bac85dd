#include "server/work.h"

#include <catch2/catch.hpp>
#include <random>

namespace vanthu {
namespace {

using server::Body;
using server::file_of_form;

constexpr const char* type = "multipart/form-data; boundary=ranh-gioi";

std::string form(const std::string& head, const std::string& content) {
    return "--ranh-gioi\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n--ranh-gioi--\r\n";
}

} // namespace

TEST_CASE("a form's file shares the bytes of the body", "[api]") {
    const Body body(form("name=\"f\"; filename=\"a.pdf\"", "content"));
    const auto upload = file_of_form(type, body);
    REQUIRE(upload);
    CHECK(upload->name == "a.pdf");
    CHECK(upload->content.view() == "content");
    CHECK(upload->content.view().data() > body.view().data());
    CHECK(upload->content.view().data() < body.view().data() + body.view().size());
}

TEST_CASE("boundaries may be quoted, empty content is content", "[api]") {
    const auto upload = file_of_form("multipart/form-data; boundary=\"ranh-gioi\"; charset=utf-8",
                                     Body(form("filename=\"a.pdf\"; name=\"f\"", "")));
    REQUIRE(upload);
    CHECK(upload->content.view().empty());
    CHECK_FALSE(file_of_form("multipart/form-data", Body(form("filename=\"a\"", "x"))));
    CHECK_FALSE(file_of_form("multipart/form-data; boundary=\"\"", Body(form("filename=\"a\"", "x"))));
}

TEST_CASE("a spoilt form is refused or gives bytes of its body", "[api]") {
    std::mt19937 chance(5); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
    const std::string good = form("name=\"f\"; filename=\"a.pdf\"", "con\r\n--ranh-gioitent");
    int taken = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string spoilt = good;
        for (unsigned j = chance() % 6; j > 0; --j) {
            const std::size_t place = chance() % spoilt.size();
            switch (chance() % 4) {
            case 0:
                spoilt[place] = static_cast<char>(chance());
                break;
            case 1:
                spoilt.erase(place, 1 + chance() % 9);
                break;
            case 2:
                spoilt.insert(place, spoilt.substr(chance() % spoilt.size(), chance() % 40));
                break;
            default:
                spoilt.insert(place, "\r\n");
            }
            if (spoilt.empty()) spoilt = "-";
        }
        const Body body(spoilt);
        const auto upload = file_of_form(type, body);
        if (!upload) continue;
        ++taken;
        CHECK(upload->content.view().size() < spoilt.size());
        CHECK_FALSE(upload->name.empty());
    }
    CHECK(taken > 100);
}

} // namespace vanthu
