// SPDX-License-Identifier: EUPL-1.2
#include "cli.hpp"

#include "commands.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace rondetafel::cli
{

namespace
{

void add_commands(CLI::App& program, Wish& wish)
{
    const auto does = [&wish](Command command) { return [&wish, command] { wish.command = command; }; };
    program.add_subcommand("serve", "Answer requests until SIGTERM or Ctrl-C")->callback(does(serve));
    program.add_subcommand("migrate", "Bring the database's schema up to date")->callback(does(migrate));
    program.add_subcommand("check-config", "Say what is set, and whether the database answers")
        ->callback(does(check_config));
    auto* demo = program.add_subcommand("demo", "Load the Aalsmeer example, or move the demonstration's clock");
    demo->add_option("--now", wish.day, "day to move the clock to, such as 2024-09-10");
    demo->callback(does(cli::demo));
    auto* import = program.add_subcommand("import", "Load a programme or a register from a TOML file");
    import->add_option("file", wish.file, "such as db/examples/voorbeeldstad-programme.toml")->required();
    import->add_flag("--register", wish.is_register, "the file is a register of partners");
    import->callback(does(cli::import));
    auto* user = program.add_subcommand("user", "Accounts of staff");
    user->require_subcommand(1);
    auto* add = user->add_subcommand("add", "Make an account and print a one-time link to set its password");
    add->add_option("--email", wish.email, "mail address")->required();
    add->add_option("--name", wish.name, "full name")->required();
    add->add_option("--role", wish.role, "administrator, coordinator or reader")->required();
    add->callback(does(user_add));
    auto* reset = user->add_subcommand("reset", "Print a one-time link to set a new password");
    reset->add_option("--email", wish.email, "mail address")->required();
    reset->callback(does(user_reset));
}

} // namespace

int run(int count, char** arguments)
{
    CLI::App program("Rondetafel brings partners to the table: meetings, invitations, answers.", "rondetafel");
    program.require_subcommand(1);
    Wish wish;
    program.add_option("--config", wish.config_file, "TOML file with settings (docs/operations.md)");
    add_commands(program, wish);
    try
    {
        program.parse(count, arguments);
    }
    catch (const CLI::ParseError& error)
    {
        return program.exit(error) == 0 ? 0 : 2;
    }
    try
    {
        wish.command(wish);
        return 0;
    }
    catch (const std::exception& error)
    {
        std::fprintf(stderr, "rondetafel: %s\n", error.what());
        return 1;
    }
}

} // namespace rondetafel::cli
