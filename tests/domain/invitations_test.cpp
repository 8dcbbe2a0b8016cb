// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/invitations.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using given::a_meeting;
using given::an_invitation;
using given::at;
using given::refusals;
using Codes = std::vector<std::string>;

const auto before_cut_off = at("2024-08-29T10:00");
const auto after_cut_off = at("2024-09-04T10:00");

Reply saying(Answer answer)
{
    Reply reply;
    reply.answer = answer;
    if (answer == Answer::substitute)
    {
        reply.substitute_name = "Iris de Boer";
        reply.substitute_email = "iris@seringa.example";
    }
    return reply;
}

Reply by_phone(Answer answer)
{
    auto reply = saying(answer);
    reply.source = AnswerSource::phone;
    reply.entered_by = "Noor van Dijk";
    return reply;
}

Meeting with_seats(int seats)
{
    auto meeting = a_meeting();
    meeting.capacity = seats;
    return meeting;
}

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

struct Substitution
{
    std::string name;
    std::string email;
    Codes codes;
};

TEST(SendingASubstitute, NeedsANameAndAnAddressOfSomebodyElse)
{
    const std::vector<Substitution> table{
        {"Iris de Boer", "iris@seringa.example", {}},
        {"", "iris@seringa.example", {"substitute_name:substitute_name.missing"}},
        {"  ", "iris@seringa.example", {"substitute_name:substitute_name.missing"}},
        {"Iris\r\nBcc: x", "iris@seringa.example", {"substitute_name:text.control_byte"}},
        {std::string(201, 'a'), "iris@seringa.example", {"substitute_name:text.too_long"}},
        {"Iris de Boer", "", {"substitute_email:substitute_email.missing"}},
        {"Iris de Boer", "iris", {"substitute_email:email.not_an_address"}},
        {"Iris de Boer",
         "iris@seringa.example\r\nBcc: x@y.example",
         {"substitute_email:email.not_an_address"}},
        {"Iris de Boer", "marek@seringa.example", {"substitute_email:substitute.same_person"}},
        {"Iris de Boer", "MAREK@SERINGA.EXAMPLE", {"substitute_email:substitute.same_person"}},
        {"", "", {"substitute_name:substitute_name.missing", "substitute_email:substitute_email.missing"}}};
    for (const auto& row : table)
    {
        auto reply = saying(Answer::substitute);
        reply.substitute_name = row.name;
        reply.substitute_email = row.email;
        EXPECT_EQ(refusals(decide(a_meeting(), an_invitation(), reply, 0, before_cut_off)), row.codes)
            << row.name << ' ' << row.email;
    }
}

TEST(SendingASubstitute, IsRefusedWhereItIsNotAllowed)
{
    auto meeting = a_meeting();
    meeting.substitutes_allowed = false;
    EXPECT_FALSE(may_send_substitute(meeting, an_invitation()));
    EXPECT_EQ(refusals(decide(meeting, an_invitation(), saying(Answer::substitute), 0, before_cut_off)),
              Codes{"answer:substitute.not_allowed"});
    EXPECT_TRUE(decide(meeting, an_invitation(), saying(Answer::yes), 0, before_cut_off).has_value());
}

TEST(SendingASubstitute, IsNotForSubstitutes)
{
    const auto substitute = given::a_substitute(7, Answer::yes, 8);
    EXPECT_TRUE(may_send_substitute(a_meeting(), an_invitation()));
    EXPECT_FALSE(may_send_substitute(a_meeting(), substitute));
    EXPECT_EQ(refusals(decide(a_meeting(), substitute, saying(Answer::substitute), 0, before_cut_off)),
              Codes{"answer:substitute.not_allowed"});
}

TEST(AFullTable, PutsWhoSaysYesOnTheWaitingList)
{
    EXPECT_EQ(decide(with_seats(2), an_invitation(), saying(Answer::yes), 1, before_cut_off).value(),
              Answer::yes);
    EXPECT_EQ(decide(with_seats(2), an_invitation(), saying(Answer::yes), 2, before_cut_off).value(),
              Answer::waiting);
    EXPECT_EQ(
        decide(with_seats(2), an_invitation(Answer::waiting), saying(Answer::yes), 2, before_cut_off).value(),
        Answer::waiting)
        << "asking twice does not help";
    EXPECT_EQ(decide(with_seats(2), an_invitation(), by_phone(Answer::yes), 2, after_cut_off).value(),
              Answer::waiting)
        << "nor does the telephone";
}

TEST(AFullTable, LetsEverybodyElseAnswer)
{
    for (const auto answer : {Answer::no, Answer::substitute})
        EXPECT_EQ(decide(with_seats(2), an_invitation(), saying(answer), 2, before_cut_off).value(), answer);
}

TEST(AFullTable, KeepsTheSeatOfWhoAlreadyComes)
{
    EXPECT_EQ(
        decide(with_seats(2), an_invitation(Answer::yes), saying(Answer::yes), 2, before_cut_off).value(),
        Answer::yes);
    EXPECT_EQ(
        decide(with_seats(1), an_invitation(Answer::yes), saying(Answer::yes), 5, before_cut_off).value(),
        Answer::yes)
        << "also when the coordinator took chairs away";
}

TEST(AnOfferedPlace, IsTakenWithinItsTimeAndLostAfterwards)
{
    auto offered = an_invitation(Answer::offered);
    offered.offer_until = at("2024-08-30T17:00");
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::yes), 2, before_cut_off).value(), Answer::yes);
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::no), 2, before_cut_off).value(), Answer::no);
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::yes), 2, at("2024-08-30T17:01")).value(),
              Answer::waiting);
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::yes), 1, at("2024-08-30T17:01")).value(),
              Answer::yes);
}

TEST(AnOfferedPlace, CanBeTakenAfterTheCutOff)
{
    auto offered = an_invitation(Answer::offered);
    offered.offer_until = at("2024-09-06T17:00");
    EXPECT_EQ(decide(with_seats(2), offered, saying(Answer::yes), 1, after_cut_off).value(), Answer::yes);
    EXPECT_EQ(refusals(decide(with_seats(2), offered, saying(Answer::yes), 1, at("2024-09-06T17:01"))),
              Codes{"answer.past_cut_off"});
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
    auto waiting = an_invitation(Answer::waiting);
    EXPECT_FALSE(contradicts(waiting, Answer::yes, *waiting.answered_at));
    EXPECT_FALSE(contradicts(waiting, Answer::waiting, *waiting.answered_at));
    EXPECT_TRUE(contradicts(waiting, Answer::no, *waiting.answered_at));
}

} // namespace

} // namespace rondetafel
