#include "office/audit.h"

#include "office/database.h"

namespace vanthu::office {

using archive::Database;
using archive::Statement;

Diagnostics Audit::add(const Deed& deed) {
    return with_database(office_, [&](Database& database) -> Diagnostics {
        database.statement("INSERT INTO deeds(at, user, peer, action, subject, digest) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .with(deed.at, deed.user, deed.peer, deed.action, deed.subject, deed.digest)
            .run();
        return {};
    });
}

Result<std::vector<Deed>> Audit::entries(std::size_t limit, std::uint64_t before) {
    return with_database(office_, [&](Database& database) {
        std::vector<Deed> deeds;
        Statement rows = database.statement("SELECT id, at, user, peer, action, subject, digest FROM deeds"
                                            " WHERE ?2 = 0 OR id < ?2 ORDER BY id DESC LIMIT ?1");
        rows.with(limit, before);
        while (rows.step()) {
            Deed deed;
            deed.id = static_cast<std::uint64_t>(rows.integer(0));
            int column = 1;
            for (std::string* field : {&deed.at, &deed.user, &deed.peer, &deed.action, &deed.subject, &deed.digest})
                *field = rows.text(column++);
            deeds.push_back(std::move(deed));
        }
        return Result<std::vector<Deed>>::of(std::move(deeds));
    });
}

} // namespace vanthu::office
