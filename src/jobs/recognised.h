<<<<<<< HEAD
// Words that were recognised put in the place of a sheet's picture. Private to jobs.
#pragma once

#include "jobs/reading.h"
#include "pages/sight.h"

#include <vector>

namespace vanthu::jobs {

/// Pages of a PDF keep the words drawn over the picture (banners of signatures); what was recognised there gives way.
/// `sight` without pages takes the recognised ones as they are. The least mean trust of a page's words; 1: no words.
float put_recognised(std::vector<RecognisedPage> recognised, pages::Sight& sight, Diagnostics& findings);
=======
#pragma once

#include "forms/templates.h"
#include "jobs/reader.h"
#include "write/report/file_entry.h"

namespace vanthu::jobs {

/// The head of the document that was read, for the report.
write::Recognised recognised_in(const ReadResult& read, const forms::Templates& templates);

/// Pages with places that someone should look at, ascending: those of warnings and of values of little trust.
std::vector<unsigned> doubtful_pages(const ReadResult& read, const Diagnostics& findings, double least_trust);
>>>>>>> main

} // namespace vanthu::jobs
