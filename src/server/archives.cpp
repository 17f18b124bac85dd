#include "server/archives.h"

#include "archive/server.h"

namespace vanthu::server {

Result<std::unique_ptr<Archives>> Archives::open(const std::string& store) {
    using Opened = Result<std::unique_ptr<Archives>>;
    std::unique_ptr<Archives> archives(new Archives(store));
    std::error_code ignored;
    const bool is_folder = !archive::is_server(store);
    const bool is_new =
        is_folder && (!std::filesystem::exists(store, ignored) || std::filesystem::is_empty(store, ignored));
    Result<archive::Archive> first = is_new ? archive::Archive::init(store) : archive::Archive::open(store);
    if (!first) return Opened::failed(std::move(first.diagnostics));
    if (!is_folder) {
        auto server = archive::open_server(store);
        if (!server) return Opened::failed(std::move(server.diagnostics));
        archives->originals_ = (*server)->originals();
    }
    archives->give_back(std::make_unique<archive::Archive>(std::move(*first)));
    return Opened::of(std::move(archives), std::move(first.diagnostics));
}

Result<Archives::Lease> Archives::borrow() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            std::unique_ptr<archive::Archive> archive = std::move(idle_.back());
            idle_.pop_back();
            return Result<Lease>::of(Lease(*this, std::move(archive)));
        }
    }
    Result<archive::Archive> opened = archive::Archive::open(store_);
    if (!opened) return Result<Lease>::failed(std::move(opened.diagnostics));
    return Result<Lease>::of(Lease(*this, std::make_unique<archive::Archive>(std::move(*opened))));
}

void Archives::give_back(std::unique_ptr<archive::Archive> archive) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(archive));
}

std::filesystem::path Archives::office_folder() const {
    return archive::is_server(store_) ? originals_ : std::filesystem::path(store_);
}

} // namespace vanthu::server
