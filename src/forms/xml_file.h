// libxml2 behind a small door: a template file parsed, validated and turned into nodes. Private to forms.
#pragma once

#include "base/diagnostic.h"
#include "forms/templates.h"

#include <memory>
#include <string_view>

namespace vanthu::forms {

/// A RelaxNG schema that is used for several files.
class Schema {
  public:
    explicit Schema(std::string_view text);
    ~Schema();
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;

    /// The root of a well-formed, valid file; otherwise template-broken with its line.
    Result<Node> read(std::string_view content, const std::string& file) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vanthu::forms
