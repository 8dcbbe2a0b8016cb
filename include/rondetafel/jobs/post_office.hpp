// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/mail/relay.hpp>
#include <rondetafel/storage/database.hpp>
#include <rondetafel/templates/templates.hpp>

#include <chrono>
#include <memory>

namespace rondetafel::jobs
{

/// How letters leave. The defaults suit a municipality's own relay; Exchange Online takes at most three connections.
struct PostSettings
{
    unsigned connections = 2;
    int letters_per_minute = 120;
    int batch = 20;                        ///< letters leased at once by one connection
    int started_at_once = 10;              ///< while relay and pace are quick; a crash leaves as many uncertain
    std::chrono::seconds lease{1200};      ///< longer than the relay's longest answer
    std::chrono::milliseconds idle{1000};  ///< between two looks at an empty outbox
    std::chrono::milliseconds farewell{10'000}; ///< that a letter under way may take once the service stops
};

/// Sends what waits in the outbox, on threads of its own. A letter is leased, composed, noted as started before its
/// body leaves, and recorded before the next body does; killed at any moment, each ends sent or visibly uncertain.
class PostOffice
{
public:
    PostOffice(storage::Address address, const actions::Installation& installation, mail::Relay relay,
               std::shared_ptr<const templates::Source> letters, PostSettings settings);
    ~PostOffice();
    PostOffice(const PostOffice&) = delete;
    PostOffice& operator=(const PostOffice&) = delete;

    /// Begins no other letter and gives those under way until `farewell`; returns at once, from any thread.
    void close();
    /// close(), then waits until every letter has ended or was broken off, and joins the threads.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace rondetafel::jobs
