// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"
#include "leases.hpp"

#include <rondetafel/storage/renderings.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string rendering_query = R"sql(
    SELECT id, subject, format, language, file_name, source, source_sha256, state, content, error, attempts,
           next_attempt_at, fence, requested_at
    FROM renderings )sql";

void bind_rendering(soci::statement& statement, Rendering& row)
{
    columns(statement, row.id, row.subject, row.format, row.language, row.file_name, row.source, row.source_sha256,
            row.state, row.content, row.error, row.attempts, row.next_attempt_at, row.fence, row.requested_at);
}

} // namespace

RenderingId Renderings::add(const Rendering& row)
{
    return RenderingId{insert(
        sql_, "renderings", R"sql(
        INSERT INTO renderings (subject, format, language, file_name, source, source_sha256, state, content, error,
                                attempts, next_attempt_at, fence, requested_at)
        VALUES (:subject, :format, :language, :file_name, :source, :source_sha256, 'queued', '', '', 0,
                :next_attempt_at, 0, :requested_at))sql",
        soci::use(row.subject, "subject"), soci::use(row.format, "format"), soci::use(row.language, "language"),
        soci::use(row.file_name, "file_name"), soci::use(row.source, "source"),
        soci::use(row.source_sha256, "source_sha256"), soci::use(row.next_attempt_at, "next_attempt_at"),
        soci::use(row.requested_at, "requested_at"))};
}

std::optional<Rendering> Renderings::find(RenderingId id) const
{
    return select_one<Rendering>(sql_, rendering_query + "WHERE id = :id", bind_rendering, soci::use(id, "id"));
}

std::optional<Rendering> Renderings::find_same(const Rendering& wish) const
{
    return select_one<Rendering>(
        sql_,
        rendering_query + "WHERE subject = :subject AND format = :format AND language = :language "
                          "AND source_sha256 = :sha256",
        bind_rendering, soci::use(wish.subject, "subject"), soci::use(wish.format, "format"),
        soci::use(wish.language, "language"), soci::use(wish.source_sha256, "sha256"));
}

void Renderings::requeue(RenderingId id, Instant now)
{
    change(sql_,
           "UPDATE renderings SET state = 'queued', attempts = 0, error = '', next_attempt_at = :now "
           "WHERE id = :id AND state = 'failed'",
           soci::use(now, "now"), soci::use(id, "id"));
}

std::optional<RenderingId> Renderings::due(Instant now) const { return due_work<RenderingId>(sql_, "renderings", now); }

std::optional<Rendering> Renderings::lease(RenderingId id, Instant now, Instant until)
{
    return lease_work(sql_, "renderings", id, now, until) ? find(id) : std::nullopt;
}

bool Renderings::record(const Rendering& row)
{
    return change(sql_, R"sql(
        UPDATE renderings
        SET state = :state, content = :content, error = :error, attempts = :attempts,
            next_attempt_at = :next_attempt_at, lease_until = NULL
        WHERE id = :id AND fence = :fence AND state = 'leased')sql",
                  soci::use(row.state, "state"), soci::use(row.content, "content"), soci::use(row.error, "error"),
                  soci::use(row.attempts, "attempts"), soci::use(row.next_attempt_at, "next_attempt_at"),
                  soci::use(row.id, "id"), soci::use(row.fence, "fence")) == 1;
}

} // namespace rondetafel::storage
