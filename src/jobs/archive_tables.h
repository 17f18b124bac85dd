// Tasks and registers as tables, for sheets and CSV.
#pragma once

#include "archive/index.h"
#include "archive/register.h"
#include "forms/messages.h"

#include <cstdint>
#include <span>

namespace vanthu::jobs {

/// "12/03/2021"; what is no date stays.
std::string written_date(const std::string& iso);
/// "52/QĐ-UBND"; either may be missing.
std::string written_number(const std::string& number, const std::string& symbol);
/// A number of the register: two digits at least (decree 30/2020, annex I, II.3c).
std::string written_number(std::uint32_t number);
std::string joined_names(const std::vector<std::string>& names);

/// One row a task, with its document.
model::ReadTable table_of(std::span<const archive::TaskHit> hits, const forms::Messages& messages,
                          forms::Language language);

/// The register of outgoing documents: the ten columns of decree 30/2020, appendix IV.
model::ReadTable table_of(std::span<const archive::Entry> entries, const forms::Messages& messages,
                          forms::Language language);

} // namespace vanthu::jobs
