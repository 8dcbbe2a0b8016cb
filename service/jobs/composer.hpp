// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/runner.hpp>
#include <rondetafel/letters/letter.hpp>

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace rondetafel::jobs
{

/// A letter as it would leave at this moment.
struct Composed
{
    std::string sender;
    std::string message;   ///< empty: nobody needs this letter any more
    std::chrono::steady_clock::time_point at;
};

/// Composes letters on a thread and a database session of its own, so that the next letter is ready when the relay has
/// taken the one before.
class Composer
{
public:
    Composer(storage::Address address, const actions::Installation& installation,
             std::shared_ptr<const templates::Source> letters);
    ~Composer();
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;

    /// One at a time: a letter that is still waiting to be composed makes place for this one.
    std::future<Composed> begin(LetterId letter);

private:
    Composed compose(LetterId letter);
    void work();

    storage::Database database_;
    actions::Runner runner_;
    letters::Letters letters_;
    actions::Actor actor_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::packaged_task<Composed()> task_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace rondetafel::jobs
