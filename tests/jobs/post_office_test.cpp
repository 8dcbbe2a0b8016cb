// SPDX-License-Identifier: EUPL-1.2
#include "jobs/office.hpp"

#include <rondetafel/jobs/post_office.hpp>

#include <thread>

namespace rondetafel::jobs
{

namespace
{

using namespace std::chrono_literals;

class APostOffice : public Office
{
protected:
    /// Waits, without a limit of its own, until the relay has heard `part`.
    static void until_said(const tests::SmtpPeer& peer, const std::string& part)
    {
        while (peer.said(part) == 0)
            std::this_thread::sleep_for(10ms);
    }

    static mail::Relay patient(const tests::SmtpPeer& peer)
    {
        auto relay = peer.relay();
        relay.reply_timeout = relay.dot_timeout = relay.total_timeout = 3600s;
        return relay;
    }

    static PostSettings hasty()
    {
        PostSettings settings;
        settings.connections = 1;
        settings.farewell = 100ms;
        return settings;
    }
};

// Without the farewell this test would end an hour later.
TEST_P(APostOffice, StopsWhileTheRelayHangs)
{
    const tests::SmtpPeer peer({"--fault", "rcpt=stall 3600"});
    const auto id = invite(2);
    PostOffice office(place().address(), installation_, patient(peer), letters_source(), hasty());
    until_said(peer, "RCPT TO");
    office.stop();
    for (const auto& each : records().outbox.of_meeting(id))
        EXPECT_TRUE(each.state == LetterState::queued || each.state == LetterState::deferred)
            << word(each.state);
    EXPECT_TRUE(peer.messages().empty());
}

TEST_P(APostOffice, LeavesALetterUncertainWhenItsAnswerIsNotAwaited)
{
    const tests::SmtpPeer peer({"--fault", "kept=stall 3600"});
    const auto id = invite(1);
    PostOffice office(place().address(), installation_, patient(peer), letters_source(), hasty());
    while (peer.messages().empty())
        std::this_thread::sleep_for(10ms);
    office.close();
    office.stop();
    EXPECT_EQ(only_letter(id).state, LetterState::uncertain);
}

TEST_P(APostOffice, FinishesTheLetterUnderWay)
{
    const tests::SmtpPeer peer({"--fault", "rcpt#1=stall 1"});
    const auto id = invite(1);
    auto settings = hasty();
    settings.farewell = 60s;
    PostOffice office(place().address(), installation_, patient(peer), letters_source(), settings);
    until_said(peer, "RCPT TO");
    office.stop();
    EXPECT_EQ(only_letter(id).state, LetterState::sent);
}

// Killed while it waits for the pace, it leaves nothing uncertain.
TEST_P(APostOffice, RecordsALetterBeforeItWaitsForTheNext)
{
    const tests::SmtpPeer peer;
    const auto id = invite(2);
    auto settings = hasty();
    settings.letters_per_minute = 1;
    PostOffice office(place().address(), installation_, patient(peer), letters_source(), settings);
    while (records().outbox.list(LetterState::sent, 2, 0).empty())
        std::this_thread::sleep_for(10ms);
    EXPECT_EQ(peer.messages().size(), 1U);
    office.stop();
    EXPECT_EQ(records().outbox.list(LetterState::queued, 2, 0).size(), 1U) << id.value;
}

INSTANTIATE_TEST_SUITE_P(Each, APostOffice, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::jobs
