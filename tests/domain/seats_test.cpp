// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/invitations.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using given::a_meeting;
using given::a_substitute;
using given::an_invitation;
using given::at;

Invitation withdrawn(Invitation invitation)
{
    invitation.state = InvitationState::withdrawn;
    return invitation;
}

int sum(const Tally& tally)
{
    return tally.yes + tally.substitute + tally.no + tally.none + tally.waiting;
}

TEST(ATally, CountsEveryAnswerOfThoseAlive)
{
    const auto result =
        tally({an_invitation(Answer::yes, 1), an_invitation(Answer::yes, 2), an_invitation(Answer::no, 3),
               an_invitation(Answer::none, 4), an_invitation(Answer::waiting, 5),
               an_invitation(Answer::offered, 6), withdrawn(an_invitation(Answer::yes, 7))});
    EXPECT_EQ(result.invited, 6);
    EXPECT_EQ(result.yes, 2);
    EXPECT_EQ(result.no, 1);
    EXPECT_EQ(result.none, 1);
    EXPECT_EQ(result.waiting, 2);
    EXPECT_EQ(result.substitute, 0);
    EXPECT_EQ(sum(result), result.invited);
}

TEST(ATally, OfNobodyIsZero)
{
    EXPECT_EQ(sum(tally({})), 0);
}

TEST(ATally, CountsWhoSentASubstituteOnce)
{
    for (const auto own : {Answer::yes, Answer::none})
    {
        const auto result = tally({an_invitation(Answer::substitute, 1), a_substitute(1, own, 2)});
        EXPECT_EQ(result.invited, 1);
        EXPECT_EQ(result.substitute, 1);
    }
}

TEST(ATally, TellsWhatTheSubstituteMadeOfIt)
{
    EXPECT_EQ(tally({an_invitation(Answer::substitute, 1), a_substitute(1, Answer::no, 2)}).no, 1);
    EXPECT_EQ(tally({an_invitation(Answer::substitute, 1), a_substitute(1, Answer::waiting, 2)}).waiting, 1);
    // The first substitute was replaced by a second one.
    const auto replaced = tally({an_invitation(Answer::substitute, 1),
                                 withdrawn(a_substitute(1, Answer::no, 2)), a_substitute(1, Answer::yes, 3)});
    EXPECT_EQ(replaced.invited, 1);
    EXPECT_EQ(replaced.substitute, 1);
}

TEST(ATally, CountsASubstituteWhoseSenderIsGone)
{
    const auto result =
        tally({withdrawn(an_invitation(Answer::substitute, 1)), a_substitute(1, Answer::yes, 2)});
    EXPECT_EQ(result.invited, 1);
    EXPECT_EQ(result.yes, 1);
}

TEST(Seats, AreHeldByWhoComesOrHasAnOffer)
{
    const std::vector<Invitation> invitations{
        an_invitation(Answer::yes, 1),     an_invitation(Answer::offered, 2),
        an_invitation(Answer::waiting, 3), an_invitation(Answer::no, 4),
        an_invitation(Answer::none, 5),    an_invitation(Answer::substitute, 6),
        a_substitute(6, Answer::yes, 7),   withdrawn(an_invitation(Answer::yes, 8))};
    EXPECT_EQ(seats_taken(invitations), 3);
    EXPECT_EQ(seats_taken_by_others(invitations, {1}), 2);
    EXPECT_EQ(seats_taken_by_others(invitations, {5}), 3);
    EXPECT_EQ(seats_taken_by_others(invitations, {6}), 2) << "the substitute leaves when the sender comes";
    EXPECT_EQ(seats_taken({}), 0);
}

struct Offer
{
    const char* now;
    const char* until;
    const char* why;
};

TEST(AnOffer, LastsTwoWorkingDaysButNotIntoTheMeeting)
{
    const std::vector<Offer> table{
        {"2024-09-04T10:00", "2024-09-06T17:00", "two working days"},
        {"2024-09-05T18:30", "2024-09-09T17:00", "over the weekend, and the day before the meeting"},
        {"2024-09-06T10:00", "2024-09-09T17:00", "no later than the working day before"},
        {"2024-09-07T10:00", "2024-09-09T17:00", "given on a Saturday"},
        {"2024-09-09T15:00", "2024-09-09T17:00", "two hours are enough"},
        {"2024-09-09T15:01", "", "less is not"},
        {"2024-09-10T09:00", "", "on the day itself"},
        {"2024-09-11T09:00", "", "afterwards"}};
    for (const auto& row : table)
    {
        const auto until = offer_deadline(a_meeting(), at(row.now));
        EXPECT_EQ(until ? iso(to_local(*until, home_zone)) : "", row.until) << row.why;
    }
}

TEST(AnOffer, EndsOnTheWorkingDayBeforeAMondayMeeting)
{
    auto meeting = a_meeting();
    meeting.starts = given::local("2024-09-16T10:00");
    EXPECT_EQ(offer_deadline(meeting, at("2024-09-12T10:00")), at("2024-09-13T17:00"));
    EXPECT_EQ(offer_deadline(meeting, at("2024-09-14T10:00")), std::nullopt);
}

} // namespace

} // namespace rondetafel
