// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace rondetafel::jobs
{

/// Tells a thread of a job that it is time to stop, and wakes it when it waits.
class StopSign
{
public:
    void give()
    {
        {
            const std::lock_guard lock(mutex_);
            given_ = true;
        }
        changed_.notify_all();
    }
    bool goes_on()
    {
        const std::lock_guard lock(mutex_);
        return !given_;
    }
    /// Waits this long, or until the sign is given; says whether to go on.
    bool wait(std::chrono::milliseconds time)
    {
        std::unique_lock lock(mutex_);
        return !changed_.wait_for(lock, time, [this] { return given_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool given_ = false;
};

} // namespace rondetafel::jobs
