// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/reactions.hpp>

namespace rondetafel::storage
{

namespace
{

void bind_decision(soci::statement& statement, Decision& row)
{
    columns(statement, row.id, row.remark, row.outcome, row.heading, row.text, row.reason, row.decided_by, row.decided_at,
            row.sealed_in);
}

void bind_settlement(soci::statement& statement, StoredSettlement& row)
{
    columns(statement, row.version, row.settlement.article.value, row.settlement.heading, row.settlement.text, row.author,
            row.written_at, row.revision);
}

void bind_merged_text(soci::statement& statement, MergedText& row)
{
    columns(statement, row.version, row.canonical, row.author, row.merged_at, row.revision);
}

void insert_settlement(Sql& sql, const StoredSettlement& row)
{
    change(sql, R"sql(
        INSERT INTO settlements (version_id, article_id, heading, body, author, written_at, revision)
        VALUES (:version, :article, :heading, :body, :author, :written_at, 1))sql",
           soci::use(row.version, "version"), soci::use(row.settlement.article.value, "article"),
           soci::use(row.settlement.heading, "heading"), soci::use(row.settlement.text, "body"),
           soci::use(row.author, "author"), soci::use(row.written_at, "written_at"));
}

void insert_merged_text(Sql& sql, const MergedText& row)
{
    change(sql, R"sql(
        INSERT INTO merged_texts (version_id, canonical, author, merged_at, revision)
        VALUES (:version, :canonical, :author, :merged_at, 1))sql",
           soci::use(row.version, "version"), soci::use(row.canonical, "canonical"), soci::use(row.author, "author"),
           soci::use(row.merged_at, "merged_at"));
}

} // namespace

std::vector<Decision> Reactions::decisions_of(RoundId round) const
{
    return select<Decision>(sql_, R"sql(
        SELECT d.id, d.remark_id, d.outcome, d.heading, d.body, d.reason, d.decided_by, d.decided_at, d.sealed_in
        FROM decisions d
        JOIN remarks m ON m.id = d.remark_id
        JOIN reactions r ON r.id = m.reaction_id
        WHERE r.round_id = :id
        ORDER BY d.id)sql",
                            bind_decision, soci::use(round, "id"));
}

DecisionId Reactions::add_decision(const Decision& row, std::optional<AccountId> account)
{
    return DecisionId{insert(sql_, "decisions", R"sql(
        INSERT INTO decisions (remark_id, outcome, heading, body, reason, account_id, decided_by, decided_at)
        VALUES (:remark, :outcome, :heading, :body, :reason, :account, :decided_by, :decided_at))sql",
                             soci::use(row.remark, "remark"), soci::use(row.outcome, "outcome"),
                             soci::use(row.heading, "heading"), soci::use(row.text, "body"),
                             soci::use(row.reason, "reason"), soci::use(account, "account"),
                             soci::use(row.decided_by, "decided_by"), soci::use(row.decided_at, "decided_at"))};
}

void Reactions::seal_decisions(RoundId round, VersionId version)
{
    change(sql_, R"sql(
        UPDATE decisions SET sealed_in = :version
        WHERE sealed_in IS NULL AND remark_id IN
            (SELECT m.id FROM remarks m JOIN reactions r ON r.id = m.reaction_id WHERE r.round_id = :round))sql",
           soci::use(version, "version"), soci::use(round, "round"));
}

std::vector<StoredSettlement> Reactions::settlements_of(VersionId version) const
{
    return select<StoredSettlement>(sql_, R"sql(
        SELECT version_id, article_id, heading, body, author, written_at, revision
        FROM settlements WHERE version_id = :id ORDER BY id)sql",
                                    bind_settlement, soci::use(version, "id"));
}

void Reactions::save(const StoredSettlement& row)
{
    if (row.revision == 0)
        return insert_settlement(sql_, row);
    const auto touched = change(sql_, R"sql(
        UPDATE settlements
        SET heading = :heading, body = :body, author = :author, written_at = :written_at, revision = revision + 1
        WHERE version_id = :version AND article_id = :article AND revision = :revision)sql",
                                soci::use(row.settlement.heading, "heading"), soci::use(row.settlement.text, "body"),
                                soci::use(row.author, "author"), soci::use(row.written_at, "written_at"),
                                soci::use(row.version, "version"), soci::use(row.settlement.article.value, "article"),
                                soci::use(row.revision, "revision"));
    if (touched != 1)
        throw Outdated("settlement");
}

std::optional<MergedText> Reactions::merged_text(VersionId version) const
{
    return select_one<MergedText>(sql_, R"sql(
        SELECT version_id, canonical, author, merged_at, revision FROM merged_texts WHERE version_id = :id)sql",
                                  bind_merged_text, soci::use(version, "id"));
}

void Reactions::save(const MergedText& row)
{
    if (row.revision == 0)
        return insert_merged_text(sql_, row);
    const auto touched = change(sql_, R"sql(
        UPDATE merged_texts
        SET canonical = :canonical, author = :author, merged_at = :merged_at, revision = revision + 1
        WHERE version_id = :version AND revision = :revision)sql",
                                soci::use(row.canonical, "canonical"), soci::use(row.author, "author"),
                                soci::use(row.merged_at, "merged_at"), soci::use(row.version, "version"),
                                soci::use(row.revision, "revision"));
    if (touched != 1)
        throw Outdated("merged text");
}

} // namespace rondetafel::storage
