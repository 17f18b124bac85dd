// Collects what stands against PDF/A and what would mend it.
#pragma once

#include "write/layer/pdf_file.h"

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vanthu::write {

struct ConformanceBook {
    std::set<std::string> obstacles;          ///< cannot be mended
    std::set<std::string> dropped;            ///< what the mending leaves out of the file
    std::vector<std::function<void()>> mends; ///< done only where nothing cannot be mended
    bool has_foreign_text = false;            ///< text in fonts that are not our layer's

    void remove_key(PdfObject from, std::string key) {
        if (from.has(key.c_str())) mends.emplace_back([from, key]() mutable { from.remove(key.c_str()); });
    }
    void drop(PdfObject from, const std::string& key, const std::string& what) {
        if (!from.has(key.c_str())) return;
        dropped.insert(what);
        remove_key(std::move(from), key);
    }
};

} // namespace vanthu::write
