// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

#include <algorithm>

namespace rondetafel::storage
{

namespace
{

using given::unicode;

class MeetingRows : public support::OnEachDatabase
{
};

TEST_P(MeetingRows, KeepAMeeting)
{
    auto meeting = given::a_meeting();
    meeting.programme = given::a_stored_programme(records());
    meeting.uid = "1@rondetafel.example";
    meeting.title = unicode;
    meeting.agenda = "een\ntwee";
    meeting.capacity = 12;
    meeting.second_occurrence = true;
    meeting.online_url = "https://video.example/x?a=1&b=2";
    meeting.substitutes_allowed = false;
    meeting.id = records().meetings.add(meeting);
    auto found = records().meetings.find(meeting.id).value();
    EXPECT_EQ(found.title, unicode);
    EXPECT_EQ(found.agenda, meeting.agenda);
    EXPECT_EQ(found.starts, meeting.starts);
    EXPECT_EQ(found.answer_by, meeting.answer_by);
    EXPECT_EQ(found.capacity, 12);
    EXPECT_EQ(found.step, std::nullopt);
    EXPECT_TRUE(found.second_occurrence);
    EXPECT_FALSE(found.substitutes_allowed);
    EXPECT_EQ(found.invited_at, given::inviting);
    EXPECT_EQ(found.zone, home_zone);
    found.capacity.reset();
    found.invited_at.reset();
    found.cancel_reason = unicode;
    found.state = MeetingState::cancelled;
    records().meetings.save(found);
    const auto again = records().meetings.find(meeting.id).value();
    EXPECT_EQ(again.capacity, std::nullopt);
    EXPECT_EQ(again.invited_at, std::nullopt);
    EXPECT_EQ(again.cancel_reason, unicode);
    EXPECT_EQ(again.state, MeetingState::cancelled);
    EXPECT_TRUE(records().meetings.running(given::inviting).empty());
}

TEST_P(MeetingRows, ListTheRunningOnes)
{
    const auto id = given::a_stored_meeting(records());
    EXPECT_EQ(records().meetings.running(given::inviting).size(), 1U);
    EXPECT_TRUE(records().meetings.running(given::a_meeting().starts_at()).empty());
    EXPECT_EQ(records().meetings.of(records().meetings.find(id)->programme).size(), 1U);
}

TEST_P(MeetingRows, KeepAnInvitationAndItsAnswers)
{
    const auto meeting = given::a_stored_meeting(records());
    auto found = records().invitations.find(given::a_stored_invitation(records(), meeting)).value();
    EXPECT_EQ(found.name.family, "Wiśniewski");
    EXPECT_EQ(found.contact, std::nullopt);
    EXPECT_EQ(found.substitute_for, std::nullopt);
    EXPECT_EQ(found.answered_at, std::nullopt);
    EXPECT_EQ(found.invited_at, given::inviting);
    found.answer = Answer::offered;
    found.offer_until = given::before_cut_off;
    found.waiting_since = given::inviting;
    found.remark = unicode;
    found.contradictory = true;
    records().invitations.save(found);
    EXPECT_EQ(records().invitations.expired_offers(given::before_cut_off + std::chrono::seconds{1}).size(), 1U);
    EXPECT_TRUE(records().invitations.expired_offers(given::inviting).empty());
    EXPECT_EQ(records().invitations.find(found.id)->remark, unicode);
    EXPECT_TRUE(records().invitations.find(found.id)->contradictory);
    records().invitations.add_answer({found.id, Answer::substitute, unicode, "Łucja", "l@x.example", AnswerSource::phone,
                                      "Noor", given::before_cut_off});
    const auto answers = records().invitations.answers_of(found.id);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().remark, unicode);
    EXPECT_EQ(answers.front().substitute_name, "Łucja");
    EXPECT_EQ(answers.front().source, AnswerSource::phone);
    EXPECT_EQ(answers.front().given_at, given::before_cut_off);
    records().invitations.mark_address(found.email, AddressState::refused);
    EXPECT_EQ(records().invitations.find(found.id)->address_state, AddressState::refused);
}

TEST_P(MeetingRows, CountTheSeatsOfOthersAsTheDomainDoes)
{
    const auto meeting = given::a_stored_meeting(records());
    std::vector<InvitationId> ids;
    int number = 0;
    for (const auto answer : {Answer::yes, Answer::offered, Answer::no, Answer::waiting, Answer::none, Answer::substitute})
        for (const auto state : {InvitationState::invited, InvitationState::withdrawn})
        {
            auto invitation = given::an_invitation(answer);
            invitation.meeting = meeting;
            invitation.state = state;
            invitation.uid = std::to_string(++number) + "@rondetafel.example";
            ids.push_back(records().invitations.add(invitation));
        }
    auto substitute = given::a_substitute(ids.at(10).value, Answer::yes, 0);
    substitute.meeting = meeting;
    substitute.uid = "substitute@rondetafel.example";
    ids.push_back(records().invitations.add(substitute));
    const auto all = records().invitations.of(meeting);
    for (const auto id : ids)
        EXPECT_EQ(records().invitations.seats_taken_by_others(meeting, id), seats_taken_by_others(all, id)) << id.value;
}

TEST_P(MeetingRows, KeepRulesAndWhatTheyMade)
{
    const auto meeting = given::a_stored_meeting(records());
    const auto invitation = given::a_stored_invitation(records(), meeting);
    for (const auto& rule : default_reminder_rules(meeting))
        records().reminders.add_rule(rule);
    auto rules = records().reminders.rules_of(meeting);
    ASSERT_EQ(rules.size(), 4U);
    auto rule = rules.front();
    rule.active = false;
    rule.working_days = 9;
    records().reminders.save_rule(rule);
    rules = records().reminders.rules_of(meeting);
    const auto changed = std::find_if(rules.begin(), rules.end(), [&](const auto& one) { return one.id == rule.id; });
    ASSERT_NE(changed, rules.end());
    EXPECT_EQ(changed->working_days, 9);
    EXPECT_FALSE(changed->active);
    EXPECT_FALSE(records().reminders.made(rule.id, invitation));
    records().reminders.make(rule.id, invitation, given::inviting);
    EXPECT_TRUE(records().reminders.made(rule.id, invitation));
}

TEST_P(MeetingRows, KeepWhatHappened)
{
    Event event;
    event.happened_at = given::inviting;
    event.actor_kind = "staff";
    event.actor_name = unicode;
    event.verb = "meeting.moved";
    event.meeting = MeetingId{7};
    event.detail = unicode;
    records().events.add(event);
    const auto found = records().events.of(MeetingId{7});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().actor_name, unicode);
    EXPECT_EQ(found.front().invitation, std::nullopt);
    EXPECT_EQ(found.front().happened_at, given::inviting);
    EXPECT_EQ(records().events.recent("meeting.moved", given::inviting, 9).size(), 1U);
    EXPECT_TRUE(records().events.of(InvitationId{7}).empty());
}

INSTANTIATE_TEST_SUITE_P(Each, MeetingRows, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
