// What the program finds in vanthu_scan.so.
#pragma once

#include "read/scan/scan_reader.h"

#include <memory>
#include <string_view>
#include <vector>

namespace vanthu::read {

/// Holds one engine. For one thread.
class ScanModule {
  public:
    virtual ~ScanModule() = default;

    /// Loads the engine. Errors: those of ScanEngine::open().
    virtual Diagnostics load(std::string_view model) = 0;

    /// open_scan().
    virtual Result<std::vector<pages::ScannedPage>> open(std::string_view file) = 0;

    /// ScanEngine::read(); after load().
    virtual Result<ScanResult> read(const pages::ScannedPage& page, unsigned number) = 0;
};

/// The name and type of the function that makes one.
inline constexpr const char* scan_module_entry = "vanthu_scan_module";
using ScanModuleEntry = ScanModule* (*)();

} // namespace vanthu::read
