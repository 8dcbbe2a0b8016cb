// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "composer.hpp"

#include <rondetafel/jobs/post_office.hpp>

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace rondetafel::jobs
{

/// A letter that is leased, as it would leave now.
struct Prepared
{
    storage::OutboxLetter letter;
    Composed composed;
};

/// The letters a desk has at hand. A thread with a database session of its own leases them and, where the pace is quick
/// enough for that, composes them ahead, so that the relay is not kept waiting. Used by one thread; what the database
/// makes impossible is thrown by the next call, and the tray is of no more use.
class Tray
{
public:
    Tray(storage::Address address, const actions::Installation& installation,
         std::shared_ptr<const templates::Source> letters, const PostSettings& settings, std::string owner);
    ~Tray();
    Tray(const Tray&) = delete;
    Tray& operator=(const Tray&) = delete;

    /// Whether a letter is at hand.
    bool has_letter() const;
    /// Looks in the outbox when none is at hand; says whether there is one now.
    bool fill();
    /// The next letter, fresh. One must be at hand.
    Prepared take();
    /// The next letter, if it is at hand and fresh.
    std::optional<Prepared> take_if_ready();
    /// Letters that were taken and have not left; they are composed anew.
    void put_back(std::vector<storage::OutboxLetter> letters);
    /// All that are at hand, to be given back.
    std::vector<storage::OutboxLetter> empty();

private:
    struct Slot
    {
        storage::OutboxLetter letter;
        std::optional<Composed> composed;
    };
    using Lock = std::unique_lock<std::mutex>;

    void run();
    void work();
    std::vector<LetterId> to_compose() const;
    bool wants_more() const;
    void lease(Lock& lock);
    std::vector<storage::OutboxLetter> lease_batch();
    void put(LetterId letter, Composed composed);
    Prepared pop();
    void wake_thread();
    void wait_for_thread(Lock& lock, const std::function<bool()>& done);

    const actions::Installation& installation_;
    storage::Database database_;
    Composer composer_;
    PostSettings settings_;
    std::string owner_;
    std::size_t ahead_; ///< letters that leave while they are fresh
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Slot> slots_;
    bool asked_ = false;  ///< somebody waits for a look in the outbox
    bool wanted_ = false; ///< somebody waits for the first letter
    bool leasing_ = false;
    bool more_expected_ = false; ///< the last look in the outbox found letters
    bool stopping_ = false;
    std::exception_ptr failure_;
    std::thread thread_; ///< last, so that it begins when all is there
};

} // namespace rondetafel::jobs
