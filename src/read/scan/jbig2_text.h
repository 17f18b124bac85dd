// Symbols and the text that is set in them (ITU-T T.88, 6.4 and 6.5), arithmetic coding only. Private to read/scan.
#pragma once

#include "read/scan/jbig2_regions.h"

namespace vanthu::read::scan {

using Jbig2Symbol = std::shared_ptr<const Jbig2Image>;
using Jbig2Symbols = std::vector<Jbig2Symbol>;

struct Jbig2TextOptions {
    bool is_refined = false, is_transposed = false;
    unsigned strip_bits = 0; ///< LOGSBSTRIPS
    unsigned corner = 1;     ///< 0 bottom left, 1 top left, 2 bottom right, 3 top right
    unsigned operation = 0;
    std::uint8_t colour = 0;
    std::int32_t gap = 0; ///< SBDSOFFSET
    std::uint32_t instances = 0;
    Jbig2Refinement refinement;
};

/// What the coder has learnt of one region or dictionary.
struct Jbig2TextContexts {
    explicit Jbig2TextContexts(unsigned identifier_bits) : identifiers(std::size_t{1} << identifier_bits) {}

    Jbig2Integers strip, first, next, across, refines, width, height, x, y;
    Jbig2Contexts identifiers;
};

/// Bits that tell `count` symbols apart.
unsigned jbig2_identifier_bits(std::size_t count);

Jbig2Image decode_text(Jbig2Coder& coder, Jbig2TextContexts& contexts, Jbig2Contexts& refinement,
                       const Jbig2TextOptions& options, const Jbig2Symbols& symbols, std::int32_t width,
                       std::int32_t height);

struct Jbig2DictionaryOptions {
    bool is_refined = false; ///< symbols are made of others
    Jbig2Generic generic;
    Jbig2Refinement refinement;
    std::uint32_t exported = 0, added = 0;
};

/// `known`: symbols of the dictionaries referred to. Gives those that are exported.
Jbig2Symbols decode_symbols(Jbig2Coder& coder, Jbig2Contexts& generic, Jbig2Contexts& refinement,
                            const Jbig2DictionaryOptions& options, Jbig2Symbols known);

} // namespace vanthu::read::scan
