// SPDX-License-Identifier: EUPL-1.2
#include "composer.hpp"

#include <rondetafel/letters/letter_facts.hpp>
#include <rondetafel/letters/mime.hpp>

namespace rondetafel::jobs
{

Composer::Composer(storage::Address address, const actions::Installation& installation,
                   std::shared_ptr<const templates::Source> letters)
    : database_(std::move(address)), runner_(database_, installation), letters_(std::move(letters)),
      thread_([this] { work(); })
{
}

Composer::~Composer()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

std::future<Composed> Composer::begin(LetterId letter)
{
    std::packaged_task<Composed()> task([this, letter] { return compose(letter); });
    auto composed = task.get_future();
    {
        const std::lock_guard lock(mutex_);
        task_ = std::move(task);
    }
    changed_.notify_one();
    return composed;
}

Composed Composer::compose(LetterId letter)
{
    Composed composed;
    composed.at = std::chrono::steady_clock::now();
    const auto subject = runner_.perform(storage::Access::read, actions::letter_subject, actor_, letter);
    if (!subject || !subject->relevant)
        return composed;
    composed.sender = subject->office.sender_address;
    composed.message = letters::to_mime(letters_.write(letters::facts_of(*subject)), letters::headers_of(*subject));
    return composed;
}

void Composer::work()
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
