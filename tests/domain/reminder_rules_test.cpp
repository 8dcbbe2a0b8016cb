// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/calendar.hpp>
#include <rondetafel/domain/reminders.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using namespace std::chrono;
using given::a_meeting;
using given::at;

ReminderRule rule(ReminderKind kind, int working_days)
{
    return {{}, {1}, kind, working_days};
}

std::string due_text(const ReminderRule& rule, const Meeting& meeting)
{
    return iso(to_local(due_at(rule, meeting), meeting.zone));
}

TEST(ReminderRules, StandReadyForEveryMeeting)
{
    const auto rules = default_reminder_rules({5});
    ASSERT_EQ(rules.size(), 4U);
    const std::vector<std::pair<ReminderKind, int>> known{{ReminderKind::unanswered, 14},
                                                          {ReminderKind::unanswered, 7},
                                                          {ReminderKind::unanswered, 2},
                                                          {ReminderKind::coming, 1}};
    for (std::size_t index = 0; index < rules.size(); ++index)
    {
        EXPECT_EQ(rules[index].kind, known[index].first);
        EXPECT_EQ(rules[index].working_days, known[index].second);
        EXPECT_EQ(rules[index].meeting, MeetingId{5});
        EXPECT_TRUE(rules[index].active);
    }
}

TEST(ReminderRules, AreRefusedOutsideTheirRange)
{
    for (const int days : {-1, 61, 1000})
        EXPECT_EQ(given::refusals(check_reminder_rule(rule(ReminderKind::unanswered, days))),
                  std::vector<std::string>{"working_days:reminder.range"});
    for (const int days : {0, 1, 60})
        EXPECT_TRUE(check_reminder_rule(rule(ReminderKind::unanswered, days)).has_value());
}

TEST(ARule, FallsDueAtNineOnAWorkingDay)
{
    const auto meeting = a_meeting();
    EXPECT_EQ(due_text(rule(ReminderKind::unanswered, 14), meeting), "2024-08-14T09:00");
    EXPECT_EQ(due_text(rule(ReminderKind::unanswered, 7), meeting), "2024-08-23T09:00");
    EXPECT_EQ(due_text(rule(ReminderKind::unanswered, 2), meeting), "2024-08-30T09:00");
    EXPECT_EQ(due_text(rule(ReminderKind::coming, 1), meeting), "2024-09-09T09:00");
    EXPECT_EQ(due_text(rule(ReminderKind::coming, 0), meeting), "2024-09-10T09:00");
}

TEST(ARule, SkipsHolidays)
{
    auto meeting = a_meeting();
    meeting.starts = given::local("2024-05-14T14:00");
    meeting.answer_by = given::local("2024-05-10T17:00");
    EXPECT_EQ(due_text(rule(ReminderKind::unanswered, 1), meeting), "2024-05-08T09:00")
        << "over Ascension Day";
    meeting.answer_by = given::local("2024-05-09T17:00");
    EXPECT_EQ(due_text(rule(ReminderKind::unanswered, 0), meeting), "2024-05-08T09:00")
        << "not on the day itself";
}

TEST(ARule, KeepsItsHourWhenTheClockChanges)
{
    auto meeting = a_meeting();
    // The clock goes forward on 31 March 2024 and back on 27 October.
    meeting.answer_by = given::local("2024-04-03T17:00");
    EXPECT_EQ(iso(due_at(rule(ReminderKind::unanswered, 2), meeting)), "2024-03-28T08:00:00Z");
    EXPECT_EQ(iso(due_at(rule(ReminderKind::unanswered, 1), meeting)), "2024-04-02T07:00:00Z");
    meeting.answer_by = given::local("2024-10-29T17:00");
    EXPECT_EQ(iso(due_at(rule(ReminderKind::unanswered, 2), meeting)), "2024-10-25T07:00:00Z");
    EXPECT_EQ(iso(due_at(rule(ReminderKind::unanswered, 1), meeting)), "2024-10-28T08:00:00Z");
}

TEST(ARule, IsAlwaysDueAtNineOnAWorkingDay)
{
    auto meeting = a_meeting();
    for (auto day = given::day("2020-01-01"); day < given::day("2036-01-01"); day += days{1})
    {
        meeting.answer_by = LocalTime{day} + hours{17};
        const int count = static_cast<int>(day.time_since_epoch().count() % 15);
        const auto due = to_local(due_at(rule(ReminderKind::unanswered, count), meeting), home_zone);
        EXPECT_EQ(due - LocalTime{day_of(due)}, hours{9});
        EXPECT_TRUE(is_working_day(day_of(due)));
        EXPECT_LE(day_of(due), day);
        EXPECT_TRUE(within_office_hours(to_instant(due, home_zone), home_zone));
    }
}

TEST(OfficeHours, AreEightToSixOnWorkingDays)
{
    for (const auto* good : {"2024-09-09T08:00", "2024-09-09T17:59", "2024-12-24T12:00"})
        EXPECT_TRUE(within_office_hours(at(good), home_zone)) << good;
    for (const auto* bad : {"2024-09-09T07:59", "2024-09-09T18:00", "2024-09-07T12:00", "2024-09-08T12:00",
                            "2024-12-25T12:00", "2024-03-29T12:00", "2024-09-09T00:00"})
        EXPECT_FALSE(within_office_hours(at(bad), home_zone)) << bad;
    EXPECT_FALSE(within_office_hours(at("2024-09-09T08:30"), "Europe/London")) << "it is 7.30 there";
}

TEST(TheNextMoment, IsTheFirstDueMomentAfterNow)
{
    const auto rules = default_reminder_rules({1});
    const auto meeting = a_meeting();
    EXPECT_EQ(next_moment(rules, meeting, at("2024-08-01T00:00")), at("2024-08-14T09:00"));
    EXPECT_EQ(next_moment(rules, meeting, at("2024-08-14T09:00")), at("2024-08-23T09:00"));
    EXPECT_EQ(next_moment(rules, meeting, at("2024-08-30T08:59")), at("2024-08-30T09:00"));
    EXPECT_EQ(next_moment(rules, meeting, at("2024-08-30T09:00")), at("2024-09-09T09:00"));
    EXPECT_EQ(next_moment(rules, meeting, at("2024-09-09T09:00")), std::nullopt);
}

TEST(TheNextMoment, LooksOnlyAtRulesThatWillRun)
{
    auto rules = default_reminder_rules({1});
    auto meeting = a_meeting();
    rules[0].active = false;
    EXPECT_EQ(next_moment(rules, meeting, at("2024-08-01T00:00")), at("2024-08-23T09:00"));
    EXPECT_EQ(next_moment({}, meeting, at("2024-08-01T00:00")), std::nullopt);
    for (const auto state :
         {MeetingState::draft, MeetingState::cancelled, MeetingState::held, MeetingState::closed})
    {
        meeting.state = state;
        EXPECT_EQ(next_moment(rules, meeting, at("2024-08-01T00:00")), std::nullopt);
    }
}

} // namespace

} // namespace rondetafel
