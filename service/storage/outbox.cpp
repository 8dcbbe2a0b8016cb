// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/outbox.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string letter_query = R"sql(
    SELECT id, kind, state, occasion, recipient, ordinal, meeting_id, invitation_id, account_id, language, to_name,
           to_address, message_id, seed, written_at, facts, attempts, next_attempt_at, expires_at, lease_owner,
           lease_until, repeats_left, fence, sha256, last_code, last_reply, sent_at, created_at
    FROM outbox )sql";

void bind_letter(soci::statement& statement, OutboxLetter& row)
{
    columns(statement, row.id, row.kind, row.state, row.occasion, row.recipient, row.ordinal, row.meeting,
            row.invitation, row.account, row.language, row.to_name, row.to_address, row.message_id, row.seed,
            row.written_at, row.facts, row.attempts, row.next_attempt_at, row.expires_at, row.lease_owner,
            row.lease_until, row.repeats_left, row.fence, row.sha256, row.last_code, row.last_reply,
            row.sent_at, row.created_at);
}

void bind_count(soci::statement& statement, OutboxCount& row) { columns(statement, row.state, row.letters); }

// The kinds that are repeated, as a list in SQL; they are words of ours.
const std::string& repeated_kinds()
{
    static const auto list = []
    {
        std::string kinds;
        for (const auto& [kind, kind_word] : Words<LetterKind>::all)
            if (repeats_when_uncertain(kind))
                kinds += (kinds.empty() ? "'" : ", '") + std::string(kind_word) + "'";
        return kinds;
    }();
    return list;
}

std::string page_of(int limit, int offset)
{
    return " LIMIT " + std::to_string(limit) + " OFFSET " + std::to_string(offset);
}

} // namespace

LetterId Outbox::add(const OutboxLetter& row)
{
    return LetterId{insert(
        sql_, "outbox", R"sql(
        INSERT INTO outbox (kind, state, occasion, recipient, ordinal, meeting_id, invitation_id, account_id, language,
                            to_name, to_address, message_id, seed, written_at, facts, attempts, next_attempt_at,
                            expires_at, created_at)
        VALUES (:kind, :state, :occasion, :recipient, :ordinal, :meeting, :invitation, :account, :language, :to_name,
                :to_address, :message_id, :seed, :written_at, :facts, 0, :next_attempt_at, :expires_at, :created_at))sql",
        soci::use(row.kind, "kind"), soci::use(row.state, "state"), soci::use(row.occasion, "occasion"),
        soci::use(row.recipient, "recipient"), soci::use(row.ordinal, "ordinal"), soci::use(row.meeting, "meeting"),
        soci::use(row.invitation, "invitation"), soci::use(row.account, "account"),
        soci::use(row.language, "language"), soci::use(row.to_name, "to_name"),
        soci::use(row.to_address, "to_address"), soci::use(row.message_id, "message_id"), soci::use(row.seed, "seed"),
        soci::use(row.written_at, "written_at"), soci::use(row.facts, "facts"),
        soci::use(row.next_attempt_at, "next_attempt_at"), soci::use(row.expires_at, "expires_at"),
        soci::use(row.created_at, "created_at"))};
}

std::optional<OutboxLetter> Outbox::find(LetterId id) const
{
    return select_one<OutboxLetter>(sql_, letter_query + "WHERE id = :id", bind_letter, soci::use(id, "id"));
}

std::vector<OutboxLetter> Outbox::of_meeting(MeetingId meeting) const
{
    return select<OutboxLetter>(sql_, letter_query + "WHERE meeting_id = :id AND invitation_id IS NOT NULL ORDER BY id DESC",
                                bind_letter,
                                soci::use(meeting, "id"));
}

std::vector<OutboxLetter> Outbox::of_invitation(InvitationId invitation) const
{
    return select<OutboxLetter>(sql_, letter_query + "WHERE invitation_id = :id ORDER BY id DESC", bind_letter,
                                soci::use(invitation, "id"));
}

std::vector<OutboxLetter> Outbox::list(std::optional<LetterState> state, int limit, int offset) const
{
    if (!state)
        return select<OutboxLetter>(sql_, letter_query + "ORDER BY id DESC" + page_of(limit, offset), bind_letter);
    return select<OutboxLetter>(sql_, letter_query + "WHERE state = :state ORDER BY id DESC" + page_of(limit, offset),
                                bind_letter, soci::use(*state, "state"));
}

