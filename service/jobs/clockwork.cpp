// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/jobs/clockwork.hpp>

#include "stop_sign.hpp"

#include <rondetafel/actions/clockwork.hpp>
#include <rondetafel/actions/retention.hpp>
#include <rondetafel/actions/runner.hpp>
#include <rondetafel/base/log.hpp>

#include <thread>

namespace rondetafel::jobs
{

struct Clockwork::Parts
{
    void round(storage::Database& database, const actions::Installation& installation)
    {
        if (before)
            before(database);
        actions::Runner runner(database, installation);
        const auto actor = actions::Actor::service();
        const auto written = runner.perform(storage::Access::write, actions::do_what_is_due, actor, Done{});
        if (written && *written > 0)
            log_event(LogLevel::info, "clockwork.wrote", {{"letters", *written}});
        if (const auto erased =
                runner.perform(storage::Access::write, actions::erase_what_is_past, actor, Done{});
            erased && *erased > 0)
            log_event(LogLevel::info, "retention.erased", {{"rows", *erased}});
        const auto released = database.transact(storage::Access::write,
                                                [&](storage::Records& records)
                                                {
                                                    const auto now = installation.machine_clock->now();
                                                    return Result<long long>(records.outbox.release_expired(
                                                        now, now + installation.uncertain_wait));
                                                });
        if (*released > 0)
            log_event(LogLevel::warning, "leases.released", {{"letters", *released}});
    }

    void run(const storage::Address& address, const actions::Installation& installation,
             std::chrono::milliseconds interval)
    {
        std::unique_ptr<storage::Database> database;
        do
            try
            {
                if (!database)
                    database = std::make_unique<storage::Database>(address);
                round(*database, installation);
            }
            catch (const std::exception& error)
            {
                log_event(LogLevel::error, "clockwork.broken", {{"kind", typeid(error).name()}});
                database.reset();
            }
        while (sign.wait(interval));
    }

    std::function<void(storage::Database&)> before;
    StopSign sign;
    std::thread thread;
};

Clockwork::Clockwork(storage::Address address, const actions::Installation& installation,
                     std::chrono::milliseconds interval, std::function<void(storage::Database&)> before)
    : parts_(std::make_unique<Parts>())
{
    parts_->before = std::move(before);
    parts_->thread = std::thread([parts = parts_.get(), address = std::move(address), &installation, interval] {
        parts->run(address, installation, interval);
    });
}

Clockwork::~Clockwork() { stop(); }

void Clockwork::stop()
{
    parts_->sign.give();
    if (parts_->thread.joinable())
        parts_->thread.join();
}

} // namespace rondetafel::jobs
