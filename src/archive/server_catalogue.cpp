#include "archive/catalogue.h"
#include "archive/server.h"
#include "archive/sqlite_index.h"
#include "archive/sqlite_register.h"

namespace vanthu::archive {
namespace {

/// Of a book whose numbers are known already, one by one as they were taken.
Diagnostics copy_book(Register& from, const Book& book, Register& to) {
    const auto entries = from.entries(book.name, book.year);
    if (!entries) return entries.diagnostics;
    if (book.first != 1)
        if (Diagnostics problems = to.start(book.name, book.year, book.first); has_errors(problems)) return problems;
    for (const Entry& entry : *entries)
        if (const auto taken = to.take(entry); !taken) return taken.diagnostics;
    return {};
}

/// A backup is a store of one machine. Its index is filled from the storage root.
Diagnostics copy_to_folder(Server& server, Register& numbers, const std::filesystem::path& folder) {
    const auto index = SqliteIndex::open(folder / "index.sqlite");
    if (!index) return index.diagnostics;
    const auto copy = SqliteRegister::open(folder / "register.sqlite");
    if (!copy) return copy.diagnostics;
    const auto books = server.books();
    if (!books) return books.diagnostics;
    for (const Book& book : *books)
        if (Diagnostics problems = copy_book(numbers, book, **copy); has_errors(problems)) return problems;
    return {};
}

Result<Catalogue> catalogue_of(ServerResult opened) {
    if (!opened) return Result<Catalogue>::failed(std::move(opened.diagnostics));
    const std::shared_ptr<Server> server = std::move(*opened);
    Catalogue catalogue;
    catalogue.originals = server->originals();
    catalogue.index = server->index();
    catalogue.numbers = server->numbers();
    catalogue.copy_to = [server, numbers = catalogue.numbers.get()](const std::filesystem::path& folder) {
        return copy_to_folder(*server, *numbers, folder);
    };
    return Result<Catalogue>::of(std::move(catalogue));
}

} // namespace

Result<Catalogue> make_server_catalogue(const std::string& store, const std::filesystem::path& originals) {
    return catalogue_of(init_server(store, originals));
}

Result<Catalogue> open_server_catalogue(const std::string& store) { return catalogue_of(open_server(store)); }

} // namespace vanthu::archive
