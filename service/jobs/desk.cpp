// SPDX-License-Identifier: EUPL-1.2
#include "desk.hpp"

#include <rondetafel/base/secrets.hpp>

#include <algorithm>
#include <utility>

namespace rondetafel::jobs
{

namespace
{

using storage::Access;

constexpr const char* not_repeated = "not_repeated";

/// Thrown before the body leaves when another process took the letter over meanwhile.
struct LeaseLost
{
};

// A letter that cannot be written fails by itself; without a sender none can leave, and all wait for a person.
mail::Delivery verdict_unasked(const Composed& composed)
{
    mail::Delivery verdict;
    verdict.kind = composed.sender.empty() ? mail::Delivery::Kind::misconfigured : mail::Delivery::Kind::permanent;
    return verdict;
}

} // namespace

Desk::Desk(storage::Address address, const actions::Installation& installation, const mail::Relay& relay,
           std::shared_ptr<const templates::Source> letters, const PostSettings& settings, unsigned number)
    : installation_(installation), database_(address),
      tray_(std::move(address), installation, std::move(letters), settings,
            hex(installation.randomness->bytes(8)) + "." + std::to_string(number)),
      smtp_(relay), started_at_once_max_(settings.started_at_once)
{
}

bool Desk::has_letter()
{
    if (!outgoing_.empty() || tray_.has_letter())
        return true;
    write_down();
    return tray_.fill();
}

bool Desk::send_next(const std::stop_token& stop)
{
    if (!outgoing_.empty() && !is_fresh(outgoing_.front().composed))
        tray_.put_back(take_outgoing_back());
    if (outgoing_.empty())
        begin();
    if (!outgoing_.empty())
    {
        auto next = std::move(outgoing_.front());
        outgoing_.pop_front();
        send(next, stop);
    }
    return std::none_of(handled_.begin(), handled_.end(),
                        [](const Handled& handled) { return handled.letter.state == LetterState::queued; });
}

// With a relay that is quick the start of several letters is noted in one commit. With any other nothing is noted
// before it says that it wants the body.
void Desk::begin()
{
    begin(tray_.take());
    for (int count = 1; count < start_at_once_; ++count)
        if (auto ready = tray_.take_if_ready())
            begin(std::move(*ready));
        else
            break;
    if (outgoing_.size() > 1)
        note_starts();
}

void Desk::begin(Prepared prepared)
{
    Handled handled{std::move(prepared.letter), {}, false};
    handled.attempt.number = handled.letter.attempts;
    handled.attempt.started_at = installation_.machine_clock->now();
    if (leaves(prepared.composed, handled))
        outgoing_.push_back({std::move(handled), std::move(prepared.composed)});
    else
        handled_.push_back(std::move(handled));
}

// Decides what becomes of a letter that is not to leave.
bool Desk::leaves(const Composed& composed, Handled& handled) const
{
    const auto now = handled.attempt.started_at;
    const bool expired = handled.letter.expires_at <= now;
    if (composed.unwritable && !expired)
        judge(handled, verdict_unasked(composed), now, installation_.uncertain_wait);
    else if (composed.message.empty() && !composed.unwritable)
        give_up(handled, LetterState::cancelled);
    else if (expired)
        give_up(handled, LetterState::expired);
    else
    {
        const bool other_bytes = handled.letter.is_repeat() && handled.letter.sha256 != composed.sha256;
        handled.letter.sha256 = composed.sha256;
        if (!other_bytes)
            return true;
        // Under the same Message-ID it would be taken for the first, or for a forgery.
        handled.letter.state = LetterState::uncertain;
        handled.attempt.outcome = not_repeated;
    }
    return false;
}

// A letter that another process took over meanwhile is left to it.
void Desk::note_starts()
{
    const auto noted = database_.transact(Access::write, [&](storage::Records& records) {
        record(records, handled_);
        std::vector<bool> ours;
        for (const auto& outgoing : outgoing_)
            ours.push_back(records.outbox.start_data(outgoing.handled.letter));
        return Result<std::vector<bool>>(std::move(ours));
    });
    handled_.clear();
    auto ours = noted->begin();
    for (auto& outgoing : std::exchange(outgoing_, {}))
        if (*ours++)
        {
            outgoing.handled.letter.state = LetterState::data_started;
            outgoing_.push_back(std::move(outgoing));
        }
}

void Desk::send(Outgoing& outgoing, const std::stop_token& stop)
{
    auto& [handled, composed] = outgoing;
    const auto before_body = [&, &handled = handled] {
        const auto now = installation_.machine_clock->now();
        handled.attempt.data_started_at = now;
        const bool noted = handled.letter.state == LetterState::data_started && now < handled.letter.lease_until;
        if (noted) // what became of the letter before it must outlive this process: one at most arrives unrecorded
            write_down(Access::write_unsynced);
        else
            note_start(handled.letter);
    };
    try
    {
        const auto delivery =
            smtp_.send({composed.sender, handled.letter.to_address}, composed.message, before_body, stop);
        judge(handled, delivery, installation_.machine_clock->now(), installation_.uncertain_wait);
    }
    catch (const LeaseLost&)
    {
        return;
    }
    measure_relay(handled.letter.state == LetterState::sent);
    handled_.push_back(std::move(handled));
}

void Desk::measure_relay(bool accepted)
{
    const auto now = std::chrono::steady_clock::now();
    const auto letters = fresh_for / 2 / std::max(now - last_accepted_, std::chrono::steady_clock::duration(1));
    start_at_once_ = accepted ? static_cast<int>(std::clamp<long long>(letters, 1, started_at_once_max_)) : 1;
    last_accepted_ = now;
}

// One commit notes that this body leaves, and what became of the letter before it.
void Desk::note_start(const storage::OutboxLetter& letter)
{
    const auto noted = database_.transact(Access::write, [&](storage::Records& records) {
        record(records, handled_);
        if (!records.outbox.start_data(letter))
            throw LeaseLost{};
        return Result<Done>(Done{});
    });
    static_cast<void>(noted);
    handled_.clear();
}

void Desk::write_down() { write_down(Access::write); }

void Desk::write_down(Access access)
{
    if (handled_.empty())
        return;
    const auto noted = database_.transact(access, [&](storage::Records& records) {
        record(records, handled_);
        return Result<Done>(Done{});
    });
    static_cast<void>(noted);
    handled_.clear();
}

std::vector<storage::OutboxLetter> Desk::take_outgoing_back()
{
    std::vector<storage::OutboxLetter> letters;
    for (auto& [handled, composed] : std::exchange(outgoing_, {}))
    {
        handled.letter.state = LetterState::leased;
        letters.push_back(std::move(handled.letter));
    }
    return letters;
}

void Desk::give_back()
{
    tray_.put_back(take_outgoing_back());
    const auto letters = tray_.empty();
    const auto given = database_.transact(Access::write, [&](storage::Records& records) {
        record(records, handled_);
        for (auto letter : letters)
        {
            letter.state = LetterState::queued;
            records.outbox.record(letter);
        }
        return Result<Done>(Done{});
    });
    static_cast<void>(given);
    handled_.clear();
}

} // namespace rondetafel::jobs
