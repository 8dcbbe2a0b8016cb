// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/records.hpp>

#include "dialect.hpp"

namespace rondetafel::storage
{

/// What a Database hides: SOCI's session and the records on it.
struct Database::Session
{
    explicit Session(const Address& address) : records(sql) { open_session(sql, address); }

    Sql sql;
    Records records;
};

} // namespace rondetafel::storage
