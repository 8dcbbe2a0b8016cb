// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sql.hpp"

#include <rondetafel/storage/database.hpp>

namespace rondetafel::storage
{

/// What a failed statement means, whatever the database.
enum class Failure
{
    duplicate,  ///< a unique index refused
    transient,  ///< deadlock or lock wait: repeat the transaction
    lost,       ///< the connection is gone: open again and repeat
    other
};

/// Everything in which SQLite and MySQL differ.
void open_session(Sql& sql, const Address& address);
void begin(Sql& sql, const Address& address, Access access);
/// SQLite: whether a commit waits until it is on disk. Outside a transaction.
void sync_commits(Sql& sql, bool sync);
/// Undoes what was begun, after an error that says more than a failure to undo could.
void roll_back(Sql& sql) noexcept;
Failure failure_of(const soci::soci_error& error);
/// "SQLite" or "MySQL", and its code: fit for a log, unlike what() which holds bound values.
std::string describe(const soci::soci_error& error);

} // namespace rondetafel::storage