std::vector<OutboxLetter> Outbox::undelivered(int limit) const
{
    return select<OutboxLetter>(sql_, letter_query + R"sql(
        WHERE state IN ('failed', 'expired', 'uncertain') AND invitation_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM outbox AS later
            WHERE later.invitation_id = outbox.invitation_id AND later.id > outbox.id AND later.state <> 'cancelled')
        ORDER BY id DESC)sql" + page_of(limit, 0),
                                bind_letter);
}

std::vector<InvitationId> Outbox::waiting_for_first(MeetingId meeting) const
{
    return select<InvitationId>(
        sql_, R"sql(
        SELECT invitation_id FROM outbox WHERE meeting_id = :meeting AND invitation_id IS NOT NULL
        GROUP BY invitation_id
        HAVING SUM(CASE WHEN state IN ('held', 'queued', 'leased', 'deferred') THEN 1 ELSE 0 END) > 0
           AND SUM(CASE WHEN state IN ('sent', 'uncertain', 'data_started') THEN 1 ELSE 0 END) = 0)sql",
        [](soci::statement& statement, InvitationId& row) { columns(statement, row); },
        soci::use(meeting, "meeting"));
}

std::vector<OutboxCount> Outbox::counts() const
{
    return select<OutboxCount>(sql_, "SELECT state, COUNT(*) FROM outbox GROUP BY state", bind_count);
}

std::vector<OutboxCount> Outbox::counts(MeetingId meeting, LetterKind kind) const
{
    return select<OutboxCount>(
        sql_, "SELECT state, COUNT(*) FROM outbox WHERE meeting_id = :meeting AND kind = :kind GROUP BY state",
        bind_count, soci::use(meeting, "meeting"), soci::use(kind, "kind"));
}

std::string Outbox::first_message_id(InvitationId invitation) const
{
    const auto first = select_one<std::string>(
        sql_, R"sql(
        SELECT message_id FROM outbox
        WHERE invitation_id = :id AND kind IN ('invitation', 'substitute_invitation') ORDER BY id LIMIT 1)sql",
        [](soci::statement& statement, std::string& row) { columns(statement, row); }, soci::use(invitation, "id"));
    return first.value_or("");
}

int Outbox::next_ordinal(const std::string& occasion, const std::string& recipient, LetterKind kind) const
{
    using Highest = std::optional<int>;
    const auto highest = *select_one<Highest>(
        sql_, R"sql(
        SELECT MAX(ordinal) FROM outbox WHERE occasion = :occasion AND recipient = :recipient AND kind = :kind)sql",
        [](soci::statement& statement, Highest& row) { columns(statement, row); }, soci::use(occasion, "occasion"),
        soci::use(recipient, "recipient"), soci::use(kind, "kind"));
    return highest ? *highest + 1 : 0;
}

std::vector<OutboxLetter> Outbox::due(Instant now, int limit) const
{
    const auto uncertain = "state = 'uncertain' AND repeats_left > 0 AND kind IN (" + repeated_kinds() + ")";
    for (const auto& which : {std::string("state = 'queued'"), std::string("state = 'deferred'"), uncertain})
    {
        auto letters = select<OutboxLetter>(sql_,
                                            letter_query + "WHERE " + which +
                                                " AND next_attempt_at <= :now ORDER BY next_attempt_at, id" +
                                                page_of(limit, 0),
                                            bind_letter, soci::use(now, "now"));
        if (!letters.empty())
            return letters;
    }
    return {};
}

bool Outbox::lease(OutboxLetter& letter, const std::string& owner, Instant until)
{
    const int repeats_left = letter.state == LetterState::uncertain ? 0 : letter.repeats_left;
    const auto touched = change(sql_, R"sql(
        UPDATE outbox
        SET state = 'leased', lease_owner = :owner, lease_until = :until, attempts = attempts + 1, fence = fence + 1,
            repeats_left = :repeats_left
        WHERE id = :id AND state = :state AND fence = :fence)sql",
                                soci::use(owner, "owner"), soci::use(until, "until"),
                                soci::use(repeats_left, "repeats_left"), soci::use(letter.id, "id"),
                                soci::use(letter.state, "state"), soci::use(letter.fence, "fence"));
    if (touched != 1)
        return false;
    letter.state = LetterState::leased;
    letter.lease_owner = owner;
    letter.lease_until = until;
    letter.repeats_left = repeats_left;
    ++letter.attempts;
    ++letter.fence;
    return true;
}

