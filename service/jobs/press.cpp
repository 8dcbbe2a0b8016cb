// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/jobs/press.hpp>

#include "press_bench.hpp"
#include "stop_sign.hpp"

#include <rondetafel/base/log.hpp>

#include <thread>

namespace rondetafel::jobs
{

struct Press::Parts
{
    void run(const storage::Address& address, const actions::Installation& installation, const PressSettings& settings)
    {
        while (sign.goes_on())
            try
            {
                PressBench bench(address, installation, settings);
                while (sign.goes_on())
                    if (!bench.work([this] { return sign.goes_on(); }) && !sign.wait(settings.idle))
                        return;
            }
            catch (const std::exception& error)
            {
                log_event(LogLevel::error, "press.broken", {{"kind", typeid(error).name()}});
                if (!sign.wait(std::chrono::seconds(5)))
                    return;
            }
    }

    StopSign sign;
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
    parts_->sign.give();
    if (parts_->thread.joinable())
        parts_->thread.join();
}

} // namespace rondetafel::jobs
