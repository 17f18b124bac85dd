// What every rule works with. Private to check.
#pragma once

#include "base/diagnostic.h"
#include "base/json_path.h"
#include "forms/check_words.h"
#include "model/document.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::check {

/// Keeps the first findings of each code and counts the rest: a table of 20,000 rows may have the same fault in each.
class Findings {
  public:
    static constexpr std::size_t limit = 100; ///< of one code

    void add(Diagnostic finding);

    /// All that was kept, and a note for each code that has more.
    Diagnostics take();

  private:
    Diagnostics kept_;
    std::map<std::string, std::size_t> counts_;
};

struct Context {
    const model::Document& document;
    const forms::CheckWords& words;
    std::string_view type_symbol;
    Findings& found;

    /// `rule`: the name of the rule, e.g. "R-SYM-02".
    void warn(const char* code, const char* rule, const JsonPath& path, std::vector<Argument> arguments = {}) const {
        add(Severity::warning, code, rule, path, std::move(arguments));
    }
    void note(const char* code, const char* rule, const JsonPath& path, std::vector<Argument> arguments = {}) const {
        add(Severity::note, code, rule, path, std::move(arguments));
    }

  private:
    void add(Severity severity, const char* code, const char* rule, const JsonPath& path,
             std::vector<Argument> arguments) const {
        arguments.push_back({"rule", rule});
        found.add({code, severity, std::move(arguments), Place{{}, 0, path.pointer(), {}}});
    }
};

void check_symbol(const Context& context);
void check_references(const Context& context);
void check_body(const Context& context);
void check_sequences(const Context& context);
void check_signature(const Context& context);
void check_recipients(const Context& context);
void check_appendices(const Context& context);
void check_texts(const Context& context);

} // namespace vanthu::check
