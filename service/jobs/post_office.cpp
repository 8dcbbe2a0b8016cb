// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/jobs/post_office.hpp>

#include "desk.hpp"
#include "handled.hpp"

#include <rondetafel/base/log.hpp>

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace rondetafel::jobs
{

namespace
{

using SteadyClock = std::chrono::steady_clock;

/// Spreads letters over time, for all connections together.
class Pace
{
public:
    explicit Pace(int letters_per_minute) : step_(std::chrono::nanoseconds(std::chrono::minutes(1)) / letters_per_minute) {}

    /// The moment the next letter may leave.
    SteadyClock::time_point next()
    {
        const std::lock_guard lock(mutex_);
        next_ = std::max(next_, SteadyClock::now());
        const auto mine = next_;
        next_ += step_;
        return mine;
    }

private:
    std::mutex mutex_;
    std::chrono::nanoseconds step_;
    SteadyClock::time_point next_{};
};

} // namespace

struct PostOffice::Parts
{
    Parts(storage::Address address_, const actions::Installation& installation_, mail::Relay relay_,
          std::shared_ptr<const templates::Source> letters_, PostSettings settings_)
        : address(std::move(address_)), installation(installation_), relay(std::move(relay_)),
          letters(std::move(letters_)), settings(settings_), pace(settings_.letters_per_minute)
    {
    }

    bool wait_until(SteadyClock::time_point moment)
    {
        std::unique_lock lock(mutex);
        return !changed.wait_until(lock, moment, [this] { return stopping; });
    }

    void wait_for_the_last()
    {
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, settings.farewell, [this] { return all_ended; }))
            broken_off.request_stop();
    }

    void run(unsigned number)
    {
        while (true)
            try
            {
                Desk desk(address, installation, relay, letters, settings, number);
                work(desk);
                return;
            }
            catch (const std::exception& error)
            {
                log_event(LogLevel::error, "post.broken", {{"kind", typeid(error).name()}});
                if (!wait_until(SteadyClock::now() + std::chrono::seconds(5)))
                    return;
            }
    }

    void work(Desk& desk)
    {
        while (true)
            if (!desk.has_letter())
            {
                if (!wait_until(SteadyClock::now() + settings.idle))
                    return;
            }
            else if (!wait_for_turn(desk))
                return desk.give_back();
            else if (!desk.send_next(broken_off.get_token()))
            {
                desk.give_back();
                if (!wait_until(SteadyClock::now() + relay_pause))
                    return;
            }
    }

    bool wait_for_turn(Desk& desk)
    {
        const auto turn = pace.next();
        if (turn > SteadyClock::now())
            desk.write_down();
        return wait_until(turn);
    }

    storage::Address address;
    const actions::Installation& installation;
    mail::Relay relay;
    std::shared_ptr<const templates::Source> letters;
    PostSettings settings;
    Pace pace;
    std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    bool all_ended = false;
    std::stop_source broken_off; ///< asked when the letters under way have had their time
    std::vector<std::thread> threads;
    std::thread patience;
};

PostOffice::PostOffice(storage::Address address, const actions::Installation& installation, mail::Relay relay,
                       std::shared_ptr<const templates::Source> letters, PostSettings settings)
    : parts_(std::make_unique<Parts>(std::move(address), installation, std::move(relay), std::move(letters), settings))
{
    for (unsigned number = 0; number < settings.connections; ++number)
        parts_->threads.emplace_back([this, number] { parts_->run(number); });
}

PostOffice::~PostOffice() { stop(); }

void PostOffice::close()
{
    const std::lock_guard lock(parts_->mutex);
    if (parts_->stopping)
        return;
    parts_->stopping = true;
    parts_->patience = std::thread([parts = parts_.get()] { parts->wait_for_the_last(); });
    parts_->changed.notify_all();
}

void PostOffice::stop()
{
    close();
    for (auto& thread : parts_->threads)
        if (thread.joinable())
            thread.join();
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->all_ended = true;
    }
    parts_->changed.notify_all();
    if (parts_->patience.joinable())
        parts_->patience.join();
}

} // namespace rondetafel::jobs
