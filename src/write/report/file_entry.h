// What became of one file of a folder: what the journal remembers and the report tells.
#pragma once

#include "base/diagnostic.h"
#include "text/word_comparison.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::write {

enum class FileState : std::uint8_t {
    good,
    doubtful,  ///< made, but someone should look at it
    failed,    ///< nothing could be read; findings say why
    duplicate, ///< the same bytes as `same_as`
    skipped    ///< no document
};

struct NotMade {
    std::string format;
    Diagnostics reasons;

    bool operator==(const NotMade&) const = default;
};

struct WordCheck {
    std::string format;
    text::WordComparison words;

    bool operator==(const WordCheck&) const = default;
};

/// A sheet with what was recognised.
struct PagePicture {
    unsigned page = 0;
    std::string path; ///< below the output folder

    bool operator==(const PagePicture&) const = default;
};

/// Empty: not recognised.
struct Recognised {
    std::string type, number, symbol, date, issuer, subject;
    unsigned tables = 0, tasks = 0, pages = 0;
    double trust = 1;

    bool operator==(const Recognised&) const = default;
};

/// Paths are as the file system has them, with "/".
struct FileEntry {
    std::string file; ///< below the input folder
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970
    std::string sha512;
    std::string name; ///< of its outputs, below the output folder, without suffix
    FileState state = FileState::good;
    std::string same_as;
    Recognised recognised;
    Diagnostics findings;
    std::size_t findings_left_out = 0;
    std::vector<std::string> made; ///< formats: json, docx, pdf, xlsx
    std::vector<NotMade> not_made;
    std::vector<WordCheck> checks;
    std::vector<PagePicture> pictures;

    bool operator==(const FileEntry&) const = default;
};

/// Behind the name of the outputs.
inline std::string suffix_of_format(std::string_view format) { return "." + std::string(format); }

} // namespace vanthu::write
