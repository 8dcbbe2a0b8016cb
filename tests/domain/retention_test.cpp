// SPDX-License-Identifier: EUPL-1.2
#include "domain/given.hpp"

#include <rondetafel/domain/retention.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using namespace given;

TEST(WhatIsKept, IsCountedInMonthsOfTheCalendarFromMidnight)
{
    EXPECT_EQ(kept_since(at("2024-09-10T14:00"), 12), at("2023-09-10T00:00"));
    EXPECT_EQ(kept_since(at("2024-03-31T14:00"), 1), at("2024-02-29T00:00"));
    EXPECT_EQ(kept_since(at("2024-11-01T00:30"), 1), at("2024-10-01T00:00"))
        << "over the change of the clock";
}

TEST(APerson, IsStillInvitedUntilTheMeetingIsOver)
{
    auto meeting = a_meeting();
    EXPECT_TRUE(still_invited(meeting, an_invitation(), before_cut_off));
    EXPECT_FALSE(still_invited(meeting, an_invitation(), meeting.ends_at()));
    auto withdrawn = an_invitation();
    withdrawn.state = InvitationState::withdrawn;
    EXPECT_FALSE(still_invited(meeting, withdrawn, before_cut_off));
    meeting.state = MeetingState::cancelled;
    EXPECT_FALSE(still_invited(meeting, an_invitation(), before_cut_off));
    meeting.state = MeetingState::draft;
    EXPECT_TRUE(still_invited(meeting, an_invitation(), meeting.ends_at())) << "a draft is planned anew";
}

} // namespace

} // namespace rondetafel
