// What goes through the sandbox's socket: options and a file one way, an answer and its findings the other. Private to
// jobs.
#pragma once

#include "jobs/reading.h"

#include <optional>

namespace vanthu::jobs {

/// All but the bytes of the file, which follow it. `recognised`: see read_bytes().
Bytes pack_request(std::string_view file, const ReadOptions& options, const std::optional<Recognised>& recognised = {});

struct Request {
    ReadOptions options;
    std::string_view file; ///< inside the packed bytes
    std::optional<Recognised> recognised;
};

std::optional<Request> unpack_request(std::string_view bytes);

Bytes pack_answer(const Result<ReadBytes>& answer);

/// The other side may have been taken over by the file it read: none where the bytes are not what pack_answer() makes.
std::optional<Result<ReadBytes>> unpack_answer(std::string_view bytes);

} // namespace vanthu::jobs
