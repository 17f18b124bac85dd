#include "archive/server.h"

#include "archive/postgres/module.h"
#include "base/module.h"

namespace vanthu::archive {
namespace {

Result<const ServerModule*> module() {
    const Result<void*> found = module_symbol("vanthu_postgres", server_module_symbol);
    if (!found) return Result<const ServerModule*>::failed(found.diagnostics);
    return Result<const ServerModule*>::of(reinterpret_cast<const ServerModule*>(*found));
}

} // namespace

bool is_server(std::string_view store) {
    return store.starts_with("postgres://") || store.starts_with("postgresql://");
}

std::string shown_store(std::string_view store) {
    if (!is_server(store)) return std::string(store);
    const std::size_t begin = store.find("://") + 3;
    const std::size_t at = store.rfind('@', store.find('?'));
    std::string shown(store.substr(0, store.find('?')));
    if (at == std::string_view::npos || at < begin) return shown;
    const std::size_t colon = store.find(':', begin);
    if (colon < at) shown.erase(colon, at - colon);
    return shown;
}

ServerResult init_server(const std::string& store, const std::filesystem::path& originals) {
    const auto loaded = module();
    return loaded ? (*loaded)->init(store, originals) : ServerResult::failed(loaded.diagnostics);
}

ServerResult open_server(const std::string& store) {
    const auto loaded = module();
    return loaded ? (*loaded)->open(store) : ServerResult::failed(loaded.diagnostics);
}

} // namespace vanthu::archive
