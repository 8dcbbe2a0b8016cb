// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

namespace rondetafel::cli
{

app::Config config_of(const Wish& wish)
{
    const auto file = wish.config_file.empty() ? std::nullopt : std::optional<std::filesystem::path>(wish.config_file);
    return app::read_config(file, app::process_environment);
}

std::string in_words(const Problem& problem)
{
    auto words = problem.code;
    for (const auto& [name, value] : problem.arguments)
        words += ", " + name + ": " + value;
    for (const auto& field : problem.fields)
        words += "; " + field.field + ": " + field.code;
    return words;
}

Opened::Opened(const Wish& wish)
    : config(config_of(wish)), installed(config), database(config.database), runner(database, installed.installation())
{
    app::require_current_schema(database, config);
    if (config.demo)
        installed.read_clock(database);
}

} // namespace rondetafel::cli
