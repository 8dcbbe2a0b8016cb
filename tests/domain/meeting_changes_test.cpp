// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/meetings.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

TEST(ChangingAMeeting, ConcernsTheInvitedWhenTimePlaceOrLinkChange)
{
    const auto concerns = [](auto change)
    {
        auto after = given::a_meeting();
        change(after);
        return concerns_invitees(given::a_meeting(), after);
    };
    EXPECT_TRUE(concerns([](Meeting& m) { m.starts += std::chrono::minutes{30}; }));
    EXPECT_TRUE(concerns([](Meeting& m) { m.ends += std::chrono::minutes{30}; }));
    EXPECT_TRUE(concerns([](Meeting& m) { m.zone = "Europe/London"; }));
    EXPECT_TRUE(concerns([](Meeting& m) { m.second_occurrence = true; }));
    EXPECT_TRUE(concerns([](Meeting& m) { m.place = "Bloemenveiling"; }));
    EXPECT_TRUE(concerns([](Meeting& m) { m.address = "Legmeerdijk 313"; }));
    EXPECT_TRUE(concerns([](Meeting& m) { m.online_url = "https://a.example"; }));
    EXPECT_FALSE(concerns([](Meeting&) {}));
    EXPECT_FALSE(concerns([](Meeting& m) { m.title = "Rondetafel"; }));
    EXPECT_FALSE(concerns([](Meeting& m) { m.agenda = "Opening"; }));
    EXPECT_FALSE(concerns([](Meeting& m) { m.capacity = 30; }));
    EXPECT_FALSE(concerns([](Meeting& m) { m.answer_by -= std::chrono::days{1}; }));
}

} // namespace

} // namespace rondetafel
