#include "base/resources.h"
#include "fonts/font_set.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using fonts::FontSet;

namespace {

const std::string serif = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";

std::string family(const std::string& name, const std::string& file, const std::string& more = "") {
    std::string xml = "<family name=\"" + name + "\" package=\"some-package\" " + more + ">\n";
    for (const char* role : {"regular", "bold", "italic", "bold-italic"})
        xml += "<face role=\"" + std::string(role) + "\"><file>" + file + "</file></face>\n";
    return xml + "</family>\n";
}

std::string manifest(const std::string& families) {
    return "<fonts xmlns=\"urn:vanthu:fonts:1\">\n" + families + "</fonts>";
}

Diagnostic first_of(const Result<FontSet>& result) {
    REQUIRE_FALSE(result);
    return result.diagnostics.front();
}

} // namespace

TEST_CASE("the manifest of the program names the default family", "[fonts]") {
    CHECK(FontSet::load(embedded_resource("fonts/manifest.xml"), ""));
    CHECK(FontSet::load(embedded_resource("fonts/manifest.xml"), "Liberation Serif"));
}

TEST_CASE("a family that is not there names its package and every missing file", "[fonts]") {
    const Result<FontSet> result = FontSet::load(manifest(family("None", "/no/such/file.ttf")), "");
    CHECK(result.diagnostics.size() == 4);
    const Diagnostic diagnostic = first_of(result);
    CHECK(diagnostic.code == "font-missing");
    CHECK(diagnostic.arguments ==
          std::vector<Argument>{{"family", "None"}, {"file", "/no/such/file.ttf"}, {"package", "some-package"}});
}

TEST_CASE("a file that is no TrueType font counts as missing", "[fonts]") {
    CHECK(first_of(FontSet::load(manifest(family("Text", "/etc/passwd")), "")).code == "font-missing");
}

TEST_CASE("the default is the first family that is there and not only for request", "[fonts]") {
    CHECK(FontSet::load(manifest(family("None", "/no/such/file.ttf") + family("Serif", serif)), ""));
    const std::string asked = manifest(family("Serif", serif, "requested-only=\"true\""));
    CHECK(first_of(FontSet::load(asked, "")).code == "font-unknown");
    CHECK(FontSet::load(asked, "Serif"));
}

TEST_CASE("the first candidate that exists is taken", "[fonts]") {
    CHECK(FontSet::load(manifest(family("Serif", "/no/such.ttf</file><file>" + serif)), ""));
}

TEST_CASE("an unknown family lists the known ones", "[fonts]") {
    const Diagnostic diagnostic = first_of(FontSet::load(manifest(family("A", serif) + family("B", serif)), "C"));
    CHECK(diagnostic.code == "font-unknown");
    CHECK(diagnostic.arguments == std::vector<Argument>{{"family", "C"}, {"known", "A, B"}});
}

TEST_CASE("a broken manifest is told with its line", "[fonts]") {
    const auto line_of = [](const std::string& xml) {
        const Diagnostic diagnostic = first_of(FontSet::load(xml, ""));
        CHECK(diagnostic.code == "font-manifest-broken");
        return diagnostic.place.line;
    };
    CHECK(line_of("<fonts xmlns=\"urn:vanthu:fonts:1\">\n\n<family></fonts>") == 3);
    CHECK(line_of("<fonts/>") == 1);
    CHECK(line_of(manifest("<family package=\"p\"/>")) == 2);
    CHECK(line_of(manifest("<family name=\"n\" package=\"p\">\n<face role=\"heavy\"/></family>")) == 3);
    CHECK(line_of(manifest("<family name=\"n\" package=\"p\">\n<face role=\"bold\"/></family>")) == 2);
    CHECK(line_of(manifest("")) == 1);
    CHECK(line_of("") == 1);
}
