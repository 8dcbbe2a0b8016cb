// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/covenants.hpp>
#include <rondetafel/storage/database.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string covenant_query =
    "SELECT id, programme_id, step_id, subject, title, state, revision, created_at FROM covenants ";

void bind_covenant(soci::statement& statement, Covenant& row)
{
    columns(statement, row.id, row.programme, row.step, row.subject, row.title, row.state, row.revision,
            row.created_at);
}

const std::string dismissal_query = R"sql(
    SELECT id, covenant_id, rule, article_id, subject, text_sha256, reason, author, dismissed_at
    FROM finding_dismissals )sql";

void bind_dismissal(soci::statement& statement, Dismissal& row)
{
    columns(statement, row.id, row.covenant, row.rule, row.article.value, row.subject, row.text_sha256,
            row.reason, row.author, row.dismissed_at);
}

} // namespace

std::vector<Covenant> Covenants::of(ProgrammeId programme) const
{
    return select<Covenant>(sql_, covenant_query + "WHERE programme_id = :id ORDER BY created_at, id",
                            bind_covenant, soci::use(programme, "id"));
}

std::optional<Covenant> Covenants::find(CovenantId id) const
{
    return select_one<Covenant>(sql_, covenant_query + "WHERE id = :id", bind_covenant, soci::use(id, "id"));
}

CovenantId Covenants::add(const Covenant& covenant)
{
    return CovenantId{insert(sql_, "covenants", R"sql(
        INSERT INTO covenants (programme_id, step_id, subject, title, state, revision, created_at)
        VALUES (:programme, :step, :subject, :title, :state, 1, :created_at))sql",
                             soci::use(covenant.programme, "programme"), soci::use(covenant.step, "step"),
                             soci::use(covenant.subject, "subject"), soci::use(covenant.title, "title"),
                             soci::use(covenant.state, "state"),
                             soci::use(covenant.created_at, "created_at"))};
}

void Covenants::save(Covenant& covenant)
{
    const auto touched = change(sql_, R"sql(
        UPDATE covenants
        SET step_id = :step, subject = :subject, title = :title, state = :state, revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
                                soci::use(covenant.step, "step"), soci::use(covenant.subject, "subject"),
                                soci::use(covenant.title, "title"), soci::use(covenant.state, "state"),
                                soci::use(covenant.id, "id"), soci::use(covenant.revision, "revision"));
    if (touched != 1)
        throw Outdated("covenant");
    ++covenant.revision;
}

void Covenants::take_turn(CovenantId id)
{
    change(sql_, "UPDATE covenants SET turns = turns + 1 WHERE id = :id", soci::use(id, "id"));
}

std::vector<Dismissal> Covenants::dismissals_of(CovenantId covenant) const
{
    return select<Dismissal>(sql_, dismissal_query + "WHERE covenant_id = :id ORDER BY id", bind_dismissal,
                             soci::use(covenant, "id"));
}

void Covenants::add_dismissal(const Dismissal& dismissal)
{
    change(sql_, R"sql(
        INSERT INTO finding_dismissals (covenant_id, rule, article_id, subject, text_sha256, reason, author,
                                        dismissed_at)
        VALUES (:covenant, :rule, :article, :subject, :sha256, :reason, :author, :at))sql",
           soci::use(dismissal.covenant, "covenant"), soci::use(dismissal.rule, "rule"),
           soci::use(dismissal.article.value, "article"), soci::use(dismissal.subject, "subject"),
           soci::use(dismissal.text_sha256, "sha256"), soci::use(dismissal.reason, "reason"),
           soci::use(dismissal.author, "author"), soci::use(dismissal.dismissed_at, "at"));
}

bool Covenants::remove_dismissal(CovenantId covenant, long long id)
{
    return change(sql_, "DELETE FROM finding_dismissals WHERE id = :id AND covenant_id = :covenant",
                  soci::use(id, "id"), soci::use(covenant, "covenant")) == 1;
}

} // namespace rondetafel::storage
