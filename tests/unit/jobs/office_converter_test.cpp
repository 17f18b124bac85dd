#include "jobs/office_converter.h"
#include "jobs/outside_program.h"
#include "support/files.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

using namespace vanthu;
using namespace vanthu::jobs;
namespace fs = std::filesystem;

namespace {

/// A LibreOffice of a few lines: writes "docx of <content>" for each file after --outdir.
constexpr const char* fake_office = R"(#!/bin/sh
folder=$(dirname "$0")
echo "$1" >> "$folder/profiles"
[ -f "${1#-env:UserInstallation=file://}/user/registrymodifications.xcu" ] || exit 3
while [ "$1" != --outdir ]; do shift; done
out=$2
shift 2
mkdir -p "$out"
for file in "$@"; do
    echo "$file" >> "$folder/files"
    case $(cat "$file") in
    *refused*) ;;
    *crash*) kill -SEGV $$ ;;
    *hang*) sleep 100 & echo $! > "$folder/sleeper"; wait ;;
    *) name=$(basename "$file"); { printf 'docx of '; cat "$file"; } > "$out/${name%.*}.docx" ;;
    esac
done
)";

class Office {
  public:
    explicit Office(const std::string& script = fake_office) {
        folder_.add("soffice", script);
        fs::permissions(program(), fs::perms::owner_all);
    }
    fs::path program() const { return folder_.path() / "soffice"; }
    std::string told(const char* name) const { return test::file_content(folder_.path() / name); }
    OfficeOptions options(int seconds = 20) const { return {program(), std::chrono::seconds(seconds), {}}; }

  private:
    test::TemporaryFolder folder_;
};

std::string code_of(const Result<Bytes>& result) {
    return result.diagnostics.empty() ? "" : result.diagnostics.front().code;
}

} // namespace

