// A flow with everything a decision can have: letterhead, marks, bases, articles, signature, contact line, attached
// text, landscape appendix. Hand-made, so that the writer can be judged without templates.
#pragma once

#include "flow/flow.h"

namespace vanthu::tests {

flow::Document representative_flow(int appendix_rows);

} // namespace vanthu::tests
