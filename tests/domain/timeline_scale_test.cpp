// SPDX-License-Identifier: EUPL-1.2
#include "given_programme.hpp"

#include <rondetafel/domain/timeline.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using namespace given;

TEST(TheAxis, RunsFromDecember2023ToDecember2025)
{
    const auto scale = timeline_scale(aalsmeer(), late_august);
    EXPECT_EQ(iso(scale.from), "2023-12-01");
    EXPECT_EQ(iso(scale.to), "2025-12-31");
    EXPECT_TRUE(scale.begins_after({day("2023-02-01"), day("2023-02-28")}));
    EXPECT_FALSE(scale.begins_after({day("2023-12-05"), day("2023-12-05")}));
    EXPECT_FALSE(scale.begins_after({day("2023-11-01"), day("2023-12-01")}));
}

TEST(TheAxis, PlacesDaysAsTheMockUpDoes)
{
    const auto scale = timeline_scale(aalsmeer(), late_august);
    const auto pixel = [&](const std::string& text) { return 132 + 1018 * scale.position(day(text)); };
    EXPECT_NEAR(pixel("2023-12-01"), 132.0, 0.05);
    EXPECT_NEAR(pixel("2023-12-05"), 137.3, 0.05);
    EXPECT_NEAR(pixel("2024-01-01"), 173.4, 0.05);
    EXPECT_NEAR(pixel("2024-08-29"), 495.4, 0.05);
    EXPECT_NEAR(pixel("2025-12-31"), 1148.7, 0.05);
    EXPECT_EQ(scale.position(day("2023-02-01")), 0.0);
    EXPECT_EQ(scale.position(day("2026-01-01")), 1.0);
    EXPECT_EQ(scale.position(day("2030-01-01")), 1.0);
}

TEST(TheAxis, HoldsTodayWithinTheProgramme)
{
    EXPECT_EQ(iso(timeline_scale(aalsmeer(), day("2026-05-09")).to), "2026-05-31");
    EXPECT_EQ(iso(timeline_scale(aalsmeer(), day("2031-05-09")).to), "2027-12-31");
    EXPECT_EQ(iso(timeline_scale(aalsmeer(), day("2023-11-15")).from), "2023-11-01");
    EXPECT_EQ(iso(timeline_scale(aalsmeer(), day("2020-11-15")).from), "2023-10-01");
}

TEST(TheAxis, OfAProgrammeWithoutStepsIsItsFirstMonth)
{
    Programme programme;
    programme.period = {day("2024-02-01"), day("2027-12-31")};
    const auto scale = timeline_scale(programme, day("2024-02-10"));
    EXPECT_EQ(iso(scale.from), "2024-02-01");
    EXPECT_EQ(iso(scale.to), "2024-02-29");
}

TEST(TheAxis, KeepsEveryDayBetweenItsEdgesInOrder)
{
    const auto scale = timeline_scale(aalsmeer(), late_august);
    double before = -1;
    for (auto on = scale.from; on <= scale.to; on += std::chrono::days{1})
    {
        const auto position = scale.position(on);
        EXPECT_GT(position, before);
        EXPECT_LT(position, 1.0);
        before = position;
    }
}

} // namespace

} // namespace rondetafel
