// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/storage/migrations.hpp>

#include "columns.hpp"
#include "dialect.hpp"
#include "session.hpp"

#include <rondetafel/base/secrets.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

namespace rondetafel::storage
{

namespace
{

struct Migration
{
    std::string name;
    std::string text;
    std::string checksum;
};

std::vector<Migration> migrations_in(const std::filesystem::path& folder, const Address& address)
{
    const std::string ending = address.kind == Address::Kind::sqlite ? ".sqlite.sql" : ".mysql.sql";
    std::vector<Migration> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
    {
        const auto file = entry.path().filename().string();
        if (!file.ends_with(ending))
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(stream), {}};
        auto checksum = sha256_hex(text);
        all.push_back({file.substr(0, file.size() - ending.size()), std::move(text), std::move(checksum)});
    }
    std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) { return left.name < right.name; });
    if (all.empty())
        throw std::runtime_error("there are no migrations in " + folder.string());
    return all;
}

// SOCI takes the colon of a comment for a parameter and sends MariaDB what stands before it, without an error.
std::string without_comments(const std::string& text)
{
    std::istringstream lines(text);
    std::string kept;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("--"))
            kept += line + '\n';
    return kept;
}

// The database runs only the first statement of a text, silently; so they go one by one.
std::vector<std::string> statements_of(const std::string& text)
{
    std::vector<std::string> statements;
    std::size_t at = 0;
    while (at < text.size())
    {
        auto end = text.find(";\n", at);
        if (end == std::string::npos)
            end = text.size();
        const auto statement = text.substr(at, end - at);
        if (statement.find_first_not_of(" \n") != std::string::npos)
            statements.push_back(statement);
        at = end + 2;
    }
    return statements;
}

void make_table_of_migrations(Sql& sql)
{
    sql << "CREATE TABLE IF NOT EXISTS schema_migrations (name VARCHAR(100) NOT NULL PRIMARY KEY, "
           "checksum VARCHAR(64) NOT NULL)";
}

std::map<std::string, std::string> applied(Sql& sql)
{
    using Row = std::pair<std::string, std::string>;
    const auto rows = select<Row>(sql, "SELECT name, checksum FROM schema_migrations",
                                  [](soci::statement& statement, Row& row) { columns(statement, row.first, row.second); });
    return {rows.begin(), rows.end()};
}

void apply(Sql& sql, const Migration& migration)
{
    for (const auto& statement : statements_of(without_comments(migration.text)))
        try
        {
            sql << statement;
        }
        catch (const soci::soci_error& error)
        {
            throw std::runtime_error("migration " + migration.name + ": " + error.get_error_message());
        }
    change(sql, "INSERT INTO schema_migrations (name, checksum) VALUES (:name, :checksum)",
           soci::use(migration.name, "name"), soci::use(migration.checksum, "checksum"));
}

} // namespace

std::vector<std::string> migrate(Database& database, const std::filesystem::path& folder)
{
    auto& sql = database.session().sql;
    make_table_of_migrations(sql);
    const auto known = applied(sql);
    std::vector<std::string> done;
    for (const auto& migration : migrations_in(folder, database.address()))
        if (!known.contains(migration.name))
        {
            apply(sql, migration);
            done.push_back(migration.name);
        }
    return done;
}

SchemaState schema_state(Database& database, const std::filesystem::path& folder)
{
    auto& sql = database.session().sql;
    const auto migrations = migrations_in(folder, database.address());
    std::map<std::string, std::string> known;
    try
    {
        known = applied(sql);
    }
    catch (const soci::soci_error&)
    {
        return SchemaState::behind; // no table yet
    }
    for (const auto& migration : migrations)
    {
        const auto found = known.find(migration.name);
        if (found == known.end())
            return SchemaState::behind;
        if (found->second != migration.checksum)
            return SchemaState::altered;
    }
    return known.size() > migrations.size() ? SchemaState::unknown : SchemaState::current;
}

} // namespace rondetafel::storage
