// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/rounds.hpp>

namespace rondetafel::storage
{

namespace
{

template <class Value>
void bind_value(soci::statement& statement, Value& row)
{
    columns(statement, row);
}

} // namespace

void Rounds::tie_letter(LetterId letter, RoundId round, ConsulteeId consultee)
{
    change(sql_, R"sql(
        INSERT INTO round_letters (letter_id, round_id, consultee_id) VALUES (:letter, :round, :consultee))sql",
           soci::use(letter, "letter"), soci::use(round, "round"), soci::use(consultee, "consultee"));
}

std::optional<ConsulteeId> Rounds::consultee_of(LetterId letter) const
{
    return select_one<ConsulteeId>(sql_, "SELECT consultee_id FROM round_letters WHERE letter_id = :id",
                                   bind_value<ConsulteeId>, soci::use(letter, "id"));
}

std::vector<LetterId> Rounds::letters_of(RoundId round) const
{
    return select<LetterId>(sql_, "SELECT letter_id FROM round_letters WHERE round_id = :id ORDER BY letter_id",
                            bind_value<LetterId>, soci::use(round, "id"));
}

std::vector<LetterId> Rounds::letters_to(ConsulteeId consultee) const
{
    return select<LetterId>(sql_, "SELECT letter_id FROM round_letters WHERE consultee_id = :id ORDER BY letter_id",
                            bind_value<LetterId>, soci::use(consultee, "id"));
}

void Rounds::tie_link(long long link, ConsulteeId consultee)
{
    change(sql_, "INSERT INTO round_links (link_id, consultee_id) VALUES (:link, :consultee)", soci::use(link, "link"),
           soci::use(consultee, "consultee"));
}

std::optional<ConsulteeId> Rounds::consultee_of_link(long long link) const
{
    return select_one<ConsulteeId>(sql_, "SELECT consultee_id FROM round_links WHERE link_id = :id",
                                   bind_value<ConsulteeId>, soci::use(link, "id"));
}

void Rounds::revoke_links(ConsulteeId consultee, Instant now)
{
    change(sql_, R"sql(
        UPDATE links SET revoked_at = :now
        WHERE revoked_at IS NULL AND id IN (SELECT link_id FROM round_links WHERE consultee_id = :id))sql",
           soci::use(now, "now"), soci::use(consultee, "id"));
}

void Rounds::cancel_waiting_letters(ConsulteeId consultee)
{
    change(sql_, R"sql(
        UPDATE outbox SET state = 'cancelled', fence = fence + 1
        WHERE state IN ('queued', 'deferred', 'held')
          AND id IN (SELECT letter_id FROM round_letters WHERE consultee_id = :id))sql",
           soci::use(consultee, "id"));
}

} // namespace rondetafel::storage
