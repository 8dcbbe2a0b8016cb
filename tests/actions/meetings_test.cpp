// SPDX-License-Identifier: EUPL-1.2
#include "actions/world.hpp"

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/meetings.hpp>

namespace rondetafel::actions
{

namespace
{

class Meetings : public World
{
protected:
    MeetingId save(const Meeting& changed, bool tell, bool keep_answers)
    {
        return perform(save_meeting, {changed, false, tell, keep_answers}).value();
    }
};

TEST_P(Meetings, CancelTheirWaitingLettersAndTellWhoWasInvited)
{
    const auto id = invite(2);
    ASSERT_TRUE(perform(cancel_meeting, {id, "Ziekte"}));
    for (const auto& one : invitations(id))
    {
        EXPECT_EQ(letters(one, LetterKind::invitation).front().state, LetterState::cancelled);
        ASSERT_EQ(letters(one, LetterKind::cancellation).size(), 1U);
        EXPECT_EQ(letters(one, LetterKind::cancellation).front().state, LetterState::queued);
        EXPECT_EQ(answer(one, Answer::yes), "meeting.cancelled");
    }
    EXPECT_EQ(meeting(id).sequence, 1);
    EXPECT_EQ(perform(cancel_meeting, {id, "Nog eens"}).error().code, "meeting.over");
}

TEST_P(Meetings, TellOnlyThoseWhomAMoveConcerns)
{
    const auto id = invite(3);
    answer(invitation(id, 0), Answer::yes);
    answer(invitation(id, 1), Answer::no);
    ASSERT_EQ(perform(withdraw_invitations, {id, {invitation(id, 2).id}}).value(), 1);
    auto changed = meeting(id);
    changed.goal = "Een ander doel";
    save(changed, true, true);
    EXPECT_EQ(meeting(id).sequence, 0) << "a goal is no matter of calendars";
    EXPECT_TRUE(letters(invitation(id, 0), LetterKind::update).empty());
    changed = meeting(id);
    changed.place = "De Oude Veiling";
    save(changed, true, true);
    EXPECT_EQ(meeting(id).sequence, 1);
    EXPECT_EQ(letters(invitation(id, 0), LetterKind::update).size(), 1U);
    EXPECT_TRUE(letters(invitation(id, 1), LetterKind::update).empty()) << "does not come";
    EXPECT_TRUE(letters(invitation(id, 2), LetterKind::update).empty()) << "is no longer invited";
    EXPECT_EQ(invitation(id, 0).answer, Answer::yes);
}

TEST_P(Meetings, AskAgainAfterAMoveUnlessAnswersStand)
{
    const auto id = invite(2);
    answer(invitation(id, 0), Answer::yes);
    answer(invitation(id, 1), Answer::no);
    auto changed = meeting(id);
    changed.starts += std::chrono::hours{1};
    changed.ends += std::chrono::hours{1};
    save(changed, true, false);
    for (const auto& one : invitations(id))
    {
        EXPECT_EQ(one.answer, Answer::none);
        EXPECT_EQ(letters(one, LetterKind::update).size(), 1U);
    }
    EXPECT_EQ(perform(save_meeting, {changed}).error().code, "changed.meanwhile");
}

TEST_P(Meetings, SayInTheUpdateWhatWasBefore)
{
    const auto id = invite(1);
    const auto first = meeting(id);
    const auto before_in_update = [&]
    {
        return perform(letter_subject, letters(invitation(id, 0), LetterKind::update).back().id)
            .value()
            .words.before.value();
    };
    auto changed = first;
    changed.place = "De Oude Veiling";
    changed.starts += std::chrono::hours{1};
    changed.ends += std::chrono::hours{1};
    save(changed, true, false);
    EXPECT_EQ(before_in_update().starts, first.starts);
    EXPECT_EQ(before_in_update().ends, first.ends);
    EXPECT_EQ(before_in_update().place, first.place);
    EXPECT_EQ(before_in_update().address, first.address);
    changed = meeting(id);
    changed.starts += std::chrono::hours{1};
    changed.ends += std::chrono::hours{1};
    save(changed, true, false);
    EXPECT_EQ(before_in_update().starts, first.starts) << "the first update never left";
    auto sent = letters(invitation(id, 0), LetterKind::update).back();
    ASSERT_TRUE(records().outbox.lease(sent, "a desk", machine_clock_.now()));
    sent.state = LetterState::sent;
    ASSERT_TRUE(records().outbox.record(sent));
    const auto second = meeting(id);
    changed = second;
    changed.address = "Elders 1";
    save(changed, true, false);
    EXPECT_EQ(before_in_update().starts, second.starts);
    EXPECT_EQ(before_in_update().place, "De Oude Veiling");
}

TEST_P(Meetings, WithdrawNobodyWhoHeardThatTheyAreCancelled)
{
    const auto id = invite(2);
    ASSERT_TRUE(perform(cancel_meeting, {id, "Ziekte"}));
    EXPECT_EQ(perform(withdraw_invitations, {id, {invitation(id, 0).id}}).error().code, "meeting.over");
    EXPECT_TRUE(letters(invitation(id, 0), LetterKind::withdrawn).empty());
    EXPECT_EQ(perform(remove_invitees, {MeetingId{999}, {}}).error().code, "meeting.not_found");
    EXPECT_EQ(perform(remind_by_hand, {MeetingId{999}, {}}).error().code, "meeting.not_found");
}

TEST_P(Meetings, DoNothingWithAnEmptySelection)
{
    const auto id = invite(2);
    const auto before = rows();
    EXPECT_EQ(perform(withdraw_invitations, {id, {}}).value(), 0);
    EXPECT_EQ(perform(remind_by_hand, {id, {}}).value(), 0);
    EXPECT_EQ(perform(remove_invitees, {id, {}}).value(), 0);
    EXPECT_EQ(rows(), before);
}

TEST_P(Meetings, DisappearAsDraftsOnly)
{
    const auto draft = plan(2);
    EXPECT_TRUE(perform(delete_draft, draft));
    EXPECT_FALSE(records().meetings.find(draft));
    EXPECT_EQ(perform(delete_draft, draft).error().code, "meeting.not_found");
}

INSTANTIATE_TEST_SUITE_P(Each, Meetings, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
