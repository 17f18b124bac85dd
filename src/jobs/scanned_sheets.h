// Words that were recognised put in the place of a sheet's picture. Private to jobs.
#pragma once

#include "jobs/reading.h"
#include "pages/sight.h"

#include <vector>

namespace vanthu::jobs {

/// Pages of a PDF keep the words drawn over the picture (banners of signatures); what was recognised there gives way.
/// `sight` without pages takes the recognised ones as they are. The least mean trust of a page's words; 1: no words.
float put_recognised(std::vector<RecognisedPage> recognised, pages::Sight& sight, Diagnostics& findings);

} // namespace vanthu::jobs
