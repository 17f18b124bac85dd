// Where the fields of a document stand on its pages. Private to jobs.
#pragma once

#include "base/measure.h"
#include "flow/flow.h"
#include "jobs/preview.h"
#include "pages/pages.h"

#include <vector>

namespace vanthu::jobs {

/// `flow` with its sources told.
std::vector<PlacedField> placed_fields(const pages::Document& pages, const flow::Document& flow,
                                       const Measure& measure);

} // namespace vanthu::jobs