bool Outbox::start_data(const OutboxLetter& letter)
{
    return change(sql_, R"sql(
        UPDATE outbox SET state = 'data_started', sha256 = :sha256
        WHERE id = :id AND fence = :fence AND state IN ('leased', 'data_started'))sql",
                  soci::use(letter.sha256, "sha256"), soci::use(letter.id, "id"),
                  soci::use(letter.fence, "fence")) == 1;
}

bool Outbox::record(const OutboxLetter& letter)
{
    return change(sql_, R"sql(
        UPDATE outbox
        SET state = :state, next_attempt_at = :next_attempt_at, last_code = :code, last_reply = :reply,
            sent_at = :sent_at, lease_until = NULL
        WHERE id = :id AND fence = :fence)sql",
                  soci::use(letter.state, "state"), soci::use(letter.next_attempt_at, "next_attempt_at"),
                  soci::use(letter.last_code, "code"), soci::use(letter.last_reply, "reply"),
                  soci::use(letter.sent_at, "sent_at"), soci::use(letter.id, "id"),
                  soci::use(letter.fence, "fence")) == 1;
}

long long Outbox::release_expired(Instant now, Instant repeat_at)
{
    auto touched = change(sql_, "UPDATE outbox SET state = 'queued', fence = fence + 1, lease_until = NULL "
                                "WHERE state = 'leased' AND lease_until < :now",
                          soci::use(now, "now"));
    touched += change(sql_,
                      "UPDATE outbox SET state = 'uncertain', fence = fence + 1, lease_until = NULL, "
                      "next_attempt_at = :repeat_at WHERE state = 'data_started' AND lease_until < :now",
                      soci::use(repeat_at, "repeat_at"), soci::use(now, "now"));
    return touched;
}

bool Outbox::requeue(LetterId id, Instant now, Instant expires)
{
    return change(sql_, R"sql(
        UPDATE outbox SET state = 'queued', next_attempt_at = :now, expires_at = :expires, fence = fence + 1,
            repeats_left = 1
        WHERE id = :id AND state IN ('failed', 'held', 'expired', 'uncertain', 'deferred'))sql",
                  soci::use(now, "now"), soci::use(expires, "expires"), soci::use(id, "id")) == 1;
}

long long Outbox::requeue_held(Instant now, Instant expires)
{
    return change(sql_, "UPDATE outbox SET state = 'queued', next_attempt_at = :now, expires_at = :expires "
                        "WHERE state = 'held'",
                  soci::use(now, "now"), soci::use(expires, "expires"));
}

void Outbox::cancel_waiting(InvitationId invitation)
{
    change(sql_, R"sql(
        UPDATE outbox SET state = 'cancelled', fence = fence + 1
        WHERE invitation_id = :id AND state IN ('queued', 'deferred', 'held'))sql",
           soci::use(invitation, "id"));
    change(sql_, "UPDATE outbox SET repeats_left = 0 WHERE invitation_id = :id AND state = 'uncertain'",
           soci::use(invitation, "id"));
}

void Outbox::add_attempt(LetterId letter, const OutboxAttempt& attempt, const std::string& sha256)
{
    change(sql_, R"sql(
        INSERT INTO outbox_attempts (letter_id, number, started_at, ended_at, data_started_at, outcome, code, reply, sha256)
        VALUES (:letter, :number, :started_at, :ended_at, :data_started_at, :outcome, :code, :reply, :sha256))sql",
           soci::use(letter, "letter"), soci::use(attempt.number, "number"), soci::use(attempt.started_at, "started_at"),
           soci::use(attempt.ended_at, "ended_at"), soci::use(attempt.data_started_at, "data_started_at"),
           soci::use(attempt.outcome, "outcome"), soci::use(attempt.code, "code"), soci::use(attempt.reply, "reply"),
           soci::use(sha256, "sha256"));
}

std::vector<OutboxAttempt> Outbox::attempts_of(LetterId letter) const
{
    return select<OutboxAttempt>(
        sql_, R"sql(
        SELECT number, started_at, ended_at, data_started_at, outcome, code, reply
        FROM outbox_attempts WHERE letter_id = :id ORDER BY id)sql",
        [](soci::statement& statement, OutboxAttempt& row) {
            columns(statement, row.number, row.started_at, row.ended_at, row.data_started_at, row.outcome, row.code,
                 row.reply);
        },
        soci::use(letter, "id"));
}

} // namespace rondetafel::storage
