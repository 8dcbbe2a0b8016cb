// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rondetafel
{

/// A moment in UTC, to the second.
using Instant = std::chrono::sys_seconds;
/// A calendar day without zone: programme windows and holidays are days, never moments.
using Day = std::chrono::local_days;
/// Date and time on the wall clock of some place; what a meeting keeps, whatever the law does to the zone.
using LocalTime = std::chrono::local_seconds;

/// The zone of the office, and of every meeting unless it says otherwise.
inline constexpr const char* home_zone = "Europe/Amsterdam";

/// How often a wall-clock time exists in a zone: not at all (spring), once, or twice (autumn).
enum class LocalKind
{
    nonexistent,
    unique,
    ambiguous
};

/// `zone` is an IANA name; std::runtime_error when the system's tzdata does not know it.
LocalKind local_kind(LocalTime local, const std::string& zone);
/// The moment of a wall-clock time. Of an ambiguous time the earlier moment, or the later when `second` is true;
/// of a nonexistent time the moment the clock jumps.
Instant to_instant(LocalTime local, const std::string& zone, bool second = false);
LocalTime to_local(Instant instant, const std::string& zone);
bool zone_exists(const std::string& zone);

Day day_of(LocalTime local);

/// "2024-09-10" and back; nothing when it is not a real day.
std::string iso(Day day);
std::optional<Day> day_from_iso(std::string_view text);
/// "2024-09-10T14:00" (minutes) and back.
std::string iso(LocalTime local);
std::optional<LocalTime> local_from_iso(std::string_view text);
/// "2024-09-10T12:00:00Z".
std::string iso(Instant instant);
/// ISO 8601 week number of a day.
int iso_week(Day day);

long long epoch(Instant instant);
Instant from_epoch(long long seconds);

} // namespace rondetafel
