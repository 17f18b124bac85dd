#include "mend/mend.h"

#include "mend/steps.h"

#include <iterator>
#include <utility>

namespace vanthu::mend {

Diagnostic mended(pages::Word& word, std::string text, std::size_t page) {
    Diagnostic finding{"scan-letter-mended", Severity::note, {{"from", word.text}, {"to", text}}, {}};
    finding.place.page = static_cast<unsigned>(page + 1);
    finding.place.box = {word.box.x1, word.box.y1, word.box.x2, word.box.y2};
    word.text = std::move(text);
    return finding;
}

Diagnostics mend(pages::Sight& sight) {
    Diagnostics findings = mend_phrases(sight);
    Diagnostics ordinals = mend_ordinals(sight);
    findings.insert(findings.end(), std::make_move_iterator(ordinals.begin()), std::make_move_iterator(ordinals.end()));
    return findings;
}

} // namespace vanthu::mend
