// SPDX-License-Identifier: EUPL-1.2
#include "handled.hpp"

#include <rondetafel/base/log.hpp>

namespace rondetafel::jobs
{

namespace
{

LetterState after_giving_up(const storage::OutboxLetter& letter, LetterState state)
{
    return letter.is_repeat() ? LetterState::uncertain : state;
}

} // namespace

void give_up(Handled& handled, LetterState state)
{
    handled.attempt.outcome = word(state);
    handled.letter.state = after_giving_up(handled.letter, state);
}

void judge(Handled& handled, const mail::Delivery& delivery, Instant now, std::chrono::seconds uncertain_wait)
{
    using Kind = mail::Delivery::Kind;
    auto& letter = handled.letter;
    handled.attempt.ended_at = now;
    handled.attempt.outcome = word(delivery.kind);
    handled.attempt.code = letter.last_code = delivery.code;
    handled.attempt.reply = letter.last_reply = delivery.reply;
    switch (delivery.kind)
    {
    case Kind::accepted:
        letter.state = LetterState::sent;
        letter.sent_at = now;
        break;
    case Kind::permanent:
        letter.state = LetterState::failed;
        handled.bad_address = delivery.bad_address;
        break;
    case Kind::transient:
        letter.state = gives_up(letter.created_at, now) ? after_giving_up(letter, LetterState::expired)
                                                        : LetterState::deferred;
        letter.next_attempt_at = now + retry_delay(letter.attempts);
        break;
    case Kind::uncertain:
        letter.state = LetterState::uncertain;
        letter.next_attempt_at = now + uncertain_wait;
        break;
    case Kind::relay_unavailable:
    case Kind::misconfigured:
        letter.state = LetterState::queued;
        letter.next_attempt_at = now + relay_pause;
        break;
    }
    log_event(LogLevel::info, "letter.handled",
              {{"letter", letter.id.value}, {"outcome", std::string(word(delivery.kind))}, {"code", delivery.code}});
}

void record(storage::Records& records, const std::vector<Handled>& letters)
{
    for (const auto& [letter, attempt, bad_address] : letters)
    {
        if (!records.outbox.record(letter))
            continue;
        records.outbox.add_attempt(letter.id, attempt, letter.sha256);
        if (!bad_address)
            continue;
        records.parties.mark_address(letter.to_address, AddressState::refused);
        records.invitations.mark_address(letter.to_address, AddressState::refused);
    }
}

} // namespace rondetafel::jobs
