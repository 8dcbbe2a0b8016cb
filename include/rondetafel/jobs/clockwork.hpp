// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/storage/database.hpp>

#include <chrono>
#include <functional>
#include <memory>

namespace rondetafel::jobs
{

/// Does at its time what happens by itself: reminders, offers that end, leases that ran out, and once a day
/// the erasing of what was kept long enough. One thread; harmless to
/// run on two machines at once.
class Clockwork
{
public:
    /// `before` runs first in every round (the demo reads its clock there); it may be empty.
    Clockwork(storage::Address address, const actions::Installation& installation, std::chrono::milliseconds interval,
              std::function<void(storage::Database&)> before);
    ~Clockwork();
    Clockwork(const Clockwork&) = delete;
    Clockwork& operator=(const Clockwork&) = delete;
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace rondetafel::jobs
