// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

#include <rondetafel/storage/migrations.hpp>

#include <cstdio>

namespace rondetafel::cli
{

void migrate(const Wish& wish)
{
    const auto config = config_of(wish);
    if (config.database.kind == storage::Address::Kind::sqlite)
        std::filesystem::create_directories(std::filesystem::absolute(config.database.path).parent_path());
    storage::Database database(config.database);
    const auto done = storage::migrate(database, config.share / "db" / "migrations");
    for (const auto& name : done)
        std::printf("applied %s\n", name.c_str());
    if (done.empty())
        std::puts("the schema is up to date");
}

void check_config(const Wish& wish)
{
    const auto config = config_of(wish);
    for (const auto& option : app::options())
        std::printf("%-24s %s%s\n", option.key.c_str(), option.help.c_str(), option.secret ? " (secret)" : "");
    std::printf("\nbase URL %s, listening on %s:%d, mail relay %s\n", config.base_url.c_str(),
                config.listen_address.c_str(), config.listen_port, config.relay ? "set" : "not set: letters are held");
    storage::Database database(config.database);
    app::require_current_schema(database, config);
    std::puts("the database answers and its schema is up to date");
}

} // namespace rondetafel::cli
