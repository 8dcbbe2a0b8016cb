// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/rounds.hpp>

#include <fmt/format.h>

#include <charconv>

namespace rondetafel::storage
{

namespace
{

const std::string round_query = R"sql(
    SELECT id, covenant_id, version_id, visibility, opens_local, closes_local, accept_late, introduction, reminders, state,
           revision
    FROM rounds )sql";

const std::string consultee_query = R"sql(
    SELECT id, round_id, party_id, contact_id, given_name, infix, family_name, address_form, email, language, invited_at,
           withdrawn_at
    FROM consultees )sql";

struct RoundRow
{
    Round round;
    std::string reminders; ///< "7,2"
};

void bind_round(soci::statement& statement, RoundRow& row)
{
    auto& round = row.round;
    columns(statement, round.id, round.covenant, round.version, round.visibility, round.opens, round.closes,
            round.accept_late, round.introduction, row.reminders, round.state, round.revision);
}

void bind_consultee(soci::statement& statement, Consultee& row)
{
    columns(statement, row.id, row.round, row.party, row.contact, row.name.given, row.name.infix, row.name.family,
            row.name.form, row.email, row.language, row.invited_at, row.withdrawn_at);
}

std::vector<int> numbers_in(const std::string& text)
{
    std::vector<int> numbers;
    const auto* at = text.data();
    const auto* const end = at + text.size();
    while (at < end)
    {
        int number = 0;
        at = std::from_chars(at, end, number).ptr + 1;
        numbers.push_back(number);
    }
    return numbers;
}

std::vector<Round> rounds_in(std::vector<RoundRow> rows)
{
    std::vector<Round> rounds;
    for (auto& row : rows)
    {
        row.round.reminders = numbers_in(row.reminders);
        rounds.push_back(std::move(row.round));
    }
    return rounds;
}

} // namespace

std::optional<Round> Rounds::find(RoundId id) const
{
    auto found = rounds_in(select<RoundRow>(sql_, round_query + "WHERE id = :id", bind_round, soci::use(id, "id")));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Round> Rounds::of(CovenantId covenant) const
{
    return rounds_in(select<RoundRow>(sql_, round_query + "WHERE covenant_id = :id ORDER BY id", bind_round,
                                      soci::use(covenant, "id")));
}

std::vector<Round> Rounds::running() const
{
    return rounds_in(
        select<RoundRow>(sql_, round_query + "WHERE state IN ('planned', 'open') ORDER BY id", bind_round));
}

std::vector<Round> Rounds::unconcluded() const
{
    return rounds_in(select<RoundRow>(sql_, round_query + "WHERE state <> 'concluded' ORDER BY id", bind_round));
}

RoundId Rounds::add(const Round& round)
{
    const auto opens_at = round.opens_at();
    const auto closes_at = round.closes_at();
    const auto reminders = fmt::format("{}", fmt::join(round.reminders, ","));
    return RoundId{insert(sql_, "rounds", R"sql(
        INSERT INTO rounds (covenant_id, version_id, visibility, opens_local, closes_local, opens_at, closes_at, accept_late,
                            introduction, reminders, state, revision)
        VALUES (:covenant, :version, :visibility, :opens, :closes, :opens_at, :closes_at, :late, :introduction, :reminders,
                :state, 1))sql",
                          soci::use(round.covenant, "covenant"), soci::use(round.version, "version"),
                          soci::use(round.visibility, "visibility"), soci::use(round.opens, "opens"),
                          soci::use(round.closes, "closes"), soci::use(opens_at, "opens_at"),
                          soci::use(closes_at, "closes_at"), soci::use(round.accept_late, "late"),
                          soci::use(round.introduction, "introduction"), soci::use(reminders, "reminders"),
                          soci::use(round.state, "state"))};
}

