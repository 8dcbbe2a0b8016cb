// SPDX-License-Identifier: EUPL-1.2
#include "side_thread.hpp"

namespace rondetafel::jobs
{

SideThread::~SideThread()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void SideThread::put(std::packaged_task<void()> task)
{
    {
        const std::lock_guard lock(mutex_);
        task_ = std::move(task);
    }
    changed_.notify_one();
}

void SideThread::run()
{
    while (true)
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return task_.valid() || stopping_; });
        if (stopping_)
            return;
        auto task = std::move(task_);
        lock.unlock();
        task();
    }
}

} // namespace rondetafel::jobs
