// SPDX-License-Identifier: EUPL-1.2
#include "actions/world.hpp"

#include <rondetafel/actions/clockwork.hpp>
#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/actions/meetings.hpp>

#include <barrier>
#include <thread>

namespace rondetafel::actions
{

namespace
{

class Clockwork : public World
{
protected:
    int due() { return perform(do_what_is_due, Done{}).value(); }
    std::size_t reminders(const Invitation& one) { return letters(one, LetterKind::reminder).size(); }
};

TEST_P(Clockwork, RemindsOnceAndNeverWhoAnswered)
{
    const auto id = invite(2);
    answer(invitation(id, 1), Answer::yes);
    move_to("2024-08-23T08:59");
    EXPECT_EQ(due(), 0);
    move_to("2024-08-23T09:00");
    EXPECT_EQ(due(), 1);
    EXPECT_EQ(due(), 0);
    EXPECT_EQ(reminders(invitation(id, 0)), 1U);
    EXPECT_EQ(reminders(invitation(id, 1)), 0U);
    move_to("2024-08-30T09:00");
    EXPECT_EQ(due(), 1);
    EXPECT_EQ(reminders(invitation(id, 0)), 2U);
    move_to("2024-09-09T09:00");
    EXPECT_EQ(due(), 1);
    EXPECT_EQ(letters(invitation(id, 1), LetterKind::tomorrow).size(), 1U);
    EXPECT_TRUE(letters(invitation(id, 0), LetterKind::tomorrow).empty());
}

TEST_P(Clockwork, OfTwoMachinesWritesEachReminderOnce)
{
    const auto id = invite(10);
    move_to("2024-08-23T09:00");
    std::barrier start{4};
    std::vector<std::jthread> machines;
    for (int number = 0; number < 4; ++number)
        machines.emplace_back([&] {
            storage::Database own(place().address_of_another_process());
            start.arrive_and_wait();
            for (int turn = 0; turn < 3; ++turn)
                Runner(own, installation_).perform(storage::Access::write, do_what_is_due, Actor::service(), Done{});
        });
    machines.clear();
    for (const auto& one : invitations(id))
        EXPECT_EQ(reminders(one), 1U);
}

TEST_P(Clockwork, GivesTheLastSeatOnce)
{
    constexpr int people = 40;
    const auto id = invite(people, 1);
    std::vector<std::string> tokens;
    for (const auto& one : invitations(id))
        tokens.push_back(token(one));
    std::barrier start{people};
    std::vector<std::string> outcomes(people);
    std::vector<std::jthread> threads;
    for (std::size_t number = 0; number < people; ++number)
        threads.emplace_back([&, number] {
            storage::Database own(place().address());
            start.arrive_and_wait();
            try
            {
                const auto page = Runner(own, installation_)
                                      .perform(storage::Access::write, give_answer, Actor{{}, "Marek"},
                                               {tokens[number], given::saying(Answer::yes)});
                outcomes[number] = page ? std::string(word(page->invitation.answer)) : page.error().code;
            }
            catch (const std::exception& error)
            {
                outcomes[number] = error.what();
            }
        });
    threads.clear();
    EXPECT_EQ(std::ranges::count(outcomes, "yes"), 1);
    EXPECT_EQ(std::ranges::count(outcomes, "waiting"), people - 1) << testing::PrintToString(outcomes);
    EXPECT_EQ(perform(show_meeting, id).value().tally.yes, 1);
}

struct Season
{
    const char* today;
    const char* answer_by;
    const char* starts;
    const char* ends;
    std::vector<std::string> moments;
};

TEST_P(Clockwork, StrikesNineOnBothSidesOfSummerTime)
{
    const std::vector<Season> seasons{
        {"2024-10-07T10:00", "2024-10-28T17:00", "2024-10-30T14:00", "2024-10-30T16:00",
         {"2024-10-08T07:00:00Z", "2024-10-17T07:00:00Z", "2024-10-24T07:00:00Z", "2024-10-29T08:00:00Z"}},
        {"2025-03-10T10:00", "2025-03-31T17:00", "2025-04-03T14:00", "2025-04-03T16:00",
         {"2025-03-11T08:00:00Z", "2025-03-20T08:00:00Z", "2025-03-27T08:00:00Z", "2025-04-02T07:00:00Z"}}};
    const auto id = invite(2);
    for (const auto& season : seasons)
    {
        auto moved = meeting(id);
        moved.answer_by = given::local(season.answer_by);
        moved.starts = given::local(season.starts);
        moved.ends = given::local(season.ends);
        ASSERT_TRUE(perform(save_meeting, {moved, false, false, true}));
        move_to(season.today);
        std::vector<std::string> moments;
        while (const auto next = perform(next_due, Done{}).value())
        {
            moments.push_back(iso(*next));
            clock_.set(*next);
        }
        EXPECT_EQ(moments, season.moments);
        EXPECT_EQ(iso(meeting(id).starts), season.starts);
    }
    EXPECT_EQ(due(), 0) << "nobody said yes";
}

INSTANTIATE_TEST_SUITE_P(Each, Clockwork, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
