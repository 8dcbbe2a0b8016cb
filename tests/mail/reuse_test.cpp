// SPDX-License-Identifier: EUPL-1.2
#include "mail/sending.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace rondetafel::tests
{

TEST(TwentyLetters, ShareOneConnection)
{
    SmtpPeer peer;
    mail::Smtp smtp(peer.relay());
    for (int number = 1; number <= 20; ++number)
        ASSERT_EQ(smtp.send(envelope, letter(number), {}).kind, Kind::accepted);
    EXPECT_EQ(peer.connections(), 1u);
    EXPECT_EQ(peer.messages().size(), 20u);
}

TEST(TwentyLetters, ShareOneEncryptedConnection)
{
    SmtpPeer peer({"--tls", "starttls"});
    mail::Smtp smtp(peer.relay(mail::Relay::Tls::starttls));
    for (int number = 1; number <= 20; ++number)
        ASSERT_EQ(smtp.send(envelope, letter(number), {}).kind, Kind::accepted);
    EXPECT_EQ(peer.connections(), 1u);
}

TEST(AKeptConnection, OutlivesTheTimeOfOneMessage)
{
    SmtpPeer peer;
    auto relay = peer.relay();
    relay.total_timeout = std::chrono::seconds(1);
    mail::Smtp smtp(relay);
    for (int number = 1; number <= 4; ++number)
    {
        ASSERT_EQ(smtp.send(envelope, letter(number), {}).kind, Kind::accepted);
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
    }
    EXPECT_EQ(peer.connections(), 1u);
}

TEST(AKeptConnection, IsLeftWhenItWasIdleForTooLong)
{
    SmtpPeer peer({"--fault", "rcpt:tweede@*=550 5.1.1 no such user"});
    auto relay = peer.relay();
    relay.idle_max = std::chrono::seconds(1);
    mail::Smtp smtp(relay);
    ASSERT_EQ(smtp.send(envelope, letter(1), {}).kind, Kind::accepted);
    std::this_thread::sleep_for(std::chrono::milliseconds(2'200));
    const auto delivery = smtp.send({envelope.sender, "tweede@werkgever.example"}, letter(2), {});
    EXPECT_EQ(delivery.reply, "550 5.1.1 no such user");
    EXPECT_EQ(peer.connections(), 2u);
}

TEST(AServerThatClosesAfterEachMessage, StillGetsEachOfFiftyOnce)
{
    SmtpPeer peer({"--close-after-message"});
    mail::Smtp smtp(peer.relay());
    int calls = 0;
    for (int number = 1; number <= 50; ++number)
    {
        const auto delivery = smtp.send(envelope, letter(number), [&] { ++calls; });
        ASSERT_EQ(delivery.kind, Kind::accepted) << number << ": " << delivery.cause;
    }
    EXPECT_EQ(calls, 50);
    const auto messages = peer.messages();
    ASSERT_EQ(messages.size(), 50u);
    for (int number = 1; number <= 50; ++number)
        EXPECT_EQ(std::count(messages.begin(), messages.end(), letter(number)), 1) << number;
}

/// What breaks on a kept connection before 354 is tried once more; the fault strikes only the first time.
class AKeptConnectionThatBreaks : public testing::TestWithParam<const char*>
{
};

TEST_P(AKeptConnectionThatBreaks, IsReplacedByAFreshOne)
{
    SmtpPeer peer({"--fault", GetParam()});
    mail::Smtp smtp(peer.relay());
    const mail::Envelope second{"tweede@gemeente.example", "tweede@werkgever.example"};
    ASSERT_EQ(smtp.send(envelope, letter(1), {}).kind, Kind::accepted);
    int calls = 0;
    const auto delivery = smtp.send(second, letter(2), [&] { ++calls; });
    EXPECT_EQ(delivery.kind, Kind::accepted) << delivery.reply << " / " << delivery.cause;
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(peer.connections(), 2u);
    EXPECT_EQ(peer.messages().size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(Before354, AKeptConnectionThatBreaks,
                         testing::Values("mail:tweede@*#1=cut", "rcpt:tweede@*#1=cut", "data:tweede@*#1=cut",
                                         "mail:tweede@*#1=421 4.3.2 going down; close",
                                         "rcpt:tweede@*#1=421 4.3.2 going down; close",
                                         "mail:tweede@*#1=stall 5"));

TEST(AKeptConnectionThatBreaksForGood, IsTriedNoMoreThanTwice)
{
    SmtpPeer peer({"--fault", "mail:tweede@*=cut"});
    mail::Smtp smtp(peer.relay());
    smtp.send(envelope, letter(1), {});
    const auto delivery = smtp.send({"tweede@gemeente.example", envelope.recipient}, letter(2), {});
    EXPECT_EQ(delivery.kind, Kind::relay_unavailable);
    EXPECT_EQ(peer.said("> MAIL FROM:<tweede@"), 2u);
}

TEST(ARefusalOnAKeptConnection, IsNotTriedAgain)
{
    SmtpPeer peer({"--fault", "rcpt:tweede@*=450 4.2.0 greylisted"});
    mail::Smtp smtp(peer.relay());
    smtp.send(envelope, letter(1), {});
    EXPECT_EQ(smtp.send({envelope.sender, "tweede@werkgever.example"}, letter(2), {}).kind, Kind::transient);
    EXPECT_EQ(peer.said("> RCPT TO:<tweede@"), 1u);
}

TEST(AnUncertainLetterOnAKeptConnection, IsNotSentAgain)
{
    SmtpPeer peer({"--fault", "kept:tweede@*=cut"});
    mail::Smtp smtp(peer.relay());
    smtp.send(envelope, letter(1), {});
    EXPECT_EQ(smtp.send({envelope.sender, "tweede@werkgever.example"}, letter(2), {}).kind, Kind::uncertain);
    EXPECT_EQ(peer.messages().size(), 2u);
}

} // namespace rondetafel::tests
