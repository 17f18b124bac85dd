// Scans as PDFs of two layers: the pictures as they were and above them text that is found and copied but not seen.
// PDF/A-2 where the file allows it. Runs on hostile files: call it in the sandbox.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "fonts/font_set.h"
#include "pages/sight.h"

#include <string>
#include <string_view>

namespace vanthu::write {

struct LayerOptions {
    std::string language = "vi";     ///< of the document, where it does not say itself
    std::string_view colour_profile; ///< ICC profile of the output intent (sRGB)
};

/// `recognised`: a sheet for each page of the file; a page whose sheet has words gets them as its layer and loses what
/// invisible text it had, the others stay as they are. The same arguments give the same bytes; picture streams go over
/// byte by byte. Errors: pdf-broken, pdf-password, pdf-limit, pdf-failed; ocr-signed: the file is signed, any change
/// would break that. Findings: ocr-dropped (what PDF/A does not allow), ocr-not-pdfa (reason: the file does not say
/// that it is PDF/A, because its pages hold what is not allowed).
Result<Bytes> write_layer(std::string_view pdf, const pages::Sight& recognised, const fonts::FontSet& fonts,
                          const LayerOptions& options);

} // namespace vanthu::write
