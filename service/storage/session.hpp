// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/records.hpp>

#include <soci/soci.h>

namespace rondetafel::storage
{

/// What a Database hides: SOCI's session and the records on it.
struct Database::Session
{
    soci::session sql;
    std::unique_ptr<Records> records;
};

} // namespace rondetafel::storage
