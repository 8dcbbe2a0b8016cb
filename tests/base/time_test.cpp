// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/time.hpp>

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace rondetafel
{

namespace
{

using namespace std::chrono;

LocalTime local(const std::string& text)
{
    return local_from_iso(text).value();
}

TEST(ADay, IsWrittenAndReadAsIso)
{
    EXPECT_EQ(iso(day_from_iso("2024-09-10").value()), "2024-09-10");
    EXPECT_EQ(iso(day_from_iso("2024-02-29").value()), "2024-02-29");
    EXPECT_EQ(iso(day_from_iso("0999-01-02").value()), "0999-01-02");
}

TEST(ADay, ThatDoesNotExistIsNothing)
{
    for (const auto* bad :
         {"", "2024-9-10", "10-09-2024", "2024-02-30", "2023-02-29", "2024-00-10", "2024-13-01", "2024-09-00",
          "2024-09-31", "2024/09/10", "2024-09-10 ", " 2024-09-10", "-024-09-10", "2024-+9-10", "2024-09-1x",
          "2024-09-10T14:00", "２０２４-09-10"})
        EXPECT_EQ(day_from_iso(bad), std::nullopt) << bad;
}

TEST(ADay, ReadsAsItWasWrittenThroughTheYears)
{
    for (Day day{year{1999} / January / 1}; day < Day{year{2041} / January / 1}; day += days{1})
        EXPECT_EQ(day_from_iso(iso(day)), day);
}

TEST(ALocalTime, IsWrittenAndReadToTheMinute)
{
    EXPECT_EQ(iso(local("2024-09-10T14:05")), "2024-09-10T14:05");
    EXPECT_EQ(iso(local("2024-09-10T00:00")), "2024-09-10T00:00");
    EXPECT_EQ(day_of(local("2024-09-10T23:59")), day_from_iso("2024-09-10").value());
    for (const auto* bad :
         {"", "2024-09-10", "2024-09-10T24:00", "2024-09-10T14:60", "2024-09-10 14:00", "2024-09-10T14.00",
          "2024-09-10T1400", "2024-09-10T14:00:00", "2024-09-31T14:00", "2024-09-10T-1:00"})
        EXPECT_EQ(local_from_iso(bad), std::nullopt) << bad;
}

TEST(AnInstant, IsWrittenInUtcAndCountedFrom1970)
{
    const auto instant = from_epoch(1'725'969'605);
    EXPECT_EQ(iso(instant), "2024-09-10T12:00:05Z");
    EXPECT_EQ(epoch(instant), 1'725'969'605);
    EXPECT_EQ(iso(from_epoch(0)), "1970-01-01T00:00:00Z");
    EXPECT_EQ(iso(from_epoch(-1)), "1969-12-31T23:59:59Z");
}

TEST(TheWallClock, DiffersFromUtcBySeason)
{
    EXPECT_EQ(iso(to_instant(local("2024-09-10T14:00"), home_zone)), "2024-09-10T12:00:00Z");
    EXPECT_EQ(iso(to_instant(local("2024-12-10T14:00"), home_zone)), "2024-12-10T13:00:00Z");
    EXPECT_EQ(iso(to_local(to_instant(local("2024-09-10T14:00"), home_zone), "Europe/London")),
              "2024-09-10T13:00");
}

TEST(TheWallClock, SkipsAnHourInSpring)
{
    EXPECT_EQ(local_kind(local("2024-03-31T01:59"), home_zone), LocalKind::unique);
    EXPECT_EQ(local_kind(local("2024-03-31T02:00"), home_zone), LocalKind::nonexistent);
    EXPECT_EQ(local_kind(local("2024-03-31T02:59"), home_zone), LocalKind::nonexistent);
    EXPECT_EQ(local_kind(local("2024-03-31T03:00"), home_zone), LocalKind::unique);
    EXPECT_EQ(iso(to_instant(local("2024-03-31T02:30"), home_zone)), "2024-03-31T01:00:00Z")
        << "the jump itself";
    EXPECT_EQ(iso(to_instant(local("2024-03-31T02:30"), home_zone, true)), "2024-03-31T01:00:00Z");
}

TEST(TheWallClock, ShowsAnHourTwiceInAutumn)
{
    EXPECT_EQ(local_kind(local("2024-10-27T01:59"), home_zone), LocalKind::unique);
    EXPECT_EQ(local_kind(local("2024-10-27T02:00"), home_zone), LocalKind::ambiguous);
    EXPECT_EQ(local_kind(local("2024-10-27T02:59"), home_zone), LocalKind::ambiguous);
    EXPECT_EQ(local_kind(local("2024-10-27T03:00"), home_zone), LocalKind::unique);
    EXPECT_EQ(iso(to_instant(local("2024-10-27T02:30"), home_zone)), "2024-10-27T00:30:00Z");
    EXPECT_EQ(iso(to_instant(local("2024-10-27T02:30"), home_zone, true)), "2024-10-27T01:30:00Z");
    EXPECT_EQ(to_instant(local("2024-10-27T04:00"), home_zone, true),
              to_instant(local("2024-10-27T04:00"), home_zone))
        << "the choice means nothing of an ordinary hour";
}

TEST(TheWallClock, ComesBackFromUtcEveryHourOfAYear)
{
    for (auto hour = from_epoch(1'704'067'200); hour < from_epoch(1'735'689'600); hour += hours{1})
    {
        const auto shown = to_local(hour, home_zone);
        EXPECT_NE(local_kind(shown, home_zone), LocalKind::nonexistent);
        EXPECT_TRUE(to_instant(shown, home_zone) == hour || to_instant(shown, home_zone, true) == hour)
            << iso(hour);
    }
}

TEST(AWeeklyMeeting, KeepsItsHourOverBothChanges)
{
    for (const auto* first : {"2024-03-26T10:00", "2024-10-22T10:00"})
        for (int week = 0; week < 3; ++week)
        {
            const auto meeting = local(first) + weeks{week};
            EXPECT_EQ(to_local(to_instant(meeting, home_zone), home_zone), meeting);
        }
}

TEST(AZone, MustBeKnown)
{
    for (const auto* good : {"Europe/Amsterdam", "Europe/Warsaw", "UTC"})
        EXPECT_TRUE(zone_exists(good)) << good;
    for (const auto* bad : {"", "Europe/Aalsmeer", "../../etc/passwd", "/etc/localtime", "Amsterdam"})
        EXPECT_FALSE(zone_exists(bad)) << bad;
    EXPECT_THROW(to_instant(local("2024-09-10T14:00"), "Europe/Aalsmeer"), std::runtime_error);
}

TEST(TheWeek, IsThatOfIso8601)
{
    const std::vector<std::pair<const char*, int>> known{
        {"2024-08-29", 35}, {"2024-01-01", 1}, {"2023-01-01", 52}, {"2020-12-31", 53},
        {"2021-01-03", 53}, {"2021-01-04", 1}, {"2024-12-30", 1},  {"2026-12-31", 53}};
    for (const auto& [text, week] : known)
        EXPECT_EQ(iso_week(day_from_iso(text).value()), week) << text;
}

} // namespace

} // namespace rondetafel
