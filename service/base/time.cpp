// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/time.hpp>

#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>

namespace rondetafel
{

namespace
{

using namespace std::chrono;

date::local_seconds to_date(LocalTime local) { return date::local_seconds{local.time_since_epoch()}; }

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text.front() == '-')
        return std::nullopt;
    return value;
}

} // namespace

LocalKind local_kind(LocalTime local, const std::string& zone)
{
    switch (date::locate_zone(zone)->get_info(to_date(local)).result)
    {
    case date::local_info::nonexistent:
        return LocalKind::nonexistent;
    case date::local_info::ambiguous:
        return LocalKind::ambiguous;
    default:
        return LocalKind::unique;
    }
}

Instant to_instant(LocalTime local, const std::string& zone, bool second)
{
    const auto info = date::locate_zone(zone)->get_info(to_date(local));
    if (info.result == date::local_info::nonexistent)
        return Instant{info.first.end.time_since_epoch()};
    const auto& period = info.result == date::local_info::ambiguous && second ? info.second : info.first;
    return Instant{local.time_since_epoch() - period.offset};
}

LocalTime to_local(Instant instant, const std::string& zone)
{
    return LocalTime{instant.time_since_epoch() + date::locate_zone(zone)->get_info(instant).offset};
}

bool zone_exists(const std::string& zone)
{
    try
    {
        return date::locate_zone(zone) != nullptr;
    }
    catch (const std::runtime_error&)
    {
        return false;
    }
}

Day day_of(LocalTime local) { return floor<days>(local); }

std::string iso(Day day)
{
    const year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Day> day_from_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto y = number(text.substr(0, 4));
    const auto m = number(text.substr(5, 2));
    const auto d = number(text.substr(8, 2));
    if (!y || !m || !d)
        return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok())
        return std::nullopt;
    return Day{date};
}

std::string iso(LocalTime local)
{
    const auto date = day_of(local);
    const hh_mm_ss clock{local - date};
    return fmt::format("{}T{:02}:{:02}", iso(date), clock.hours().count(), clock.minutes().count());
}

std::optional<LocalTime> local_from_iso(std::string_view text)
{
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':')
        return std::nullopt;
    const auto date = day_from_iso(text.substr(0, 10));
    const auto h = number(text.substr(11, 2));
    const auto m = number(text.substr(14, 2));
    if (!date || !h || !m || *h > 23 || *m > 59)
        return std::nullopt;
    return LocalTime{*date + hours{*h} + minutes{*m}};
}

std::string iso(Instant instant)
{
    const auto local = LocalTime{instant.time_since_epoch()};
    const hh_mm_ss clock{local - day_of(local)};
    return fmt::format("{}:{:02}Z", iso(local), clock.seconds().count());
}

int iso_week(Day day)
{
    // The week belongs to the year of its Thursday.
    const weekday name{day};
    const auto thursday = day + days{4 - static_cast<int>(name.iso_encoding())};
    const year_month_day date{thursday};
    return static_cast<int>((thursday - Day{date.year() / January / 1}).count() / 7) + 1;
}

long long epoch(Instant instant) { return instant.time_since_epoch().count(); }

Instant from_epoch(long long value) { return Instant{seconds{value}}; }

} // namespace rondetafel
