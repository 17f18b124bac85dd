// A command whose options are its own: a thin door to a job. Each lives in a file of its own; subcommands.cpp lists
// them.
#pragma once

#include "cli/exit_code.h"
#include "cli/report.h"

#include <memory>
#include <vector>

namespace vanthu::cli {

class Grammar;

class Subcommand {
  public:
    virtual ~Subcommand() = default;

    /// Adds its words to the grammar and keeps what it needs to know whether it was called.
    virtual void add_to(Grammar& grammar) = 0;
    virtual bool is_called() const = 0;
    /// Makes values of the words. Errors: usage-*.
    virtual Diagnostics check() = 0;
    virtual ExitCode run(const Voice& voice) const = 0;
};

/// In the order in which help lists them.
std::vector<std::shared_ptr<Subcommand>> make_subcommands();

} // namespace vanthu::cli
