// Finds and loads what recognises scans.
#pragma once

#include "base/diagnostic.h"
#include "read/scan/module.h"

namespace vanthu::jobs {

struct LoadedScanModule {
    read::ScanModule* module = nullptr; ///< for ever; null: `why_not` tells
    Diagnostics why_not;                ///< scan-model-missing, scan-model-broken, those of module_symbol()
};

/// The model lies in TESSDATA_PREFIX or where Debian puts it.
/// Changes the environment of the process (one thread a process): call it where there is one thread.
LoadedScanModule load_scan_module();

} // namespace vanthu::jobs
