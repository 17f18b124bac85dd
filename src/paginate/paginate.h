// From how a document reads to what stands where: flow → pages. Optimal line breaking, no widows or orphans, the
// signature never alone, table headers repeated.
#pragma once

#include "base/measure.h"
#include "flow/flow.h"
#include "pages/pages.h"

namespace vanthu::paginate {

/// Never fails: what cannot be kept together is parted, what is too wide for its column is broken.
pages::Document paginate(const flow::Document& flow, const Measure& measure);

} // namespace vanthu::paginate
