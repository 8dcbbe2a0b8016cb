// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"
#include "leases.hpp"

#include <rondetafel/storage/word_imports.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string import_query = R"sql(
    SELECT id, purpose, covenant_id, version_id, round_id, party_id, file_name, content, sha256, state, understood,
           error, author, attempts, next_attempt_at, fence, received_at
    FROM word_imports )sql";

void bind_import(soci::statement& statement, WordImport& row)
{
    columns(statement, row.id, row.purpose, row.covenant, row.version, row.round, row.party, row.file_name,
            row.content, row.sha256, row.state, row.understood, row.error, row.author, row.attempts,
            row.next_attempt_at, row.fence, row.received_at);
}

} // namespace

WordImportId WordImports::add(const WordImport& row)
{
    return WordImportId{insert(
        sql_, "word_imports", R"sql(
        INSERT INTO word_imports (purpose, covenant_id, version_id, round_id, party_id, file_name, content, sha256,
                                  state, understood, error, author, attempts, next_attempt_at, fence, received_at)
        VALUES (:purpose, :covenant, :version, :round, :party, :file_name, :content, :sha256, 'queued', '', '',
                :author, 0, :next_attempt_at, 0, :received_at))sql",
        soci::use(row.purpose, "purpose"), soci::use(row.covenant, "covenant"), soci::use(row.version, "version"),
        soci::use(row.round, "round"), soci::use(row.party, "party"), soci::use(row.file_name, "file_name"),
        soci::use(row.content, "content"), soci::use(row.sha256, "sha256"), soci::use(row.author, "author"),
        soci::use(row.next_attempt_at, "next_attempt_at"), soci::use(row.received_at, "received_at"))};
}

std::optional<WordImport> WordImports::find(WordImportId id) const
{
    return select_one<WordImport>(sql_, import_query + "WHERE id = :id", bind_import, soci::use(id, "id"));
}

std::vector<WordImport> WordImports::of(CovenantId covenant) const
{
    return select<WordImport>(sql_, R"sql(
        SELECT id, purpose, covenant_id, version_id, round_id, party_id, file_name, '', sha256, state, '', error,
               author, attempts, next_attempt_at, fence, received_at
        FROM word_imports WHERE covenant_id = :covenant ORDER BY id DESC)sql",
                              bind_import, soci::use(covenant, "covenant"));
}

std::optional<WordImportId> WordImports::due(Instant now) const { return due_work<WordImportId>(sql_, "word_imports", now); }

std::optional<WordImport> WordImports::lease(WordImportId id, Instant now, Instant until)
{
    return lease_work(sql_, "word_imports", id, now, until) ? find(id) : std::nullopt;
}

bool WordImports::record(const WordImport& row)
{
    return change(sql_, R"sql(
        UPDATE word_imports
        SET state = :state, understood = :understood, error = :error, attempts = :attempts,
            next_attempt_at = :next_attempt_at, lease_until = NULL
        WHERE id = :id AND fence = :fence AND state = 'leased')sql",
                  soci::use(row.state, "state"), soci::use(row.understood, "understood"),
                  soci::use(row.error, "error"), soci::use(row.attempts, "attempts"),
                  soci::use(row.next_attempt_at, "next_attempt_at"), soci::use(row.id, "id"),
                  soci::use(row.fence, "fence")) == 1;
}

bool WordImports::settle(WordImportId id, CovenantId covenant)
{
    return change(sql_, R"sql(
        UPDATE word_imports SET state = 'settled', covenant_id = :covenant, content = ''
        WHERE id = :id AND state = 'done')sql",
                  soci::use(covenant, "covenant"), soci::use(id, "id")) == 1;
}

} // namespace rondetafel::storage
