// What the service makes of one document or one file, whether somebody waits for it or not. Private to server.
#pragma once

#include "server/core.h"
#include "server/job_runner.h"

#include <optional>
#include <string>
#include <string_view>

namespace vanthu::server {

enum class Making : std::uint8_t { generate, read, tables, ocr };

std::string_view name_of(Making kind);
std::optional<Making> making_of(std::string_view name);

/// As the query of the synchronous call has it; empty: the usual.
struct Order {
    Making kind = Making::generate;
    std::string format; ///< generate: pdf, docx, zip; tables: json, csv, xlsx
    std::string level;  ///< generate: 3a, 2a, 1b
    std::string wanted; ///< read: document, text
    forms::Language language = forms::Language::vi;
};

Order order_of(Making kind, const Call& call);
/// The name of a parameter that is not known; empty: none.
std::string_view fault_of(const Order& order);

struct Product {
    Bytes bytes;
    std::string type;
    std::string name; ///< empty: shown, not kept as a file
};

/// `name`: of the source. Not for generate: `bench` must be there. Errors: those of generate(), Reader, LayerMaker,
/// file-too-large.
Result<Product> make(const Core& core, const Order& order, const std::string& name, std::string_view source,
                     Bench* bench);

Response response_of(Product product);

} // namespace vanthu::server
