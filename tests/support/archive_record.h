// Records of the archive by chance, as reading plausible documents would give them.
#pragma once

#include "archive/record.h"

#include <cstdint>

namespace vanthu::test {

/// About 3 kB of text; every fifth has 20 tasks. Numbers and dates follow the seed, so none is twice.
archive::Record random_record(std::uint32_t seed);

} // namespace vanthu::test
