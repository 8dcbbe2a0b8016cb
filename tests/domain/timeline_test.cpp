// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"
#include "given_programme.hpp"

#include <rondetafel/domain/timeline.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace rondetafel
{

namespace
{

using namespace given;
using Lines = std::vector<std::string>;

const auto early_june = day("2024-06-03");

constexpr StepId round_table_step{3};

Meeting a_meeting_on(const std::string& date, MeetingState state)
{
    auto meeting = given::a_meeting();
    meeting.step = round_table_step;
    meeting.starts = LocalTime{day(date)} + std::chrono::hours{14};
    meeting.ends = meeting.starts + std::chrono::hours{2};
    meeting.state = state;
    return meeting;
}

/// "rondetafel: invited", of every step or of one.
Lines told(const std::vector<TimelineRow>& rows)
{
    Lines lines;
    for (const auto& row : rows)
        lines.push_back(row.step.key + ": " + std::string(word(row.standing)));
    return lines;
}

TimelineRow row_of(const std::string& key, const std::vector<Meeting>& meetings, Day today)
{
    for (const auto& row : timeline_rows(aalsmeer(), meetings, today))
        if (row.step.key == key)
            return row;
    throw std::out_of_range(key);
}

TEST(TheTimeline, TellsOn29AugustWhatTheMockUpTells)
{
    const auto rows =
        timeline_rows(aalsmeer(), {a_meeting_on("2024-09-10", MeetingState::invited)}, late_august);
    EXPECT_EQ(told(rows),
              (Lines{"afstemming: done", "college: done", "raad: done", "planning-leeg: empty_in_note",
                     "kernwerkgroep: done", "actieplannen: late", "startbijeenkomst: done",
                     "rondetafel: invited", "brede-bijeenkomst: no_date_yet", "convenant: begins_later"}));
    EXPECT_EQ(rows[5].days_late, 121);
    EXPECT_FALSE(rows[3].drawn);
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.drawn; }), 9);
}

TEST(TheTimeline, OpensOn3JuneWithTwoMeetingsToPlan)
{
    const auto rows = timeline_rows(aalsmeer(), {}, early_june);
    EXPECT_EQ(told(rows)[7], "rondetafel: no_date_yet");
    EXPECT_EQ(told(rows)[8], "brede-bijeenkomst: no_date_yet");
    EXPECT_EQ(rows[5].days_late, 34);
}

TEST(TheTimeline, KeepsTheOrderOfThePositionWithinALane)
{
    auto programme = aalsmeer();
    std::swap(programme.steps[2].position, programme.steps[3].position);
    EXPECT_EQ(timeline_rows(programme, {}, late_august)[7].step.key, "brede-bijeenkomst");
}

struct ByMeeting
{
    const char* why;
    MeetingState state;
    const char* on;
    const char* today;
    StepStanding standing;
};

TEST(AStep, StandsAsItsMeetingDoes)
{
    const std::vector<ByMeeting> table{
        {"invited", MeetingState::invited, "2024-09-10", "2024-08-29", StepStanding::invited},
        {"invited, today", MeetingState::invited, "2024-09-10", "2024-09-10", StepStanding::invited},
        {"a draft", MeetingState::draft, "2024-09-10", "2024-08-29", StepStanding::planned},
        {"held", MeetingState::held, "2024-09-10", "2024-09-11", StepStanding::done},
        {"closed", MeetingState::closed, "2024-09-10", "2025-09-11", StepStanding::done},
        {"nobody wrote down how it went", MeetingState::invited, "2024-09-10", "2024-09-11",
         StepStanding::running},
        {"nor when the window was over", MeetingState::invited, "2024-09-10", "2024-10-01",
         StepStanding::late},
        {"planned after the window", MeetingState::invited, "2024-10-08", "2024-10-02",
         StepStanding::invited},
        {"a draft of a day gone by", MeetingState::draft, "2024-09-10", "2024-10-02", StepStanding::late},
        {"cancelled", MeetingState::cancelled, "2024-09-10", "2024-08-29", StepStanding::no_date_yet}};
    for (const auto& row : table)
        EXPECT_EQ(row_of("rondetafel", {a_meeting_on(row.on, row.state)}, day(row.today)).standing,
                  row.standing)
            << row.why;
}

TEST(AStep, ShowsItsLatestMeetingThatIsNotCancelled)
{
    const std::vector<Meeting> meetings{a_meeting_on("2024-09-05", MeetingState::held),
                                        a_meeting_on("2024-09-12", MeetingState::invited),
                                        a_meeting_on("2024-09-19", MeetingState::cancelled)};
    const auto row = row_of("rondetafel", meetings, day("2024-09-06"));
    ASSERT_TRUE(row.meeting.has_value());
    EXPECT_EQ(iso(day_of(row.meeting->starts)), "2024-09-12");
    EXPECT_EQ(row.standing, StepStanding::invited);
    EXPECT_FALSE(row_of("brede-bijeenkomst", meetings, day("2024-09-06")).meeting.has_value());
    auto loose = a_meeting_on("2024-09-12", MeetingState::invited);
    loose.step.reset();
    EXPECT_FALSE(row_of("rondetafel", {loose}, day("2024-09-06")).meeting.has_value());
}

TEST(AStep, IsDoneWhenTheCoordinatorSaysSo)
{
    auto programme = aalsmeer();
    for (auto& step : programme.steps)
        step.state = StepState::done;
    for (const auto& row : timeline_rows(programme, {}, day("2026-01-01")))
    {
        EXPECT_EQ(row.standing, StepStanding::done);
        EXPECT_EQ(row.days_late, 0);
    }
}

TEST(AStep, RunsFromTheFirstDayOfItsWindow)
{
    EXPECT_EQ(row_of("convenant", {}, day("2024-08-31")).standing, StepStanding::begins_later);
    EXPECT_EQ(row_of("convenant", {}, day("2024-09-01")).standing, StepStanding::running);
    EXPECT_EQ(row_of("convenant", {}, day("2025-12-31")).standing, StepStanding::running);
    EXPECT_EQ(row_of("convenant", {}, day("2026-01-01")).standing, StepStanding::late);
}

TEST(AStep, WithoutWindowHasNoDateYet)
{
    auto programme = aalsmeer();
    programme.steps.resize(1);
    programme.steps[0].window.reset();
    const auto row = timeline_rows(programme, {}, late_august).at(0);
    EXPECT_EQ(row.standing, StepStanding::no_date_yet);
    EXPECT_FALSE(row.drawn);
}

TEST(BeingLate, CountsFromTheEndOfTheWindow)
{
    auto step = a_step("actieplannen", Lane::planning, "2024-02-01", "2024-04-30", StepState::running);
    EXPECT_EQ(days_late(step, day("2024-04-30")), 0);
    EXPECT_EQ(days_late(step, day("2024-05-01")), 1);
    EXPECT_EQ(days_late(step, late_august), 121);
    step.state = StepState::done;
    EXPECT_EQ(days_late(step, late_august), 0);
    step.state = StepState::open;
    step.window.reset();
    EXPECT_EQ(days_late(step, late_august), 0);
}

} // namespace

} // namespace rondetafel
