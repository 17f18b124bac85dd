#include "jobs/zip_files.h"

#include "ooxml/zip_writer.h"

namespace vanthu::jobs {

Result<Bytes> zip_files(const std::vector<std::pair<std::string, Bytes>>& files) { return ooxml::write_zip(files); }

} // namespace vanthu::jobs
