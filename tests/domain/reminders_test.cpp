// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/reminders.hpp>

#include <gtest/gtest.h>

#include <functional>

namespace rondetafel
{

namespace
{

using namespace std::chrono;
using given::a_meeting;
using given::an_invitation;
using given::at;

ReminderRule rule(ReminderKind kind, int working_days)
{
    return {{}, {1}, kind, working_days};
}

struct Case
{
    const char* why;
    bool applies;
    const char* now;
    std::function<void(ReminderRule&, Meeting&, Invitation&)> change;
};

void nothing(ReminderRule&, Meeting&, Invitation&) {}

void judge(const ReminderRule& first, Answer answer, const std::vector<Case>& table)
{
    for (const auto& row : table)
    {
        auto changed = first;
        auto meeting = a_meeting();
        auto invitation = an_invitation(answer);
        row.change(changed, meeting, invitation);
        EXPECT_EQ(reminder_applies(changed, meeting, invitation, at(row.now)), row.applies) << row.why;
    }
}

TEST(RemindingTheUnanswered, IsJudgedWhenItLeaves)
{
    const auto* due = "2024-08-30T09:00";
    judge(
        rule(ReminderKind::unanswered, 2), Answer::none,
        {{"due now", true, due, nothing},
         {"a second early", false, "2024-08-30T08:59", nothing},
         {"later that day", true, "2024-08-30T17:59", nothing},
         {"after office hours", false, "2024-08-30T18:00", nothing},
         {"in the weekend", false, "2024-08-31T12:00", nothing},
         {"one working day late", true, "2024-09-02T08:00", nothing},
         {"two working days late", true, "2024-09-03T16:59", nothing},
         {"the answer is due", false, "2024-09-03T17:00", nothing},
         {"answered yes", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::yes; }},
         {"answered no", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::no; }},
         {"sent a substitute", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::substitute; }},
         {"waits", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::waiting; }},
         {"has an offer", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::offered; }},
         {"withdrawn", false, due, [](auto&, auto&, auto& i) { i.state = InvitationState::withdrawn; }},
         {"not sent yet", false, due, [](auto&, auto&, auto& i) { i.state = InvitationState::selected; }},
         {"address refused", false, due,
          [](auto&, auto&, auto& i) { i.address_state = AddressState::refused; }},
         {"meeting cancelled", false, due, [](auto&, auto& m, auto&) { m.state = MeetingState::cancelled; }},
         {"meeting held", false, due, [](auto&, auto& m, auto&) { m.state = MeetingState::held; }},
         {"meeting closed", false, due, [](auto&, auto& m, auto&) { m.state = MeetingState::closed; }},
         {"meeting a draft", false, due, [](auto&, auto& m, auto&) { m.state = MeetingState::draft; }},
         {"switched off", false, due, [](auto& r, auto&, auto&) { r.active = false; }},
         {"rule of another meeting", false, due, [](auto& r, auto&, auto&) { r.meeting = {2}; }},
         {"invitation to another meeting", false, due, [](auto&, auto&, auto& i) { i.meeting = {2}; }},
         {"invited that same day", false, due,
          [](auto&, auto&, auto& i) { i.invited_at = at("2024-08-30T08:00"); }},
         {"invited after it was due", false, "2024-09-02T10:00",
          [](auto&, auto&, auto& i) { i.invited_at = at("2024-09-02T08:00"); }},
         {"invited the day before", true, due,
          [](auto&, auto&, auto& i) { i.invited_at = at("2024-08-29T17:00"); }},
         {"invited with the meeting", true, due, [](auto&, auto&, auto& i) { i.invited_at.reset(); }},
         {"nobody was ever invited", false, due,
          [](auto&, auto& m, auto& i)
          {
              i.invited_at.reset();
              m.invited_at.reset();
          }},
         {"moved a week later", false, due, [](auto&, auto& m, auto&) { m.answer_by += weeks{1}; }}});
}

TEST(RemindingTheUnanswered, IsGivenUpAfterTwoWorkingDays)
{
    const auto invited_early = [](auto&, auto&, auto& i) { i.invited_at = at("2024-08-20T10:00"); };
    // Due on Friday 23 August.
    judge(rule(ReminderKind::unanswered, 7), Answer::none,
          {{"Friday", true, "2024-08-23T09:00", invited_early},
           {"Monday", true, "2024-08-26T12:00", invited_early},
           {"Tuesday", true, "2024-08-27T17:59", invited_early},
           {"Wednesday", false, "2024-08-28T08:00", invited_early}});
}

TEST(RemindingWhoComes, IsJudgedWhenItLeaves)
{
    const auto* due = "2024-09-09T09:00";
    judge(
        rule(ReminderKind::coming, 1), Answer::yes,
        {{"due now", true, due, nothing},
         {"too early", false, "2024-09-09T08:59", nothing},
         {"on the morning itself", true, "2024-09-10T08:30", nothing},
         {"it has begun", false, "2024-09-10T14:00", nothing},
         {"it is over", false, "2024-09-11T09:00", nothing},
         {"no answer", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::none; }},
         {"declined", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::no; }},
         {"sent a substitute", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::substitute; }},
         {"waits", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::waiting; }},
         {"has an offer", false, due, [](auto&, auto&, auto& i) { i.answer = Answer::offered; }},
         {"is the substitute", true, due, [](auto&, auto&, auto& i) { i.substitute_for = InvitationId{9}; }},
         {"said so just now", false, "2024-09-09T11:00",
          [](auto&, auto&, auto& i) { i.answered_at = at("2024-09-09T10:00"); }},
         {"withdrawn", false, due, [](auto&, auto&, auto& i) { i.state = InvitationState::withdrawn; }},
         {"address refused", false, due,
          [](auto&, auto&, auto& i) { i.address_state = AddressState::refused; }},
         {"cancelled", false, due, [](auto&, auto& m, auto&) { m.state = MeetingState::cancelled; }}});
}

} // namespace

} // namespace rondetafel
