// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/meetings.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using given::day;
using Codes = std::vector<std::string>;

const Window third_quarter{day("2024-07-01"), day("2024-09-30")};
const std::vector<Peak> peaks{{{day("2024-07-20"), day("2024-09-01")}, "Zomervakantie (regio Noord)"},
                              {{day("2024-12-02"), day("2024-12-20")}, "Drukte voor Kerst"}};

Step round_table_step()
{
    Step step;
    step.window_text = "Q3";
    step.window = third_quarter;
    return step;
}

Codes codes(const std::string& text, const Step* step = nullptr)
{
    Codes found;
    for (const auto& warning : date_warnings(day(text), step, peaks, Language::nl))
        found.push_back(warning.code);
    return found;
}

TEST(WarningAboutADay, IsSilentOnAGoodDay)
{
    const auto step = round_table_step();
    EXPECT_EQ(codes("2024-09-10", &step), Codes{});
    EXPECT_EQ(codes("2024-09-10"), Codes{});
    EXPECT_EQ(codes("2024-07-01", &step), Codes{}) << "the first day of the window is in it";
    EXPECT_EQ(codes("2024-09-30", &step), Codes{}) << "and so is the last";
}

TEST(WarningAboutADay, QuotesTheWindowAsTheNoteWritesIt)
{
    const auto step = round_table_step();
    const auto warnings = date_warnings(day("2024-10-01"), &step, peaks, Language::nl);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].code, "date.outside_window");
    EXPECT_EQ(warnings[0].arguments,
              (Arguments{{"window", "Q3"}, {"from", "1 juli 2024"}, {"to", "30 september 2024"}}));
    EXPECT_EQ(codes("2024-06-28", &step), Codes{"date.outside_window"});
}

TEST(WarningAboutADay, SaysNothingOfAStepWithoutWindow)
{
    const Step step;
    EXPECT_EQ(codes("2024-10-01", &step), Codes{});
}

TEST(WarningAboutADay, NamesTheHoliday)
{
    const auto warnings = date_warnings(day("2024-05-09"), nullptr, {}, Language::en);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].code, "date.holiday");
    EXPECT_EQ(warnings[0].arguments,
              (Arguments{{"holiday", "holiday.ascension_day"}, {"day", "Thursday 9 May"}}));
}

TEST(WarningAboutADay, NamesTheWeekday)
{
    const auto warnings = date_warnings(day("2024-09-07"), nullptr, {}, Language::nl);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].code, "date.weekend");
    EXPECT_EQ(warnings[0].arguments, (Arguments{{"weekday", "zaterdag"}}));
}

TEST(WarningAboutADay, GivesTheReasonOfAPeak)
{
    const auto warnings = date_warnings(day("2024-12-03"), nullptr, peaks, Language::nl);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].code, "date.peak");
    EXPECT_EQ(warnings[0].arguments,
              (Arguments{
                  {"reason", "Drukte voor Kerst"}, {"from", "2 december 2024"}, {"to", "20 december 2024"}}));
    EXPECT_EQ(codes("2024-12-02"), Codes{"date.peak"});
    EXPECT_EQ(codes("2024-12-20"), Codes{"date.peak"});
    EXPECT_EQ(codes("2024-12-23"), Codes{});
}

TEST(WarningAboutADay, GivesEveryReason)
{
    Step step = round_table_step();
    step.window = Window{day("2024-10-01"), day("2024-12-31")};
    EXPECT_EQ(codes("2024-08-31", &step), (Codes{"date.outside_window", "date.weekend", "date.peak"}));
    EXPECT_EQ(codes("2024-05-05"), (Codes{"date.holiday", "date.weekend"}));
}

} // namespace

} // namespace rondetafel
