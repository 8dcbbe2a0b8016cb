// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/jobs/press.hpp>

#include "press_bench.hpp"

#include <rondetafel/base/log.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace rondetafel::jobs
{

struct Press::Parts
{
    bool wait(std::chrono::milliseconds time)
    {
        std::unique_lock lock(mutex);
        return !changed.wait_for(lock, time, [this] { return stopping; });
    }

    bool goes_on()
    {
        const std::lock_guard lock(mutex);
        return !stopping;
    }

    void run(const storage::Address& address, const actions::Installation& installation, const PressSettings& settings)
    {
        while (goes_on())
            try
            {
                PressBench bench(address, installation, settings);
                while (goes_on())
                    if (!bench.work([this] { return goes_on(); }) && !wait(settings.idle))
                        return;
            }
            catch (const std::exception& error)
            {
                log_event(LogLevel::error, "press.broken", {{"kind", typeid(error).name()}});
                if (!wait(std::chrono::seconds(5)))
                    return;
            }
    }

    std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    std::thread thread;
};

Press::Press(storage::Address address, const actions::Installation& installation, PressSettings settings)
    : parts_(std::make_unique<Parts>())
{
    parts_->thread = std::thread(
        [parts = parts_.get(), address = std::move(address), &installation, settings = std::move(settings)] {
            parts->run(address, installation, settings);
        });
}

Press::~Press() { stop(); }

void Press::stop()
{
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->stopping = true;
    }
    parts_->changed.notify_all();
    if (parts_->thread.joinable())
        parts_->thread.join();
}

} // namespace rondetafel::jobs
