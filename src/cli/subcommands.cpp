#include "cli/archive_commands.h"
#include "cli/convert_command.h"
#include "cli/subcommand.h"

namespace vanthu::cli {

std::vector<std::shared_ptr<Subcommand>> make_subcommands() {
    return {make_convert_command(), archive_init(),   archive_add(),    archive_search(),
            archive_list(),         archive_show(),   archive_tasks(),  archive_register(),
            archive_export(),       archive_verify(), archive_backup(), archive_rescan()};
}

} // namespace vanthu::cli
