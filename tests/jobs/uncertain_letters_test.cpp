// SPDX-License-Identifier: EUPL-1.2
#include "desk.hpp"
#include "jobs/office.hpp"

#include <rondetafel/actions/meetings.hpp>

namespace rondetafel::jobs
{

namespace
{

using namespace std::chrono_literals;

class UncertainLetters : public Office
{
protected:
    /// One round of one desk: what waits is sent.
    void send(const tests::SmtpPeer& peer)
    {
        Desk desk(place().address(), installation_, peer.relay(), letters_source(), PostSettings{}, 0);
        while (desk.has_letter() && desk.send_next({}))
            continue;
    }
    void wait(std::chrono::seconds time) { machine_clock_.set(machine_clock_.now() + time); }
    std::size_t attempts(LetterId id) { return records().outbox.attempts_of(id).size(); }
};

TEST_P(UncertainLetters, LeaveOnceMoreAsTheVerySameMessage)
{
    const tests::SmtpPeer peer({"--fault", "kept#1=cut"});
    const auto id = only_letter(invite(1)).id;
    send(peer);
    EXPECT_EQ(letter(id).state, LetterState::uncertain);
    wait(14min);
    send(peer);
    EXPECT_EQ(attempts(id), 1U) << "too early";
    wait(1min);
    send(peer);
    EXPECT_EQ(letter(id).state, LetterState::sent);
    ASSERT_EQ(peer.messages().size(), 2U);
    EXPECT_EQ(peer.messages().front(), peer.messages().back()) << "Message-ID, date, boundaries and all";
}

TEST_P(UncertainLetters, StayVisibleWhenTheRepeatIsUncertainToo)
{
    const tests::SmtpPeer peer({"--fault", "kept=cut"});
    const auto id = only_letter(invite(1)).id;
    send(peer);
    wait(15min);
    send(peer);
    wait(15min);
    send(peer);
    EXPECT_EQ(letter(id).state, LetterState::uncertain);
    EXPECT_EQ(attempts(id), 2U);
    EXPECT_EQ(peer.messages().size(), 2U);
}

TEST_P(UncertainLetters, AreNotRepeatedInOtherWords)
{
    const tests::SmtpPeer peer({"--fault", "kept#1=cut"});
    const auto id = invite(1);
    const auto first = only_letter(id).id;
    send(peer);
    auto changed = meeting(id);
    changed.goal = "Een ander doel";
    ASSERT_TRUE(perform(actions::save_meeting, {changed, false, false, true}));
    wait(15min);
    send(peer);
    EXPECT_EQ(letter(first).state, LetterState::uncertain);
    EXPECT_EQ(records().outbox.attempts_of(first).back().outcome, "not_repeated");
    EXPECT_EQ(peer.messages().size(), 1U);
}

TEST_P(UncertainLetters, StayVisibleWhenTheyAreNoLongerNeeded)
{
    const tests::SmtpPeer peer({"--fault", "kept#1=cut"});
    const auto id = only_letter(invite(1)).id;
    send(peer);
    move_to("2024-09-11T10:00");
    wait(15min);
    send(peer);
    EXPECT_EQ(letter(id).state, LetterState::uncertain);
    EXPECT_EQ(peer.messages().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Each, UncertainLetters, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::jobs
