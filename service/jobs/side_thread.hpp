// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace rondetafel::jobs
{

/// A thread that does one thing at a time beside its owner's work. Its end waits for what is under way.
class SideThread
{
public:
    SideThread() : thread_([this] { run(); }) {}
    ~SideThread();
    SideThread(const SideThread&) = delete;
    SideThread& operator=(const SideThread&) = delete;

    /// What `work` returns or throws comes out of the future. Work that is still waiting makes place for this.
    template <class Work>
    auto begin(Work work) -> std::future<std::invoke_result_t<Work>>
    {
        std::packaged_task<std::invoke_result_t<Work>()> task(std::move(work));
        auto outcome = task.get_future();
        put(std::packaged_task<void()>(std::move(task)));
        return outcome;
    }

private:
    void put(std::packaged_task<void()> task);
    void run();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::packaged_task<void()> task_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace rondetafel::jobs
