// What was found, by its codes.
#pragma once

#include "base/diagnostic.h"

#include <string>
#include <vector>

namespace vanthu::test {

using Codes = std::vector<std::string>;

inline Codes codes_of(const Diagnostics& found) {
    Codes codes;
    for (const Diagnostic& one : found) codes.push_back(one.code);
    return codes;
}

} // namespace vanthu::test