TEST_CASE("old formats are known by their first bytes", "[office]") {
    CHECK(office_format_of("{\\rtf1\\ansi}") == OfficeFormat::rtf);
    CHECK(office_format_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest") == OfficeFormat::doc);
    CHECK_FALSE(office_format_of("PK\x03\x04"));
    CHECK_FALSE(office_format_of(""));
}

TEST_CASE("LibreOffice is found in the search path, absolute folders only", "[office]") {
    const Office office;
    const std::string folder = office.program().parent_path().string();
    CHECK(find_office("/nowhere:" + folder + ":/usr/bin") == office.program());
    CHECK(find_office(":relative:.:" + folder) == office.program());
}

TEST_CASE("a file is converted with the private profile and nothing stays", "[office]") {
    const Office office;
    OfficeConverter converter(office.options());
    const Result<Bytes> docx = converter.to_docx("one", OfficeFormat::rtf);
    REQUIRE(docx);
    CHECK(*docx == "docx of one");
    CHECK(converter.to_docx("two", OfficeFormat::doc));
    const std::string files = office.told("files");
    CHECK(files.find("/0.rtf\n") != std::string::npos);
    CHECK(files.find("/0.doc\n") != std::string::npos);
    CHECK_FALSE(fs::exists(fs::path(files.substr(0, files.find('\n'))).parent_path()));
    const std::string profiles = office.told("profiles");
    const std::string first = profiles.substr(0, profiles.find('\n'));
    CHECK(profiles == first + "\n" + first + "\n");
}

TEST_CASE("the profile goes with its converter, and two have two", "[office]") {
    const Office office;
    for (int i = 0; i < 2; ++i) CHECK(OfficeConverter(office.options()).to_docx("x", OfficeFormat::doc));
    const std::string profiles = office.told("profiles");
    const auto middle = profiles.find('\n');
    const std::string first = profiles.substr(0, middle), second = profiles.substr(middle + 1);
    CHECK(first + "\n" != second);
    CHECK_FALSE(fs::exists(first.substr(first.find('/') + 2)));
}

TEST_CASE("without LibreOffice the error says so", "[office]") {
    OfficeConverter nothing({});
    CHECK(code_of(nothing.to_docx("x", OfficeFormat::doc)) == "office-missing");
    OfficeConverter gone({"/nowhere/soffice", std::chrono::seconds(5), {}});
    CHECK(code_of(gone.to_docx("x", OfficeFormat::doc)) == "office-missing");
}

TEST_CASE("a file that cannot be read, or crashes it, is an error about the file", "[office]") {
    const Office office;
    OfficeConverter converter(office.options());
    CHECK(code_of(converter.to_docx("refused", OfficeFormat::doc)) == "office-failed");
    CHECK(code_of(converter.to_docx("crash", OfficeFormat::doc)) == "office-failed");
    CHECK(converter.to_docx("fine", OfficeFormat::doc));
}

TEST_CASE("whoever hangs is killed with all it started", "[office]") {
    const Office office;
    OfficeConverter converter(office.options(1));
    const Result<Bytes> docx = converter.to_docx("hang", OfficeFormat::doc);
    CHECK(code_of(docx) == "office-timeout");
    CHECK(docx.diagnostics.front().arguments.front().value == "1");
    const pid_t sleeper = std::stoi(office.told("sleeper"));
    for (int i = 0; i < 50 && fs::exists("/proc/" + std::to_string(sleeper) + "/exe"); ++i) ::usleep(10000);
    CHECK_FALSE(fs::exists("/proc/" + std::to_string(sleeper) + "/exe"));
}

TEST_CASE("waiting ends when the user stops", "[office]") {
    const Office office;
    OfficeOptions options = office.options();
    options.is_stopped = [] { return true; };
    OfficeConverter converter(options);
    CHECK(code_of(converter.to_docx("hang", OfficeFormat::doc)) == "interrupted");
}

TEST_CASE("a batch is one call, in order", "[office]") {
    const Office office;
    OfficeConverter converter(office.options());
    const std::vector<OfficeInput> inputs = {
        {"a", OfficeFormat::doc}, {"refused", OfficeFormat::rtf}, {"c", OfficeFormat::rtf}};
    const auto results = converter.to_docx(inputs);
    REQUIRE(results.size() == 3);
    CHECK(*results[0].value == "docx of a");
    CHECK(code_of(results[1]) == "office-failed");
    CHECK(*results[2].value == "docx of c");
    CHECK(converter.to_docx(std::span<const OfficeInput>{}).empty());
    const std::string profiles = office.told("profiles");
    CHECK(std::count(profiles.begin(), profiles.end(), '\n') == 1);
}

TEST_CASE("one file that crashes a batch does not cost the others", "[office]") {
    const Office office;
    OfficeConverter converter(office.options());
    const std::vector<OfficeInput> inputs = {
        {"a", OfficeFormat::doc}, {"crash", OfficeFormat::doc}, {"c", OfficeFormat::doc}};
    const auto results = converter.to_docx(inputs);
    CHECK(results[0]);
    CHECK(code_of(results[1]) == "office-failed");
    CHECK(results[2]);
}

TEST_CASE("an outside program has neither our environment nor unlimited files", "[office]") {
    const Office office(
        "#!/bin/sh\nenv > \"$(dirname \"$0\")/environment\"\nulimit -c >> \"$(dirname \"$0\")/environment\"\n");
    Program program{office.program(), {}, {"A=b"}, {}, {}};
    CHECK(run_program(program) == ProgramEnd::done);
    const std::string told = office.told("environment");
    CHECK(told.find("A=b\n") != std::string::npos);
    CHECK(told.find("HOME=") == std::string::npos);
    CHECK(told.ends_with("\n0\n"));
}

TEST_CASE("who is killed leaves no outside program behind", "[office]") {
    const Office office("#!/bin/sh\necho $$ > \"$(dirname \"$0\")/sleeper\"\nsleep 100\n");
    const pid_t other = ::fork();
    if (other == 0) {
        run_program({office.program(), {}, {"PATH=/usr/bin:/bin"}, {}, {}});
        ::_exit(0);
    }
    const fs::path told = office.program().parent_path() / "sleeper";
    for (int i = 0; i < 500 && (!fs::exists(told) || fs::file_size(told) == 0); ++i) ::usleep(10000);
    const std::string sleeper = "/proc/" + std::to_string(std::stoi(office.told("sleeper"))) + "/exe";
    ::kill(other, SIGKILL);
    ::waitpid(other, nullptr, 0);
    for (int i = 0; i < 200 && fs::exists(sleeper); ++i) ::usleep(10000);
    CHECK_FALSE(fs::exists(sleeper));
}
