// SPDX-License-Identifier: EUPL-1.2
#include "dialect.hpp"

#include "statements.hpp"

#include <soci/mysql/soci-mysql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fmt/format.h>

namespace rondetafel::storage
{

namespace
{

constexpr int mysql_duplicate = 1062;
constexpr int mysql_lock_wait = 1205;
constexpr int mysql_deadlock = 1213;
constexpr int mysql_gone = 2006;
constexpr int mysql_lost = 2013;
constexpr std::size_t sqlite_statements = 256;
constexpr int sqlite_busy = 5;
constexpr int sqlite_locked = 6;
constexpr int sqlite_constraint = 19;

// SOCI splits the connection string at blanks; a quoted value may hold anything but the quote, which is a double one
// for SQLite and a single one for MariaDB.
std::string quoted(const std::string& value, char quote)
{
    if (value.find(quote) != std::string::npos)
        throw Unavailable("a database name, user or password must not hold a quote");
    return quote + value + quote;
}

// A session belongs to one thread at a time, so SQLite needs no locks inside it; and its count of all memory is one
// lock for the whole process at every allocation.
void set_up_sqlite()
{
    static const bool done = sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK &&
                             sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    static_cast<void>(done);
}

} // namespace

void open_session(Sql& sql, const Address& address)
{
    if (address.kind == Address::Kind::sqlite)
    {
        set_up_sqlite();
        sql.keep_at_most(sqlite_statements);
        sql.open(soci::sqlite3, fmt::format("db={} timeout=10 synchronous=full", quoted(address.path, '"')));
        for (const char* pragma : {"PRAGMA busy_timeout = 10000", "PRAGMA journal_mode = WAL", "PRAGMA foreign_keys = ON",
                                   "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON", "PRAGMA trusted_schema = OFF",
                                   "PRAGMA journal_size_limit = 67108864", "PRAGMA cache_size = -8192",
                                   "PRAGMA temp_store = MEMORY"})
            sql << pragma;
        return;
    }
    sql.open(soci::mysql,
             fmt::format("host={} port={} db={} user={} password={} charset=utf8mb4 connect_timeout=5 read_timeout=30 "
                         "write_timeout=30",
                         quoted(address.host, '\''), address.port, quoted(address.name, '\''), quoted(address.user, '\''),
                         quoted(address.password, '\'')));
    // Both servers know this wording; the variable behind it has a name of its own in each.
    sql << "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";
    sql << "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', "
           "innodb_lock_wait_timeout = 10 /*M!, max_statement_time = 20 */";
}

void begin(Sql& sql, const Address& address, Access access)
{
    // A deferred transaction that turns into a writing one fails at once when another writes.
    if (address.kind == Address::Kind::sqlite)
        change(sql, access == Access::read ? "BEGIN" : "BEGIN IMMEDIATE");
    else
        change(sql, "START TRANSACTION");
}

void sync_commits(Sql& sql, bool sync)
{
    // SQLite obeys while it prepares this statement, so it must not stay prepared.
    sql << (sync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
}

void roll_back(Sql& sql) noexcept
{
    try
    {
        change(sql, "ROLLBACK");
    }
    catch (const soci::soci_error&)
    {
        // The database has rolled back by itself, or the connection is gone.
    }
}

Failure failure_of(const soci::soci_error& error)
{
    if (const auto* mysql = dynamic_cast<const soci::mysql_soci_error*>(&error))
        switch (mysql->err_num_)
        {
        case mysql_duplicate:
            return Failure::duplicate;
        case mysql_lock_wait:
        case mysql_deadlock:
            return Failure::transient;
        case mysql_gone:
        case mysql_lost:
            return Failure::lost;
        default:
            return Failure::other;
        }
    if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
    {
        if (sqlite->result() == sqlite_busy || sqlite->result() == sqlite_locked)
            return Failure::transient;
        if (sqlite->result() == sqlite_constraint &&
            error.get_error_message().find("UNIQUE constraint failed") != std::string::npos)
            return Failure::duplicate;
    }
    return Failure::other;
}

std::string describe(const soci::soci_error& error)
{
    if (const auto* mysql = dynamic_cast<const soci::mysql_soci_error*>(&error))
        return fmt::format("MySQL error {}", mysql->err_num_);
    if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
        return fmt::format("SQLite error {}", sqlite->result());
    return "database error";
}

} // namespace rondetafel::storage
