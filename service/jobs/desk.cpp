// SPDX-License-Identifier: EUPL-1.2
#include "desk.hpp"

#include <rondetafel/base/log.hpp>
#include <rondetafel/base/secrets.hpp>

namespace rondetafel::jobs
{

namespace
{

using storage::Access;
using namespace std::chrono_literals;

constexpr auto fresh_for = 100ms;
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
    : installation_(installation), database_(address), composer_(std::move(address), installation, std::move(letters)),
      smtp_(relay), settings_(settings), owner_(hex(installation.randomness->bytes(8)) + "." + std::to_string(number))
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
    auto batch = lease_batch();
    if (batch.empty())
        return Outcome::idle;
    auto next = composer_.begin(batch.front().id);
    for (std::size_t index = 0; index < batch.size(); ++index)
    {
        const bool go_on = may_send();
        auto composed = go_on ? fresh(next.get(), batch[index].id) : Composed{};
        if (go_on && index + 1 < batch.size())
            next = composer_.begin(batch[index + 1].id);
        if (!go_on || !send(batch[index], composed))
        {
            write_down();
            give_back(batch, go_on ? index + 1 : index);
            return go_on ? Outcome::relay_down : Outcome::stopped;
        }
    }
    write_down();
    return Outcome::sent;
}

// Who gets a letter is decided when it leaves: one that waited for the pace is judged and composed anew.
Composed Desk::fresh(Composed composed, LetterId letter)
{
    if (std::chrono::steady_clock::now() - composed.at < fresh_for)
        return composed;
    return composer_.begin(letter).get();
}

// Says no when the relay itself is to blame.
bool Desk::send(storage::OutboxLetter& letter, const Composed& composed)
{
    const auto now = installation_.machine_clock->now();
    Handled handled{letter, {}, false};
    handled.attempt.number = letter.attempts;
    handled.attempt.started_at = now;
    if (composed.unwritable && now < letter.expires_at)
        return set_aside(composed, std::move(handled));
    if (composed.message.empty() || letter.expires_at <= now)
    {
        const bool nobody_needs_it = composed.message.empty() && !composed.unwritable;
        const auto state = nobody_needs_it ? LetterState::cancelled : LetterState::expired;
        handled.attempt.outcome = word(state);
        handled.letter.state = given_up(letter, state);
        handled_.push_back(std::move(handled));
        return true;
    }
    const bool other_letter = letter.is_repeat() && letter.sha256 != composed.sha256;
    handled.letter.sha256 = composed.sha256;
    if (other_letter) // under the same Message-ID it would be taken for the first, or for a forgery
    {
        handled.letter.state = LetterState::uncertain;
        handled.attempt.outcome = not_repeated;
        handled_.push_back(std::move(handled));
        return true;
    }
    try
    {
        deliver(composed, handled);
    }
    catch (const LeaseLost&)
    {
        return true;
    }
    const bool relay_is_fine = handled.letter.state != LetterState::queued;
    handled_.push_back(std::move(handled));
    return relay_is_fine;
}

// A letter that cannot be written fails by itself; without a sender none can leave, and all wait for a person.
bool Desk::set_aside(const Composed& composed, Handled handled)
{
    using Kind = mail::Delivery::Kind;
    mail::Delivery verdict;
    verdict.kind = composed.sender.empty() ? Kind::misconfigured : Kind::permanent;
    judge(verdict, handled);
    handled_.push_back(std::move(handled));
    return verdict.kind != Kind::misconfigured;
}

void Desk::deliver(const Composed& composed, Handled& handled)
{
    // A relay that has just taken a letter will most likely want this one: its start is written down while the relay
    // is asked. With any other relay nothing is noted before it says that it wants the body.
    const bool relay_is_warm = !handled_.empty() && handled_.back().letter.state == LetterState::sent;
    std::future<void> noted;
    if (relay_is_warm)
        noted = side_thread_.begin([this, letter = handled.letter] { note_start(letter); });
    const auto before_body = [&] {
        handled.attempt.data_started_at = installation_.machine_clock->now();
        if (relay_is_warm)
            noted.get();
        else
            note_start(handled.letter);
    };
    const auto delivery =
        smtp_.send({composed.sender, handled.letter.to_address}, composed.message, before_body, stop_);
    if (noted.valid())
        noted.get(); // refused before its body
    judge(delivery, handled);
}

// One commit notes that this body leaves, and what became of the letter before it.
void Desk::note_start(const storage::OutboxLetter& letter)
{
    const auto noted = database_.transact(Access::write, [&](storage::Records& records) {
        write_down(records);
        if (!records.outbox.start_data(letter))
            throw LeaseLost{};
        return Result<Done>(Done{});
    });
    static_cast<void>(noted);
    handled_.clear();
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
