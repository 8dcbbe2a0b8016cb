// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "handled.hpp"
#include "tray.hpp"

#include <rondetafel/jobs/post_office.hpp>
#include <rondetafel/mail/smtp.hpp>

#include <deque>
#include <stop_token>
#include <vector>

namespace rondetafel::jobs
{

/// One connection of the post office: its database session, its tray of letters, its relay connection.
class Desk
{
public:
    Desk(storage::Address address, const actions::Installation& installation, const mail::Relay& relay,
         std::shared_ptr<const templates::Source> letters, const PostSettings& settings, unsigned number);

    /// Whether a letter waits, here or in the outbox. When none does, all that was handled is written down.
    bool has_letter();
    /// Handles the next letter; false when the relay itself is to blame for what became of it. `stop` breaks it off.
    /// What became of it is written down before the next body leaves, or by write_down().
    bool send_next(const std::stop_token& stop);
    /// Before a pause: what became of the last letter is on disk when it returns.
    void write_down();
    /// Writes down what was handled and leaves the rest to others.
    void give_back();

private:
    /// A letter that is to leave now.
    struct Outgoing
    {
        Handled handled;
        Composed composed;
    };

    void begin();
    void begin(Prepared prepared);
    bool leaves(const Composed& composed, Handled& handled) const;
    void note_starts();
    void send(Outgoing& outgoing, const std::stop_token& stop);
    void note_start(const storage::OutboxLetter& letter);
    void write_down(storage::Access access);
    std::vector<storage::OutboxLetter> take_outgoing_back();
    void measure_relay(bool accepted);

    const actions::Installation& installation_;
    storage::Database database_;
    Tray tray_;
    mail::Smtp smtp_;
    int started_at_once_max_;
    int start_at_once_ = 1; ///< as many as will leave while they are fresh, to judge by the last letter
    std::chrono::steady_clock::time_point last_accepted_{};
    std::deque<Outgoing> outgoing_;
    std::vector<Handled> handled_; ///< not written down yet
};

} // namespace rondetafel::jobs
