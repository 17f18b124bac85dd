// Options by which commands of the archive choose documents and tasks. Private to cli.
#pragma once

#include "archive/index.h"
#include "cli/grammar.h"

namespace vanthu::cli {

/// "2022", "2022-06", "2022-06-30", or two of them with ".." between: both ends within. False: no such thing.
bool parse_period(std::string_view word, std::string& from, std::string& to);

/// --type, --year, --issuer, --signer, --agency, --due
class FilterOptions {
  public:
    void add_to(Grammar& grammar, CLI::App& app);
    Diagnostics check();
    const archive::Filter& filter() const { return filter_; }

  private:
    archive::Filter filter_;
    std::string due_;
};

/// --limit, --offset
class PageOptions {
  public:
    explicit PageOptions(std::size_t limit) : limit_(limit) {}
    void add_to(Grammar& grammar, CLI::App& app);
    Diagnostics check();
    std::size_t limit() const { return limit_; }
    std::size_t offset() const { return offset_; }

  private:
    std::string limit_word_, offset_word_;
    std::size_t limit_, offset_ = 0;
};

/// A number from `least` on; false where the word is none. An empty word changes nothing.
bool parse_count(std::string_view word, std::size_t least, std::size_t& value);

} // namespace vanthu::cli
