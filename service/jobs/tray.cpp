// SPDX-License-Identifier: EUPL-1.2
#include "tray.hpp"

#include <algorithm>

namespace rondetafel::jobs
{

namespace
{

using storage::Access;
using namespace std::chrono_literals;

std::size_t letters_while_fresh(const PostSettings& settings)
{
    const auto letters = settings.letters_per_minute * fresh_for / std::chrono::milliseconds(1min);
    return static_cast<std::size_t>(std::clamp<long long>(letters, 0, settings.batch));
}

} // namespace

Tray::Tray(storage::Address address, const actions::Installation& installation,
           std::shared_ptr<const templates::Source> letters, const PostSettings& settings, std::string owner)
    : installation_(installation), database_(std::move(address)),
      composer_(database_, installation, std::move(letters)), settings_(settings), owner_(std::move(owner)),
      ahead_(letters_while_fresh(settings)), thread_([this] { run(); })
{
}

Tray::~Tray()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

bool Tray::has_letter() const
{
    const std::lock_guard lock(mutex_);
    return !slots_.empty();
}

bool Tray::fill()
{
    Lock lock(mutex_);
    asked_ = slots_.empty();
    wait_for_thread(lock, [this] { return !asked_; });
    return !slots_.empty();
}

Prepared Tray::take()
{
    Lock lock(mutex_);
    if (const auto& first = slots_.front().composed; first && !is_fresh(*first))
        for (auto& slot : slots_)
            slot.composed.reset();
    wanted_ = true;
    wait_for_thread(lock, [this] { return slots_.front().composed.has_value(); });
    wanted_ = false;
    auto next = pop();
    wake_thread();
    return next;
}

std::optional<Prepared> Tray::take_if_ready()
{
    const Lock lock(mutex_);
    if (slots_.empty() || !slots_.front().composed || !is_fresh(*slots_.front().composed))
        return std::nullopt;
    auto next = pop();
    wake_thread();
    return next;
}

void Tray::put_back(std::vector<storage::OutboxLetter> letters)
{
    const Lock lock(mutex_);
    while (!letters.empty())
    {
        slots_.push_front({std::move(letters.back()), std::nullopt});
        letters.pop_back();
    }
}

Prepared Tray::pop()
{
    Prepared next{std::move(slots_.front().letter), std::move(*slots_.front().composed)};
    slots_.pop_front();
    return next;
}

void Tray::wake_thread()
{
    if (!to_compose().empty() || wants_more())
        changed_.notify_all();
}

std::vector<storage::OutboxLetter> Tray::empty()
{
    Lock lock(mutex_);
    wait_for_thread(lock, [this] { return !leasing_; });
    more_expected_ = false;
    std::vector<storage::OutboxLetter> letters;
    for (auto& slot : slots_)
        letters.push_back(std::move(slot.letter));
    slots_.clear();
    return letters;
}

void Tray::wait_for_thread(Lock& lock, const std::function<bool()>& done)
{
    if (done())
        return;
    changed_.notify_all();
    changed_.wait(lock, [&] { return failure_ || done(); });
    if (failure_)
        std::rethrow_exception(failure_);
}

void Tray::run()
{
    try
    {
        work();
    }
    catch (...)
    {
        const std::lock_guard lock(mutex_);
        failure_ = std::current_exception();
        changed_.notify_all();
    }
}

void Tray::work()
{
    Lock lock(mutex_);
    while (!stopping_)
        if (const auto letters = to_compose(); !letters.empty())
        {
            lock.unlock();
            composer_.compose(letters,
                              [this](LetterId letter, Composed composed) { put(letter, std::move(composed)); });
            lock.lock();
        }
        else if (wants_more())
            lease(lock);
        else
            changed_.wait(lock);
}

// Composing begins again when half of what may be ready is used up, so that one reading transaction serves several.
std::vector<LetterId> Tray::to_compose() const
{
    const auto window = std::min(slots_.size(), wanted_ ? std::max<std::size_t>(ahead_, 1) : ahead_);
    std::vector<LetterId> letters;
    for (std::size_t index = 0; index < window; ++index)
        if (!slots_[index].composed)
            letters.push_back(slots_[index].letter.id);
    const bool enough = window > 0 && slots_.front().composed && window - letters.size() > ahead_ / 2;
    return enough ? std::vector<LetterId>{} : letters;
}

bool Tray::wants_more() const
{
    return asked_ || (more_expected_ && ahead_ > 0 && slots_.size() <= ahead_ / 2);
}

void Tray::lease(Lock& lock)
{
    leasing_ = true;
    lock.unlock();
    auto batch = lease_batch();
    lock.lock();
    for (auto& letter : batch)
        slots_.push_back({std::move(letter), std::nullopt});
    more_expected_ = !batch.empty();
    asked_ = leasing_ = false;
    changed_.notify_all();
}

std::vector<storage::OutboxLetter> Tray::lease_batch()
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

// The letter may be gone from the tray meanwhile.
void Tray::put(LetterId letter, Composed composed)
{
    const std::lock_guard lock(mutex_);
    for (auto& slot : slots_)
        if (slot.letter.id == letter && !slot.composed)
        {
            slot.composed = std::move(composed);
            if (wanted_)
                changed_.notify_all();
            return;
        }
}

} // namespace rondetafel::jobs