void Rounds::save(Round& round)
{
    const auto opens_at = round.opens_at();
    const auto closes_at = round.closes_at();
    const auto reminders = fmt::format("{}", fmt::join(round.reminders, ","));
    const auto touched = change(sql_, R"sql(
        UPDATE rounds
        SET version_id = :version, visibility = :visibility, opens_local = :opens, closes_local = :closes,
            opens_at = :opens_at, closes_at = :closes_at, accept_late = :late, introduction = :introduction,
            reminders = :reminders, state = :state, revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
                                soci::use(round.version, "version"), soci::use(round.visibility, "visibility"),
                                soci::use(round.opens, "opens"), soci::use(round.closes, "closes"),
                                soci::use(opens_at, "opens_at"), soci::use(closes_at, "closes_at"),
                                soci::use(round.accept_late, "late"), soci::use(round.introduction, "introduction"),
                                soci::use(reminders, "reminders"), soci::use(round.state, "state"),
                                soci::use(round.id, "id"), soci::use(round.revision, "revision"));
    if (touched != 1)
        throw Outdated("round");
    ++round.revision;
}

void Rounds::remove_planned(RoundId id)
{
    change(sql_, "DELETE FROM consultees WHERE round_id = :id", soci::use(id, "id"));
    change(sql_, "DELETE FROM rounds WHERE id = :id AND state = 'planned'", soci::use(id, "id"));
}

void Rounds::take_turn(RoundId id)
{
    change(sql_, "UPDATE rounds SET turns = turns + 1 WHERE id = :id", soci::use(id, "id"));
}

std::optional<Consultee> Rounds::find_consultee(ConsulteeId id) const
{
    return select_one<Consultee>(sql_, consultee_query + "WHERE id = :id", bind_consultee, soci::use(id, "id"));
}

std::vector<Consultee> Rounds::consultees_of(RoundId round) const
{
    return select<Consultee>(sql_, consultee_query + "WHERE round_id = :id ORDER BY party_id, id", bind_consultee,
                             soci::use(round, "id"));
}

std::vector<Consultee> Rounds::consultees_of(ContactId contact) const
{
    return select<Consultee>(sql_, consultee_query + "WHERE contact_id = :id ORDER BY id DESC", bind_consultee,
                             soci::use(contact, "id"));
}

ConsulteeId Rounds::add_consultee(const Consultee& row)
{
    return ConsulteeId{insert(sql_, "consultees", R"sql(
        INSERT INTO consultees (round_id, party_id, contact_id, given_name, infix, family_name, address_form, email,
                                language, invited_at)
        VALUES (:round, :party, :contact, :given, :infix, :family, :form, :email, :language, :invited_at))sql",
                              soci::use(row.round, "round"), soci::use(row.party, "party"),
                              soci::use(row.contact, "contact"), soci::use(row.name.given, "given"),
                              soci::use(row.name.infix, "infix"), soci::use(row.name.family, "family"),
                              soci::use(row.name.form, "form"), soci::use(row.email, "email"),
                              soci::use(row.language, "language"), soci::use(row.invited_at, "invited_at"))};
}

void Rounds::save_consultee(const Consultee& row)
{
    change(sql_, R"sql(
        UPDATE consultees
        SET given_name = :given, infix = :infix, family_name = :family, address_form = :form, email = :email,
            language = :language, invited_at = :invited_at, withdrawn_at = :withdrawn_at
        WHERE id = :id)sql",
           soci::use(row.name.given, "given"), soci::use(row.name.infix, "infix"),
           soci::use(row.name.family, "family"), soci::use(row.name.form, "form"), soci::use(row.email, "email"),
           soci::use(row.language, "language"), soci::use(row.invited_at, "invited_at"),
           soci::use(row.withdrawn_at, "withdrawn_at"), soci::use(row.id, "id"));
}

void Rounds::remove_consultee(ConsulteeId id)
{
    change(sql_, "DELETE FROM consultees WHERE id = :id AND invited_at IS NULL", soci::use(id, "id"));
}

} // namespace rondetafel::storage
