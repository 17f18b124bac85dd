#include "cli/archive_commands.h"

namespace vanthu::cli {

std::vector<std::shared_ptr<Subcommand>> make_archive_commands() {
    return {archive_init(),     archive_add(),    archive_search(), archive_list(),   archive_show(),  archive_tasks(),
            archive_register(), archive_export(), archive_verify(), archive_backup(), archive_rescan()};
}

} // namespace vanthu::cli
