// Files that come in, and work done on them in the runner's threads. Private to server.
#pragma once

#include "server/core.h"
#include "server/job_runner.h"

#include <functional>
#include <optional>
#include <string>

namespace vanthu::server {

inline constexpr std::size_t most_file = std::size_t{100} << 20;

struct Upload {
    std::string name;
    Body content;
    std::optional<office::Item> reading; ///< that it was given by
};

/// The file of a request: its body under the name in X-File-Name (percent-encoded), one part of multipart/form-data, or
/// {"file": id} of one that came before, {"reading": id}. Refuses what is none of these.
std::optional<Upload> take_upload(Core& core, Call& call);

/// The only file of a multipart body; none where it is malformed or has another number of files.
std::optional<Upload> file_of_form(std::string_view content_type, const Body& body);

/// "application/pdf" and so on by the first bytes; never a type that a browser would run.
std::string type_of(std::string_view bytes);

/// Has `work` answer the call in a thread of the runner; 503 where too much waits.
void submit(Core& core, JobRunner& runner, Call call, std::function<void(Call&, Bench&)> work);

} // namespace vanthu::server
