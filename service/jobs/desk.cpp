// SPDX-License-Identifier: EUPL-1.2
#include "desk.hpp"

#include <rondetafel/base/log.hpp>
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/letters/letter_facts.hpp>
#include <rondetafel/letters/mime.hpp>

namespace rondetafel::jobs
{

namespace
{

using storage::Access;

constexpr const char* not_repeated = "not_repeated";

/// Where a letter comes to rest that is not to leave any more; one that may have arrived stays visibly
/// uncertain.
LetterState given_up(const storage::OutboxLetter& letter, LetterState state)
{
    return letter.is_repeat() ? LetterState::uncertain : state;
}

/// Thrown before the body leaves when another process took the letter over meanwhile.
struct LeaseLost
{
};

} // namespace

Desk::Desk(storage::Address address, const actions::Installation& installation, const mail::Relay& relay,
           std::shared_ptr<const templates::Source> letters, const PostSettings& settings, unsigned number)
    : installation_(installation), database_(std::move(address)), runner_(database_, installation),
      letters_(std::move(letters)), smtp_(relay), settings_(settings),
      owner_(hex(installation.randomness->bytes(8)) + "." + std::to_string(number))
{
}

std::vector<storage::OutboxLetter> Desk::lease_batch()
{
    const auto now = installation_.machine_clock->now();
    // Looking costs no write; only when something waits is the database asked for a writing transaction.
    if (database_.records().outbox.due(now, 1).empty())
        return {};
    auto leased = database_.transact(Access::write, [&](storage::Records& records) {
        std::vector<storage::OutboxLetter> mine;
        for (auto letter : records.outbox.due(now, settings_.batch))
            if (records.outbox.lease(letter, owner_, now + settings_.lease))
                mine.push_back(std::move(letter));
        return Result<std::vector<storage::OutboxLetter>>(std::move(mine));
    });
    return std::move(*leased);
}

Desk::Outcome Desk::send_batch(const std::function<bool()>& may_send, const std::stop_token& stop)
{
    stop_ = stop;
    const auto batch = lease_batch();
    if (batch.empty())
        return Outcome::idle;
    for (std::size_t index = 0; index < batch.size(); ++index)
    {
        const bool go_on = may_send();
        if (!go_on || !send(batch[index]))
        {
            write_down();
            give_back(batch, go_on ? index + 1 : index);
            return go_on ? Outcome::relay_down : Outcome::stopped;
        }
    }
    write_down();
    return Outcome::sent;
}

// Says no when the relay itself is to blame.
bool Desk::send(storage::OutboxLetter letter)
{
    const auto subject = runner_.perform(Access::read, actions::letter_subject, actor_, letter.id);
    const auto now = installation_.machine_clock->now();
    Handled handled{letter, {}, false};
    handled.attempt.number = letter.attempts;
    handled.attempt.started_at = now;
    if (!subject || !subject->relevant || letter.expires_at <= now)
    {
        const bool relevant = subject && subject->relevant;
        handled.attempt.outcome = word(relevant ? LetterState::expired : LetterState::cancelled);
        handled.letter.state = given_up(letter, relevant ? LetterState::expired : LetterState::cancelled);
        handled_.push_back(handled);
        return true;
    }
    try
    {
        handled = deliver(*subject, letter);
    }
    catch (const LeaseLost&)
    {
        return true;
    }
    const bool relay_is_fine = handled.letter.state != LetterState::queued;
    handled_.push_back(std::move(handled));
    return relay_is_fine;
}

Desk::Handled Desk::deliver(const actions::LetterSubject& subject, storage::OutboxLetter& letter)
{
    const auto message = letters::to_mime(letters_.write(letters::facts_of(subject)), letters::headers_of(subject));
    const auto sha256 = sha256_hex(message);
    const bool other_letter = letter.is_repeat() && letter.sha256 != sha256;
    letter.sha256 = sha256;
    Handled handled{letter, {}, false};
    handled.attempt.number = letter.attempts;
    handled.attempt.started_at = installation_.machine_clock->now();
    if (other_letter) // under the same Message-ID it would be taken for the first, or for a forgery
    {
        handled.letter.state = LetterState::uncertain;
        handled.attempt.outcome = not_repeated;
        return handled;
    }
    // One commit notes that this body leaves, and what became of the letter before it.
    const auto before_body = [&] {
        handled.attempt.data_started_at = installation_.machine_clock->now();
        const auto noted = database_.transact(Access::write, [&](storage::Records& records) {
            write_down(records);
            if (!records.outbox.start_data(letter))
                throw LeaseLost{};
            return Result<Done>(Done{});
        });
        static_cast<void>(noted);
        handled_.clear();
    };
    const auto delivery =
        smtp_.send({subject.office.sender_address, letter.to_address}, message, before_body, stop_);
    judge(delivery, handled);
    return handled;
}

void Desk::judge(const mail::Delivery& delivery, Handled& handled)
{
    using Kind = mail::Delivery::Kind;
    const auto now = installation_.machine_clock->now();
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
        letter.state =
            gives_up(letter.created_at, now) ? given_up(letter, LetterState::expired) : LetterState::deferred;
        letter.next_attempt_at = now + retry_delay(letter.attempts);
        break;
    case Kind::uncertain:
        letter.state = LetterState::uncertain;
        letter.next_attempt_at = now + installation_.uncertain_wait;
        break;
    case Kind::relay_unavailable:
    case Kind::misconfigured:
        letter.state = LetterState::queued;
        letter.next_attempt_at = now + std::chrono::seconds(30);
        break;
    }
    log_event(LogLevel::info, "letter.handled",
              {{"letter", letter.id.value}, {"outcome", std::string(word(delivery.kind))}, {"code", delivery.code}});
}

void Desk::write_down(storage::Records& records)
{
    for (const auto& handled : handled_)
    {
        if (!records.outbox.record(handled.letter))
            continue; // another process took it over, and will say what became of it
        records.outbox.add_attempt(handled.letter.id, handled.attempt, handled.letter.sha256);
        if (handled.bad_address)
        {
            records.parties.mark_address(handled.letter.to_address, AddressState::refused);
            records.invitations.mark_address(handled.letter.to_address, AddressState::refused);
        }
    }
}

void Desk::write_down()
{
    if (handled_.empty())
        return;
    const auto noted = database_.transact(Access::write, [&](storage::Records& records) {
        write_down(records);
        return Result<Done>(Done{});
    });
    static_cast<void>(noted);
    handled_.clear();
}

void Desk::give_back(const std::vector<storage::OutboxLetter>& letters, std::size_t from)
{
    const auto given = database_.transact(Access::write, [&](storage::Records& records) {
        for (auto index = from; index < letters.size(); ++index)
        {
            auto letter = letters[index];
            letter.state = LetterState::queued;
            records.outbox.record(letter);
        }
        return Result<Done>(Done{});
    });
    static_cast<void>(given);
}

} // namespace rondetafel::jobs
