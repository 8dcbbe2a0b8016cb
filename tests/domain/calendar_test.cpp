// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/calendar.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace rondetafel
{

namespace
{

using namespace std::chrono;

Day on(const std::string& text)
{
    return *day_from_iso(text);
}

/// The same feast by another route (Oudin, 1940): two algorithms do not err alike.
Day easter_by_oudin(int in)
{
    const int century = in / 100;
    const int golden = in % 19;
    int moon = (century - century / 4 - (century - (century - 17) / 25) / 3 + 19 * golden + 15) % 30;
    moon -= (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
    const int weekday_of_moon = (in + in / 4 + moon + 2 - century + century / 4) % 7;
    const int offset = moon - weekday_of_moon;
    return Day{year{in} / March / 28} + days{offset};
}

TEST(Easter, AgreesWithAnotherAlgorithm)
{
    for (int in = 1583; in < 5000; ++in)
        EXPECT_EQ(easter_sunday(in), easter_by_oudin(in)) << in;
}

TEST(Easter, FallsOnTheKnownDays)
{
    const std::map<int, std::string> known{{2020, "2020-04-12"}, {2021, "2021-04-04"}, {2022, "2022-04-17"},
                                           {2023, "2023-04-09"}, {2024, "2024-03-31"}, {2025, "2025-04-20"},
                                           {2026, "2026-04-05"}, {2027, "2027-03-28"}, {2028, "2028-04-16"},
                                           {2029, "2029-04-01"}, {2030, "2030-04-21"}, {2038, "2038-04-25"}};
    for (const auto& [year, day] : known)
        EXPECT_EQ(iso(easter_sunday(year)), day);
}

TEST(Easter, IsASundayBetween22MarchAnd25April)
{
    for (int in = 1900; in < 2200; ++in)
    {
        const auto easter = easter_sunday(in);
        EXPECT_EQ(weekday{easter}, Sunday) << in;
        EXPECT_GE(easter, (Day{year{in} / March / 22}));
        EXPECT_LE(easter, (Day{year{in} / April / 25}));
    }
}

TEST(Holidays, Of2024AreThoseOfTheLawAndTheTwoSundays)
{
    const std::vector<std::pair<std::string, std::string>> known{
        {"2024-01-01", "holiday.new_year"},      {"2024-03-29", "holiday.good_friday"},
        {"2024-03-31", "holiday.easter_sunday"}, {"2024-04-01", "holiday.easter_monday"},
        {"2024-04-27", "holiday.kings_day"},     {"2024-05-05", "holiday.liberation_day"},
        {"2024-05-09", "holiday.ascension_day"}, {"2024-05-19", "holiday.whit_sunday"},
        {"2024-05-20", "holiday.whit_monday"},   {"2024-12-25", "holiday.christmas_day"},
        {"2024-12-26", "holiday.boxing_day"}};
    const auto found = holidays(2024);
    ASSERT_EQ(found.size(), known.size());
    for (std::size_t at = 0; at < known.size(); ++at)
    {
        EXPECT_EQ(iso(found[at].day), known[at].first);
        EXPECT_EQ(found[at].code, known[at].second);
        EXPECT_EQ(holiday_on(on(known[at].first)), known[at].second);
    }
}

TEST(Holidays, MoveKingsDayToSaturdayWhenItWouldBeASunday)
{
    EXPECT_EQ(holiday_on(on("2025-04-26")), "holiday.kings_day");
    EXPECT_EQ(holiday_on(on("2025-04-27")), "");
    EXPECT_EQ(holiday_on(on("2026-04-27")), "holiday.kings_day");
    EXPECT_EQ(holiday_on(on("2031-04-26")), "holiday.kings_day");
}

TEST(Holidays, StandInOrderInEveryYear)
{
    for (int in = 2014; in < 2060; ++in)
    {
        const auto feasts = holidays(in);
        EXPECT_TRUE(std::is_sorted(feasts.begin(), feasts.end(),
                                   [](const auto& left, const auto& right) { return left.day < right.day; }));
    }
}

TEST(Holidays, ThatCoincideAreNamedOnce)
{
    // Ascension Day and Liberation Day in 2016.
    EXPECT_EQ(holiday_on(on("2016-05-05")), "holiday.liberation_day");
}

TEST(WorkingDays, AreNeitherWeekendNorHoliday)
{
    EXPECT_TRUE(is_working_day(on("2024-09-10")));
    EXPECT_FALSE(is_working_day(on("2024-09-07"))) << "Saturday";
    EXPECT_FALSE(is_working_day(on("2024-09-08"))) << "Sunday";
    EXPECT_FALSE(is_working_day(on("2024-03-29"))) << "Good Friday";
    EXPECT_FALSE(is_working_day(on("2024-12-25"))) << "Christmas";
    EXPECT_TRUE(is_working_day(on("2024-12-24")));
    EXPECT_TRUE(is_weekend(on("2024-05-05")));
}

TEST(WorkingDays, AreCountedOverWeekendsAndHolidays)
{
    EXPECT_EQ(iso(working_days_before(on("2024-09-03"), 2)), "2024-08-30");
    EXPECT_EQ(iso(working_days_before(on("2024-04-02"), 1)), "2024-03-28") << "over Easter";
    EXPECT_EQ(iso(working_days_before(on("2024-05-13"), 2)), "2024-05-08") << "over Ascension Day";
    EXPECT_EQ(iso(working_days_after(on("2024-12-24"), 1)), "2024-12-27");
    EXPECT_EQ(iso(working_days_after(on("2024-12-31"), 1)), "2025-01-02");
    EXPECT_EQ(iso(working_days_before(on("2024-09-08"), 1)), "2024-09-06") << "from a Sunday";
    EXPECT_EQ(iso(working_days_before(on("2024-09-08"), 0)), "2024-09-08");
    EXPECT_EQ(iso(working_days_after(on("2024-09-08"), -3)), "2024-09-08") << "no count below zero";
}

TEST(WorkingDays, CountedBackAndForthReturnToTheSameDay)
{
    for (auto day = on("2020-01-01"); day < on("2036-01-01"); day += days{1})
    {
        const int count = 1 + static_cast<int>(day.time_since_epoch().count() % 14);
        const auto before = working_days_before(day, count);
        EXPECT_TRUE(is_working_day(before));
        EXPECT_LT(before, day);
        // From a free day the way back ends on the working day that follows it.
        EXPECT_EQ(working_days_after(before, count), is_working_day(day) ? day : working_days_after(day, 1));
    }
}

} // namespace

} // namespace rondetafel
