#include "base/resources.h"
#include "forms/messages.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using forms::Language;
using forms::Messages;

namespace {

std::string catalogue(const std::string& content) {
    return "<messages xmlns=\"urn:vanthu:messages:1\">" + content + "</messages>";
}

const std::string clash =
    "<message code=\"clash\"><text lang=\"vi\">{a} trùng {b}</text><hint lang=\"vi\">sửa {a}</hint>"
    "<text lang=\"en\">{a} is {b} {</text></message>";

} // namespace

TEST_CASE("a message is filled with the arguments of its diagnostic", "[messages]") {
    const Result<Messages> messages = Messages::load(catalogue(clash));
    REQUIRE(messages);
    const Diagnostic diagnostic{"clash", Severity::error, {{"b", "hai"}, {"a", "{b}"}}, {}};
    CHECK(messages->text(diagnostic, Language::vi) == "{b} trùng hai");
    CHECK(messages->hint(diagnostic, Language::vi) == "sửa {b}");
    CHECK(messages->text(diagnostic, Language::en) == "{b} is hai {");
    CHECK(messages->hint(diagnostic, Language::en).empty());
}

TEST_CASE("a code without a message still tells all that is known", "[messages]") {
    const Result<Messages> messages = Messages::load(catalogue(""));
    REQUIRE(messages);
    CHECK(messages->text({"no-such", Severity::error, {{"a", "1"}, {"b", "2"}}, {}}, Language::vi) ==
          "no-such a=1 b=2");
}

TEST_CASE("a broken catalogue is refused with its line", "[messages]") {
    const char* content = GENERATE("\n<message code=\"x\"><text lang=\"fr\">?</text></message>", "\n<message/>",
                                   "\n<note code=\"x\"/>", "\n<message code=\"x\"><b lang=\"vi\"/></message>",
                                   "<message code=\"x\"/>\n<message code=\"x\"/>", "\n<message");
    const Result<Messages> messages = Messages::load(catalogue(content));
    REQUIRE_FALSE(messages);
    CHECK(messages.diagnostics.at(0).code == "messages-broken");
    CHECK(messages.diagnostics.at(0).place.line == 2);
}

TEST_CASE("the program's own catalogue loads", "[messages]") {
    const Result<Messages> messages = Messages::load(embedded_resource("templates/messages.xml"));
    REQUIRE(messages);
    CHECK(messages->text("severity-error", Language::vi) == "lỗi");
    CHECK(messages->text("severity-error", Language::en) == "error");
}
