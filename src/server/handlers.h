// The parts of the API: each gives the routes that it answers. Private to server.
#pragma once

#include "server/call.h"
#include "server/core.h"

#include <vector>

namespace vanthu::server {

class Archives;
class BatchRunner;
class JobRunner;
class Readings;

/// Bytes of a document as JSON. Small: a body is held in memory before anybody knows whether it is one.
inline constexpr std::size_t most_json = std::size_t{4} << 20;

/// A parameter that is a number; `otherwise` where it is none.
std::size_t number_of(std::string_view text, std::size_t otherwise);

std::vector<Route> about_routes(Core& core, JobRunner& runner); ///< health, metrics, description, schema, templates
std::vector<Route> session_routes(Core& core);                  ///< log in and out
std::vector<Route> user_routes(Core& core);                     ///< users, tokens, audit log
std::vector<Route> document_routes(Core& core, BatchRunner& batches); ///< generate, check, preview
std::vector<Route> draft_routes(Core& core);
std::vector<Route> event_routes(Core& core);
std::vector<Route> work_routes(Core& core, JobRunner& runner, BatchRunner& batches); ///< files; reading, layering one
std::vector<Route> batch_routes(Core& core, BatchRunner& batches);                   ///< jobs
std::vector<Route> reading_routes(Core& core, JobRunner& runner, Readings& readings);
std::vector<Route> archive_routes(Core& core, Archives& archives, JobRunner& runner);
std::vector<Route> issue_routes(Core& core, Archives& archives, JobRunner& runner); ///< number, documents, archive
std::vector<Route> register_routes(Core& core, Archives& archives);
std::vector<Route> start_routes(Core& core, Archives& archives, Readings& readings); ///< tasks, first page

/// ".json", ".csv" or ".xlsx" by ?format=.
std::string suffix_of(const Call& call);
/// Of that suffix.
const char* tables_type(std::string_view suffix);
/// Answers with tables made in the format of that suffix, or why not.
void send_tables(const Core& core, const Call& call, const std::string& suffix, Result<Bytes> made,
                 const std::string& name);

} // namespace vanthu::server
