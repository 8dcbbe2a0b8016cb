// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/timeline.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace rondetafel
{

namespace
{

using given::day;
using Lines = std::vector<std::string>;

const auto late_august = day("2024-08-29");
const auto early_june = day("2024-06-03");

Step a_step(const std::string& key, Lane lane, const std::string& from, const std::string& to,
            StepState state)
{
    Step step;
    step.key = key;
    step.lane = lane;
    step.content = key;
    step.state = state;
    step.window = Window{day(from), day(to)};
    return step;
}

Step a_meeting_step(const std::string& key, const std::string& from, const std::string& to, StepState state)
{
    auto step = a_step(key, Lane::meetings, from, to, state);
    step.meeting_kind = MeetingKind::round_table;
    return step;
}

/// The planning of the process note, its lanes mixed up on purpose.
Programme aalsmeer()
{
    Programme programme;
    programme.period = {day("2024-01-01"), day("2027-12-31")};
    Step empty;
    empty.key = "planning-leeg";
    empty.title = "Zonder inhoud";
    programme.steps = {a_step("convenant", Lane::covenant, "2024-09-01", "2025-12-31", StepState::open),
                       a_meeting_step("startbijeenkomst", "2024-02-01", "2024-03-31", StepState::done),
                       a_meeting_step("rondetafel", "2024-07-01", "2024-09-30", StepState::open),
                       a_meeting_step("brede-bijeenkomst", "2024-07-01", "2024-09-30", StepState::open),
                       empty,
                       a_step("kernwerkgroep", Lane::planning, "2024-02-01", "2024-03-31", StepState::done),
                       a_step("actieplannen", Lane::planning, "2024-02-01", "2024-04-30", StepState::running),
                       a_step("afstemming", Lane::governance, "2023-02-01", "2023-02-28", StepState::done),
                       a_step("college", Lane::governance, "2023-12-05", "2023-12-05", StepState::done),
                       a_step("raad", Lane::governance, "2024-02-02", "2024-02-02", StepState::done)};
    for (std::size_t at = 0; at < programme.steps.size(); ++at)
    {
        programme.steps[at].id = {static_cast<long long>(at) + 1};
        programme.steps[at].position = static_cast<int>(at);
    }
    return programme;
}

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
