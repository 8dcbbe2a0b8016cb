// SPDX-License-Identifier: EUPL-1.2
#include "desk.hpp"
#include "jobs/office.hpp"

#include <map>
#include <thread>

namespace rondetafel::jobs
{

namespace
{

using namespace std::chrono_literals;

/// A relay that takes letter upon letter, so that the start of several is noted at once.
class AQuickRelay : public Office
{
protected:
    static constexpr int people = 12;

    void SetUp() override
    {
        Office::SetUp();
        meeting_ = invite(people);
    }

    Desk desk()
    {
        PostSettings settings;
        settings.letters_per_minute = 1'000'000;
        return {place().address(), installation_, peer_.relay(), letters_source(), settings, 0};
    }
    static void send(Desk& desk, int letters)
    {
        for (int count = 0; count < letters; ++count)
        {
            ASSERT_TRUE(desk.has_letter());
            ASSERT_TRUE(desk.send_next({}));
        }
    }
    int in_state(LetterState state)
    {
        int count = 0;
        for (const auto& each : records().outbox.of_meeting(meeting_))
            count += each.state == state ? 1 : 0;
        return count;
    }

    tests::SmtpPeer peer_;
    MeetingId meeting_;
};

// The desk ends as if it were killed: without a word to the database.
TEST_P(AQuickRelay, LeavesOneLetterAtMostThatArrivedUnrecorded)
{
    {
        auto killed = desk();
        send(killed, 7);
    }
    EXPECT_EQ(peer_.messages().size(), 7U);
    EXPECT_EQ(in_state(LetterState::sent), 6);
    const auto started = in_state(LetterState::data_started);
    EXPECT_GE(started, 1);
    EXPECT_LE(started, PostSettings{}.started_at_once);
    EXPECT_EQ(in_state(LetterState::leased) + in_state(LetterState::queued), people - 6 - started);
    const auto later = machine_clock_.now() + PostSettings{}.lease + 1s;
    records().outbox.release_expired(later, later);
    EXPECT_EQ(in_state(LetterState::uncertain), started);
}

TEST_P(AQuickRelay, HandsOnWhatHasNotLeftWhenItGoesAway)
{
    auto mine = desk();
    send(mine, 5);
    peer_.stop();
    while (mine.has_letter() && mine.send_next({}))
        continue;
    mine.give_back();
    EXPECT_EQ(in_state(LetterState::sent), 5);
    EXPECT_EQ(in_state(LetterState::queued), people - 5);
}

TEST_P(AQuickRelay, GetsNoLetterThatIsNoLongerNeededSinceItsStartWasNoted)
{
    auto mine = desk();
    send(mine, 5);
    move_to("2024-09-11T10:00");
    std::this_thread::sleep_for(2 * fresh_for);
    while (mine.has_letter())
        ASSERT_TRUE(mine.send_next({}));
    EXPECT_EQ(peer_.messages().size(), 5U);
    EXPECT_EQ(in_state(LetterState::sent), 5);
    EXPECT_EQ(in_state(LetterState::cancelled), people - 5);
}

TEST_P(AQuickRelay, GetsALetterOnceThatWasComposedAnewSinceItsStartWasNoted)
{
    auto mine = desk();
    send(mine, 5);
    std::this_thread::sleep_for(2 * fresh_for);
    while (mine.has_letter())
        ASSERT_TRUE(mine.send_next({}));
    EXPECT_EQ(peer_.messages().size(), static_cast<std::size_t>(people));
    EXPECT_EQ(in_state(LetterState::sent), people);
}

TEST_P(AQuickRelay, GetsNoLetterFromADeskThatLostItsLeases)
{
    auto late = desk();
    send(late, 5);
    machine_clock_.set(machine_clock_.now() + PostSettings{}.lease + 1s);
    records().outbox.release_expired(machine_clock_.now(), machine_clock_.now() + 15min);
    while (late.has_letter())
        ASSERT_TRUE(late.send_next({}));
    std::map<std::string, int> copies;
    for (const auto& message : peer_.messages())
        EXPECT_EQ(++copies[message], 1) << "a letter left twice";
    EXPECT_EQ(in_state(LetterState::data_started) + in_state(LetterState::leased), 0);
}

INSTANTIATE_TEST_SUITE_P(Each, AQuickRelay, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::jobs
