// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/letters.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// A letter in the outbox: what kind, for whom and about what; no text and no link. `occasion` with recipient,
/// kind and ordinal is unique, so that no double click and no second replica can send anything twice.
struct OutboxLetter
{
    LetterId id;
    LetterKind kind = LetterKind::invitation;
    LetterState state = LetterState::queued;
    std::string occasion; ///< "meeting:12"
    std::string recipient; ///< "invitation:345"
    int ordinal = 0;
    std::optional<MeetingId> meeting;
    std::optional<InvitationId> invitation;
    std::optional<AccountId> account;
    Language language = Language::nl;
    std::string to_name;
    std::string to_address;
    std::string message_id;
    std::string seed;      ///< of the MIME boundaries
    Instant written_at;    ///< programme clock: Date of the letter, DTSTAMP of its calendar file
    std::string facts;     ///< small words the letter needs, as JSON; never a secret
    int attempts = 0;
    Instant next_attempt_at; ///< machine clock, like the fields below
    Instant expires_at;
    std::string lease_owner;
    std::optional<Instant> lease_until;
    int repeats_left = 1; ///< how often it may still leave again by itself after an uncertain outcome
    int fence = 0; ///< grows with every lease, so that a late writer notices it lost the letter
    std::string sha256;
    int last_code = 0;
    std::string last_reply;
    std::optional<Instant> sent_at;
    Instant created_at;

    /// Whether an earlier copy may have arrived, so that only the very same bytes may leave.
    bool is_repeat() const { return repeats_left == 0; }
};

struct OutboxAttempt
{
    int number = 0;
    Instant started_at;
    std::optional<Instant> ended_at;
    std::optional<Instant> data_started_at;
    std::string outcome;
    int code = 0;
    std::string reply;
};

/// How many letters are in which state.
struct OutboxCount
{
    LetterState state = LetterState::queued;
    long long letters = 0;
};

class Outbox
{
public:
    explicit Outbox(Sql& sql) : sql_(sql) {}

    LetterId add(const OutboxLetter& letter);
    std::optional<OutboxLetter> find(LetterId id) const;
    /// Letters to the invited; trials to staff are not among them.
    std::vector<OutboxLetter> of_meeting(MeetingId meeting) const;
    std::vector<OutboxLetter> of_invitation(InvitationId invitation) const;
    /// Newest first; all states when `state` is nothing.
    std::vector<OutboxLetter> list(std::optional<LetterState> state, int limit, int offset) const;
    /// To the invited: letters that did not or may not have arrived, unless a later one left since. Newest
    /// first.
    std::vector<OutboxLetter> undelivered(int limit) const;
    /// Whose first letter about this meeting still waits: held, queued or put off.
    std::vector<InvitationId> waiting_for_first(MeetingId meeting) const;
    std::vector<OutboxCount> counts() const;
    std::vector<OutboxCount> counts(MeetingId meeting, LetterKind kind) const;
    /// Message-ID of the letter that invited somebody, which later ones follow up on; empty when there is none.
    std::string first_message_id(InvitationId invitation) const;
    /// For one more letter of this occasion, recipient and kind.
    int next_ordinal(const std::string& occasion, const std::string& recipient, LetterKind kind) const;

    /// Letters whose turn it is, oldest first; uncertain ones that may be repeated come last. Takes no lock,
    /// so lease each before use.
    std::vector<OutboxLetter> due(Instant now, int limit) const;
    /// Takes a letter for `owner`; false when another was faster. Raises fence and attempts of `letter`; an
    /// uncertain one has no repeat left from here on.
    bool lease(OutboxLetter& letter, const std::string& owner, Instant until);
    /// The relay may have it from here on; false when the lease was lost. May be said again, with other bytes, of one
    /// that did not leave yet.
    bool start_data(const OutboxLetter& letter);
    /// Writes state, reply, next attempt and time of sending; false when the lease was lost meanwhile.
    bool record(const OutboxLetter& letter);
    /// Leases that ran out: leased ones go back to queued, those with data started become uncertain, to be
    /// repeated at `repeat_at` at the earliest.
    long long release_expired(Instant now, Instant repeat_at);
    /// Puts a letter back by hand: failed, held, expired or uncertain ones; bytes may differ from then on.
    bool requeue(LetterId id, Instant now, Instant expires);
    long long requeue_held(Instant now, Instant expires);
    /// Nothing that waits leaves any more, and nothing uncertain is repeated.
    void cancel_waiting(InvitationId invitation);

    void add_attempt(LetterId letter, const OutboxAttempt& attempt, const std::string& sha256);
    std::vector<OutboxAttempt> attempts_of(LetterId letter) const;

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
