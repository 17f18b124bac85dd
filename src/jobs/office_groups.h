// Several Word 97 and RTF files of a batch in one start of LibreOffice, which costs more than ten conversions.
#pragma once

#include "jobs/office_converter.h"

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vanthu::jobs {

/// For several threads. A group is converted by the first thread that asks for one of its files.
class OfficeGroups {
  public:
    /// `files`: of the whole batch; those named .doc or .rtf are grouped, consecutive ones into as many groups as there
    /// are threads, so that the threads do not wait for each other.
    OfficeGroups(const std::vector<std::filesystem::path>& files, std::size_t threads);

    /// The file as DOCX, or why there is none; nothing where it stands in no group, cannot be read or is neither Word
    /// 97 nor RTF by its bytes: then it is read like any other. Each file can be taken once.
    std::optional<Result<Bytes>> take(std::size_t file, OfficeConverter& converter);

  private:
    struct Group {
        std::mutex mutex;
        bool is_converted = false;
        std::vector<std::size_t> files;
        std::map<std::size_t, Result<Bytes>> results;
    };

    void convert(Group& group, OfficeConverter& converter) const;

    std::vector<std::filesystem::path> paths_;
    std::map<std::size_t, std::shared_ptr<Group>> groups_; ///< by file
};

} // namespace vanthu::jobs
