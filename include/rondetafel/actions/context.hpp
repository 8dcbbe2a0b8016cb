// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/clock.hpp>
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/domain/accounts.hpp>
#include <rondetafel/domain/retention.hpp>
#include <rondetafel/storage/records.hpp>

#include <optional>
#include <string>

namespace rondetafel::actions
{

/// Who does something: a member of staff, a partner with a link, or the service by itself.
struct Actor
{
    std::optional<Account> account;
    std::string name; ///< of a partner; staff have it in the account

    static Actor service() { return Actor{}; }
    const std::string& display_name() const { return account ? account->name : name; }
    const char* kind() const { return account ? "staff" : name.empty() ? "service" : "partner"; }
};

/// What all actions of an installation share; set at start, never changed.
struct Installation
{
    std::string base_url;    ///< "https://rondetafel.example", without a slash at the end
    std::string mail_domain; ///< right side of Message-IDs and calendar UIDs
    bool relay_set = false;  ///< without a relay letters are held
    std::chrono::seconds uncertain_wait =
        std::chrono::minutes{15}; ///< before a letter that may have arrived is repeated
    Retention retention;
    bool demo = false;
    const Keys* keys = nullptr;
    Randomness* randomness = nullptr;
    const Clock* programme_clock = nullptr; ///< dates, windows, reminders, expiry
    const Clock* machine_clock = nullptr;   ///< sign-in, leases, retries
};

/// What one action works with, for the length of one transaction.
struct Context
{
    storage::Records& records;
    const Actor& actor;
    const Installation& installation;
    Instant now;         ///< programme clock
    Instant machine_now; ///< machine clock
};

/// An Event by this context's actor, at this context's time; the caller adds what it is about.
storage::Event event(const Context& context, std::string verb, std::string detail = {});

} // namespace rondetafel::actions
