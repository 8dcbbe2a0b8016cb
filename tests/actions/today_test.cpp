// SPDX-License-Identifier: EUPL-1.2
#include "actions/world.hpp"

#include <rondetafel/actions/clockwork.hpp>
#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/meetings.hpp>
#include <rondetafel/actions/today.hpp>

namespace rondetafel::actions
{

namespace
{

class TheStartPage : public World
{
protected:
    Today today() { return perform(show_today, Done{}).value(); }

    void let_all_letters_end(LetterState state)
    {
        for (auto& letter : records().outbox.due(machine_clock_.now(), 100))
        {
            ASSERT_TRUE(records().outbox.lease(letter, "a desk", machine_clock_.now()));
            letter.state = state;
            ASSERT_TRUE(records().outbox.record(letter));
        }
    }
};

TEST_P(TheStartPage, ForetellsTheReminderThatReallyComes)
{
    const auto id = invite(3);
    move_to("2024-08-20T10:00");
    answer(invitation(id, 0), Answer::yes);
    auto upcoming = today().upcoming;
    ASSERT_EQ(upcoming.size(), 1U);
    EXPECT_EQ(upcoming.front().kind, Upcoming::Kind::reminder);
    EXPECT_EQ(upcoming.front().people, 2);
    EXPECT_EQ(upcoming.front().meeting, id);
    clock_.set(upcoming.front().at);
    EXPECT_EQ(perform(do_what_is_due, Done{}).value(), 2);
    EXPECT_TRUE(today().upcoming.empty() || today().upcoming.front().at > clock_.now());
}

TEST_P(TheStartPage, ForetellsTheEndOfAnOffer)
{
    const auto id = invite(2, 1);
    answer(invitation(id, 0), Answer::yes);
    answer(invitation(id, 1), Answer::yes);
    answer(invitation(id, 0), Answer::no);
    const auto upcoming = today().upcoming;
    ASSERT_FALSE(upcoming.empty());
    EXPECT_EQ(upcoming.front().kind, Upcoming::Kind::offer_ends);
    EXPECT_EQ(upcoming.front().at, invitation(id, 1).offer_until);
}

TEST_P(TheStartPage, ShowsAnswersSinceYesterdayNewestFirst)
{
    const auto id = invite(3);
    answer(invitation(id, 0), Answer::no);
    move_to("2024-08-20T09:00");
    answer(invitation(id, 1), Answer::substitute);
    move_to("2024-08-21T00:01");
    answer(invitation(id, 2), Answer::yes);
    const auto received = today().received;
    ASSERT_EQ(received.size(), 2U) << "what came on Monday is no news on Wednesday";
    EXPECT_EQ(received.front().given.answer, Answer::yes);
    EXPECT_EQ(received.front().meeting, id);
    EXPECT_EQ(received.front().meeting_title, meeting(id).title);
    EXPECT_EQ(received.back().given.substitute_name, "Iris de Boer");
    EXPECT_EQ(full_name(received.back().name), full_name(invitation(id, 1).name));
    move_to("2024-08-20T09:30");
    EXPECT_EQ(today().received.size(), 2U) << "the demonstration's clock went back";
}

TEST_P(TheStartPage, NamesLettersThatDidNotArriveUntilALaterOneIsWritten)
{
    const auto id = invite(2);
    EXPECT_EQ(today().letters_waiting, 2);
    EXPECT_EQ(perform(show_meeting, id).value().not_reached_yet.size(), 2U);
    let_all_letters_end(LetterState::failed);
    EXPECT_EQ(today().letters_waiting, 0);
    EXPECT_EQ(today().undelivered.size(), 2U);
    EXPECT_TRUE(perform(show_meeting, id).value().not_reached_yet.empty()) << "failed is not waiting";
    ASSERT_TRUE(perform(renew_link, {invitation(id, 0).id, true}));
    ASSERT_EQ(today().undelivered.size(), 1U);
    EXPECT_EQ(today().undelivered.front().invitation, invitation(id, 1).id);
    EXPECT_EQ(perform(show_meeting, id).value().not_reached_yet, std::vector{invitation(id, 0).id});
    let_all_letters_end(LetterState::sent);
    EXPECT_TRUE(perform(show_meeting, id).value().not_reached_yet.empty());
}

TEST_P(TheStartPage, LetsHeldLettersGoOnceThereIsARelay)
{
    installation_.relay_set = false;
    const auto id = invite(2);
    EXPECT_EQ(perform(show_meeting, id).value().not_reached_yet.size(), 2U);
    EXPECT_EQ(perform(send_held, Done{}).error().code, "letter.no_relay");
    installation_.relay_set = true;
    EXPECT_EQ(perform(send_held, Done{}).value(), 2);
    for (const auto& one : invitations(id))
        EXPECT_EQ(letters(one, LetterKind::invitation).front().state, LetterState::queued);
    EXPECT_EQ(perform(send_held, Done{}).value(), 0);
}

INSTANTIATE_TEST_SUITE_P(Each, TheStartPage, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
