// Documents by chance, for property tests: every field of the model, every Vietnamese letter, the same for the same
// seed on every machine. A failing test prints the seed.
#pragma once

#include "model/document.h"

#include <cstdint>
#include <random>

namespace vanthu::test {

class Random {
  public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}

    /// From 0 to below `end`; the standard's own distributions differ between libraries.
    std::size_t below(std::size_t end) { return engine_() % end; }
    std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }
    bool chance(std::size_t percent) { return below(100) < percent; }

  private:
    std::mt19937 engine_;
};

/// All letters of Vietnamese in NFC, small ones then capitals.
const std::vector<std::string>& vietnamese_letters();

/// Words of random letters with single blanks between them.
std::string random_text(Random& random, std::size_t least_words, std::size_t most_words);

/// A decision that read_json() accepts.
model::Document random_document(std::uint32_t seed);

/// A document of another type (named, letter) that read_json() accepts.
model::Document random_other_document(std::uint32_t seed);

} // namespace vanthu::test
