#include "archive/due.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using archive::Due;
using archive::due_of;

TEST_CASE("a task is due at the end of its time", "[archive][due]") {
    CHECK(due_of({"", "2021", "2022", "", ""}, "2020-05-01") == Due{"2022-12-31", "2022-12-31", ""});
    CHECK(due_of({"", "2022-04-01", "2022-06-30", "", ""}, "") == Due{"2022-06-30", "2022-06-30", ""});
    CHECK(due_of({"", "2023", "", "", ""}, "") == Due{"2023-12-31", "2023-12-31", ""});
    CHECK(due_of({"", "", "", "", ""}, "2020-05-01") == Due{});
    CHECK(due_of({"", "2021", "", "permanent", ""}, "2020-05-01") == Due{});
}

TEST_CASE("a task that comes again is due each year", "[archive][due]") {
    CHECK(due_of({"", "", "", "yearly", ""}, "2020-05-01") == Due{"2020-01-01", "9999-12-31", ""});
    CHECK(due_of({"", "--12-10", "--12-10", "yearly", ""}, "2020-05-01") == Due{"2020-01-01", "9999-12-31", "12-10"});
    CHECK(due_of({"", "2021", "2025", "quarterly", ""}, "2020-05-01") == Due{"2021-01-01", "2025-12-31", ""});
}
