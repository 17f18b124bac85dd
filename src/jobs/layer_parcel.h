// What goes through the sandbox's socket while a layer is made. Private to jobs.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/reading.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vanthu::jobs {

struct LayerRequest {
    enum class Kind : std::uint8_t {
        open,    ///< gives the sheets of `file`
        layer,   ///< gives `file` with `recognised` as its layer
        pictures ///< gives `sheets` as a PDF with `recognised` as its layer
    };
    Kind kind = Kind::open;
    std::string_view file; ///< inside the packed bytes
    std::vector<pages::ScannedPage> sheets;
    std::vector<RecognisedPage> recognised;
};

/// All but the bytes of the file, which follow it.
Bytes pack(const LayerRequest& request);
std::optional<LayerRequest> unpack_layer_request(std::string_view bytes);

Bytes pack_layer_answer(const Result<Bytes>& answer);
std::optional<Result<Bytes>> unpack_layer_answer(std::string_view bytes);

} // namespace vanthu::jobs
