// Modules of the program: what they are linked with takes long to load, so they are loaded when they are first needed.
#pragma once

#include "base/diagnostic.h"

namespace vanthu {

/// The function `symbol` of the module `name` ("vanthu_postgres"), which stands beside the program or in
/// ../lib/…/vanthu of it. Stays loaded. Errors: module-missing (name, reason).
Result<void*> module_symbol(const char* name, const char* symbol);

} // namespace vanthu
