// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/invitations.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using namespace given;
using Codes = std::vector<std::string>;

TEST(TheAnswerWindow, IsOpenUntilTheVeryMomentOfTheCutOff)
{
    const auto meeting = a_meeting();
    const auto one_second = std::chrono::seconds{1};
    EXPECT_EQ(answer_window(meeting, an_invitation(), before_cut_off), AnswerWindow::open);
    EXPECT_EQ(answer_window(meeting, an_invitation(), meeting.answers_until() - one_second),
              AnswerWindow::open);
    EXPECT_EQ(answer_window(meeting, an_invitation(), meeting.answers_until()), AnswerWindow::past_cut_off);
    EXPECT_EQ(answer_window(meeting, an_invitation(), meeting.starts_at()), AnswerWindow::past_cut_off);
    EXPECT_EQ(answer_window(meeting, an_invitation(), meeting.ends_at()), AnswerWindow::over);
}

TEST(TheAnswerWindow, TellsWhyItIsClosed)
{
    auto meeting = a_meeting();
    auto withdrawn = an_invitation();
    withdrawn.state = InvitationState::withdrawn;
    EXPECT_EQ(answer_window(meeting, withdrawn, before_cut_off), AnswerWindow::withdrawn);
    for (const auto state : {MeetingState::held, MeetingState::closed})
    {
        meeting.state = state;
        EXPECT_EQ(answer_window(meeting, an_invitation(), before_cut_off), AnswerWindow::over);
    }
    meeting.state = MeetingState::cancelled;
    EXPECT_EQ(answer_window(meeting, an_invitation(), before_cut_off), AnswerWindow::cancelled);
    EXPECT_EQ(answer_window(meeting, withdrawn, before_cut_off), AnswerWindow::withdrawn);
}

TEST(TheAnswerWindow, StaysOpenAsLongAsAPlaceIsHeld)
{
    auto offered = an_invitation(Answer::offered);
    EXPECT_EQ(answer_window(a_meeting(), offered, after_cut_off), AnswerWindow::past_cut_off);
    offered.offer_until = at("2024-09-06T17:00");
    EXPECT_EQ(answer_window(a_meeting(), offered, after_cut_off), AnswerWindow::open);
    EXPECT_EQ(answer_window(a_meeting(), offered, *offered.offer_until), AnswerWindow::open);
    EXPECT_EQ(answer_window(a_meeting(), offered, at("2024-09-06T17:01")), AnswerWindow::past_cut_off);
}

TEST(Answering, TakesEveryChoice)
{
    for (const auto answer : {Answer::yes, Answer::no, Answer::substitute})
        EXPECT_EQ(decide(a_meeting(), an_invitation(), saying(answer), 0, before_cut_off).value(), answer);
}

TEST(Answering, CanBeRepeatedAndChangedAtWill)
{
    for (const auto standing : {Answer::none, Answer::yes, Answer::no, Answer::substitute, Answer::waiting})
        for (const auto next : {Answer::yes, Answer::no, Answer::substitute})
            EXPECT_EQ(decide(a_meeting(), an_invitation(standing), saying(next), 99, before_cut_off).value(),
                      next);
}

TEST(Answering, IsRefusedWithoutAChoice)
{
    for (const auto answer : {Answer::none, Answer::waiting, Answer::offered})
        EXPECT_EQ(refusals(decide(a_meeting(), an_invitation(), saying(answer), 0, before_cut_off)),
                  Codes{"answer:answer.missing"});
}

TEST(Answering, IsRefusedWhenTheWindowIsClosed)
{
    auto meeting = a_meeting();
    const auto refused = [&](const Reply& reply, Instant now)
    {
        const auto outcome = decide(meeting, an_invitation(), reply, 0, now);
        EXPECT_TRUE(outcome.has_error());
        EXPECT_EQ(outcome.error().refusal, Refusal::conflict);
        return outcome.error().code;
    };
    EXPECT_EQ(refused(saying(Answer::yes), after_cut_off), "answer.past_cut_off");
    EXPECT_EQ(refused(saying(Answer::no), after_cut_off), "answer.past_cut_off");
    EXPECT_EQ(refused(by_phone(Answer::yes), meeting.ends_at()), "meeting.over");
    meeting.state = MeetingState::cancelled;
    EXPECT_EQ(refused(by_phone(Answer::yes), before_cut_off), "meeting.cancelled");
    meeting.state = MeetingState::held;
    EXPECT_EQ(refused(by_phone(Answer::yes), before_cut_off), "meeting.over");
}

