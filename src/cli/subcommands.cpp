<<<<<<< HEAD
#include "cli/archive_commands.h"
=======
#include "cli/convert_command.h"
>>>>>>> main
#include "cli/subcommand.h"

namespace vanthu::cli {

<<<<<<< HEAD
std::vector<std::shared_ptr<Subcommand>> make_subcommands() {
    return {archive_init(),   archive_add(),    archive_show(),  archive_export(),
            archive_verify(), archive_backup(), archive_rescan()};
}
=======
std::vector<std::shared_ptr<Subcommand>> make_subcommands() { return {make_convert_command()}; }
>>>>>>> main

} // namespace vanthu::cli
