// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/storage/database.hpp>

#include <soci/soci.h>

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
void open_session(soci::session& sql, const Address& address);
void begin(soci::session& sql, const Address& address, Access access);
Failure failure_of(const soci::soci_error& error);
/// "SQLite" or "MySQL", and its code: fit for a log, unlike what() which holds bound values.
std::string describe(const soci::soci_error& error);

} // namespace rondetafel::storage
