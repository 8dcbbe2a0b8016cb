// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "composer.hpp"

#include <rondetafel/jobs/post_office.hpp>
#include <rondetafel/mail/smtp.hpp>

#include <functional>
#include <stop_token>
#include <vector>

namespace rondetafel::jobs
{

/// One connection of the post office: its database session, its composer, its relay connection.
class Desk
{
public:
    enum class Outcome
    {
        sent,       ///< there was work
        idle,       ///< nothing waits
        relay_down, ///< the relay is to blame; the letters stay as they are
        stopped     ///< `may_send` said so
    };

    Desk(storage::Address address, const actions::Installation& installation, const mail::Relay& relay,
         std::shared_ptr<const templates::Source> letters, const PostSettings& settings, unsigned number);

    /// Leases a batch and sends it. `may_send` waits for the pace and says no when the service stops; `stop`
    /// breaks a letter under way off.
    Outcome send_batch(const std::function<bool()>& may_send, const std::stop_token& stop);

private:
    /// A letter that was handled, not yet written down.
    struct Handled
    {
        storage::OutboxLetter letter;
        storage::OutboxAttempt attempt;
        bool bad_address = false;
    };

    std::vector<storage::OutboxLetter> lease_batch();
    Composed fresh(Composed composed, LetterId letter);
    bool send(storage::OutboxLetter& letter, const Composed& composed);
    bool set_aside(const Composed& composed, Handled handled);
    void deliver(const Composed& composed, Handled& handled);
    void note_start(const storage::OutboxLetter& letter);
    void judge(const mail::Delivery& delivery, Handled& handled);
    void write_down(storage::Records& records);
    void write_down();
    void give_back(const std::vector<storage::OutboxLetter>& letters, std::size_t from);

    const actions::Installation& installation_;
    storage::Database database_;
    Composer composer_;
    mail::Smtp smtp_;
    PostSettings settings_;
    std::string owner_;
    std::stop_token stop_;
    std::vector<Handled> handled_;
    SideThread side_thread_; ///< last, so that it ends before what it works with
};

} // namespace rondetafel::jobs
