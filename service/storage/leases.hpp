// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "columns.hpp"

#include <optional>
#include <string>

namespace rondetafel::storage
{

// Work that one process at a time takes: a table with state, next_attempt_at, lease_until, attempts and fence. Who comes
// back after its lease ended finds another fence, and records nothing.

/// The row whose turn it is: queued and due, or leased by somebody who did not come back.
template <class WorkId>
std::optional<WorkId> due_work(Sql& sql, const std::string& table, Instant now)
{
    return select_one<WorkId>(sql, "SELECT id FROM " + table + R"sql(
        WHERE (state = 'queued' AND next_attempt_at <= :now) OR (state = 'leased' AND lease_until < :late)
        ORDER BY next_attempt_at, id LIMIT 1)sql",
                              [](soci::statement& statement, WorkId& row) { columns(statement, row); },
                              soci::use(now, "now"), soci::use(now, "late"));
}

/// False when somebody else took it meanwhile.
template <class WorkId>
bool lease_work(Sql& sql, const std::string& table, WorkId id, Instant now, Instant until)
{
    return change(sql, "UPDATE " + table + R"sql(
        SET state = 'leased', lease_until = :until, attempts = attempts + 1, fence = fence + 1
        WHERE id = :id AND (state = 'queued' OR (state = 'leased' AND lease_until < :now)))sql",
                  soci::use(until, "until"), soci::use(id, "id"), soci::use(now, "now")) == 1;
}

} // namespace rondetafel::storage
