// The register of outgoing documents (sổ đăng ký văn bản đi; decree 30/2020, article 15 and appendix IV): numbers run
// by year and book from 1, none twice, none left out. It is no index: what it holds stands nowhere else, so backups
// hold it.
#pragma once

#include "base/diagnostic.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vanthu::archive {

/// One line of the register.
struct Entry {
    std::string book; ///< "" is the book of all types; else the office's name for it, "Quyết định"
    std::uint32_t year = 0;
    std::uint32_t number = 0; ///< from 1
    std::string symbol;       ///< "QĐ-UBND"
    std::string date;         ///< ISO 8601
    std::string type, subject, signer, recipients, drafter, note;
    std::uint32_t copies = 0;
    std::string id;    ///< of the document in the archive; empty: not there yet
    std::string taken; ///< when, RFC 3339 UTC

    bool operator==(const Entry&) const = default;
};

/// A year of a book.
struct BookYear {
    std::string name; ///< as in Entry
    std::uint32_t year = 0;
    std::uint32_t next = 1; ///< the number that would be given now

    bool operator==(const BookYear&) const = default;
};

/// Several processes may share one. Not for several threads at once: have one each.
class Register {
  public:
    virtual ~Register() = default;

    /// Gives the next number of the entry's book and year, atomically and durably; `number` is set. Year and `taken`
    /// are the caller's, who has the clock. Errors: register-failed (reason).
    virtual Result<Entry> take(Entry entry) = 0;
    /// The first number of a book that began elsewhere in that year; only before any is taken.
    /// Errors: register-begun (number: the last one taken), register-no-start (not this kind of store),
    /// register-failed.
    virtual Diagnostics start(const std::string& book, std::uint32_t year, std::uint32_t number) {
        return {{"register-no-start",
                 Severity::error,
                 {{"book", book}, {"year", std::to_string(year)}, {"number", std::to_string(number)}},
                 {}}};
    }
    /// Ties an entry to the document. Errors: register-unknown, register-failed.
    virtual Diagnostics assign(const std::string& book, std::uint32_t year, std::uint32_t number,
                               const std::string& id) = 0;
    virtual Result<std::vector<Entry>> entries(const std::string& book,
                                               std::uint32_t year) = 0;       ///< in order; year 0: all
    virtual Result<std::vector<Entry>> entries_of(const std::string& id) = 0; ///< tied to that document
    virtual Result<std::vector<BookYear>> books() = 0;                            ///< by name, newest year first
    virtual Diagnostics check() = 0;                                          ///< gaps and doubles
};

} // namespace vanthu::archive
