// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/time.hpp>

#include <atomic>

namespace rondetafel
{

/// What time it is. Two are injected: the programme clock (dates, windows, reminders, expiry), which the demo
/// moves, and the machine clock (sign-in, leases, retries), which nothing moves.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The machine's own clock.
class MachineClock : public Clock
{
public:
    Instant now() const override;
};

/// A clock that stands still until it is set; safe to read and set from several threads.
class SettableClock : public Clock
{
public:
    explicit SettableClock(Instant start) : seconds_(epoch(start)) {}
    Instant now() const override { return from_epoch(seconds_.load()); }
    void set(Instant instant) { seconds_.store(epoch(instant)); }

private:
    std::atomic<long long> seconds_;
};

} // namespace rondetafel