TEST(Answering, IsRefusedAfterWithdrawal)
{
    auto invitation = an_invitation();
    invitation.state = InvitationState::withdrawn;
    EXPECT_EQ(refusals(decide(a_meeting(), invitation, saying(Answer::yes), 0, before_cut_off)),
              Codes{"invitation.withdrawn"});
}

TEST(AnsweringForSomebody, GoesOnAfterTheCutOffUnderOnesOwnName)
{
    EXPECT_EQ(decide(a_meeting(), an_invitation(), by_phone(Answer::yes), 0, after_cut_off).value(),
              Answer::yes);
    auto nameless = by_phone(Answer::yes);
    nameless.entered_by.clear();
    EXPECT_EQ(refusals(decide(a_meeting(), an_invitation(), nameless, 0, before_cut_off)),
              Codes{"entered_by:entered_by.missing"});
}

TEST(Answering, RefusesARemarkThatIsNoText)
{
    auto reply = saying(Answer::no);
    reply.remark = "Wij zijn met vakantie.\nVeel succes!";
    EXPECT_TRUE(decide(a_meeting(), an_invitation(), reply, 0, before_cut_off).has_value());
    reply.remark = std::string(1001, 'a');
    EXPECT_EQ(refusals(decide(a_meeting(), an_invitation(), reply, 0, before_cut_off)),
              Codes{"remark:text.too_long"});
    reply.remark = "\x1b[2J";
    EXPECT_EQ(refusals(decide(a_meeting(), an_invitation(), reply, 0, before_cut_off)),
              Codes{"remark:text.control_byte"});
}

TEST(AContradiction, IsADifferentAnswerWithinAMinute)
{
    auto invitation = an_invitation(Answer::yes);
    const auto answered = *invitation.answered_at;
    EXPECT_TRUE(contradicts(invitation, Answer::no, answered));
    EXPECT_TRUE(contradicts(invitation, Answer::substitute, answered + std::chrono::seconds{60}));
    EXPECT_FALSE(contradicts(invitation, Answer::no, answered + std::chrono::seconds{61}));
    EXPECT_FALSE(contradicts(invitation, Answer::yes, answered)) << "a double click is no contradiction";
}

TEST(AContradiction, IsNotMadeByAFirstAnswerNorByTheWaitingList)
{
    EXPECT_FALSE(contradicts(an_invitation(), Answer::no, before_cut_off));
    auto undated = an_invitation(Answer::yes);
    undated.answered_at.reset();
    EXPECT_FALSE(contradicts(undated, Answer::no, before_cut_off));
    auto waiting = an_invitation(Answer::waiting);
    EXPECT_FALSE(contradicts(waiting, Answer::yes, *waiting.answered_at));
    EXPECT_FALSE(contradicts(waiting, Answer::waiting, *waiting.answered_at));
    EXPECT_TRUE(contradicts(waiting, Answer::no, *waiting.answered_at));
}

TEST(AWithdrawal, TakesTheSubstituteAlong)
{
    auto withdrawn_before = a_substitute(1, Answer::no, 4);
    withdrawn_before.state = InvitationState::withdrawn;
    auto not_sent = an_invitation(Answer::none, 5);
    not_sent.state = InvitationState::selected;
    const std::vector all{an_invitation(Answer::substitute, 1), an_invitation(Answer::yes, 2),
                          a_substitute(1, Answer::yes, 3), withdrawn_before, not_sent};
    using Ids = std::vector<InvitationId>;
    EXPECT_EQ(withdrawn_together(all, {{1}}), (Ids{{1}, {3}}));
    EXPECT_EQ(withdrawn_together(all, {{3}, {1}}), (Ids{{1}, {3}})) << "nobody twice";
    EXPECT_EQ(withdrawn_together(all, {{3}}), Ids{{3}}) << "who sent the substitute stays invited";
    EXPECT_EQ(withdrawn_together(all, {{5}, {4}, {99}}), Ids{}) << "only what is out, of this meeting";
    EXPECT_EQ(withdrawn_together(all, {}), Ids{});
}

} // namespace

} // namespace rondetafel
