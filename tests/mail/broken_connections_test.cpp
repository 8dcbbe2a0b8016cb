// SPDX-License-Identifier: EUPL-1.2
#include "mail/sending.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace rondetafel::tests
{
namespace
{

struct Break
{
    const char* fault;
    Kind kind;
    int before_body_calls = 0;
    std::size_t kept = 0;
};

void PrintTo(const Break& broken, std::ostream* out)
{
    *out << broken.fault;
}

class ABrokenConnection : public testing::TestWithParam<Break>
{
};

/// On the first message of a connection nothing is tried twice.
TEST_P(ABrokenConnection, IsUncertainOnlyAfterTheDot)
{
    const auto& expected = GetParam();
    SmtpPeer peer({"--fault", expected.fault});
    auto relay = peer.relay();
    relay.reply_timeout = relay.dot_timeout = std::chrono::seconds(1);
    int calls = 0;
    const auto delivery = send_one(relay, &calls);
    EXPECT_EQ(delivery.kind, expected.kind) << delivery.reply << " / " << delivery.cause;
    EXPECT_EQ(calls, expected.before_body_calls);
    EXPECT_EQ(peer.messages().size(), expected.kept);
    EXPECT_EQ(peer.connections(), 1u);
    EXPECT_NE(delivery.cause, "");
}

const Break breaks[] = {
    {"banner=cut", Kind::relay_unavailable},
    {"ehlo=cut", Kind::relay_unavailable},
    {"mail=cut", Kind::relay_unavailable},
    {"rcpt=cut", Kind::transient},
    {"data=cut", Kind::transient},
    {"dot=cut", Kind::uncertain, 1},
    {"kept=cut", Kind::uncertain, 1, 1},
    {"banner=stall 60", Kind::relay_unavailable},
    {"ehlo=stall 60", Kind::relay_unavailable},
    {"mail=stall 60", Kind::relay_unavailable},
    {"rcpt=stall 60", Kind::transient},
    {"data=stall 60", Kind::transient},
    {"dot=stall 60", Kind::uncertain, 1},
    {"kept=stall 60", Kind::uncertain, 1, 1},
    {"kept=299 what now", Kind::uncertain, 1, 1},
    {"data=250 not the time", Kind::transient},
};

INSTANTIATE_TEST_SUITE_P(AtEveryStage, ABrokenConnection, testing::ValuesIn(breaks));

} // namespace

TEST(ALargeLetter, IsNotUncertainWhenTheConnectionBreaksHalfway)
{
    SmtpPeer peer({"--fault", "body=stall 0.2; cut"});
    const auto delivery = mail::Smtp(peer.relay()).send(envelope, large_letter(30'000'000), {});
    EXPECT_EQ(delivery.kind, Kind::transient) << delivery.cause;
    EXPECT_EQ(delivery.code, 354);
}

TEST(ALargeLetter, IsGivenUpWhenNothingMovesAnyMore)
{
    // Who waited for the peer would see the letter accepted after all.
    SmtpPeer peer({"--fault", "body=stall 60"});
    auto relay = peer.relay();
    relay.stall_timeout = std::chrono::seconds(1);
    relay.total_timeout = std::chrono::seconds(600);
    const auto delivery = mail::Smtp(relay).send(envelope, large_letter(30'000'000), {});
    EXPECT_EQ(delivery.kind, Kind::transient) << delivery.cause;
}

TEST(TheAnswerToTheDot, IsAwaitedLongerThanOtherAnswers)
{
    SmtpPeer peer({"--fault", "kept=stall 2.5"});
    auto relay = peer.relay();
    relay.reply_timeout = relay.stall_timeout = std::chrono::seconds(1);
    relay.dot_timeout = std::chrono::seconds(6);
    mail::Smtp smtp(relay);
    EXPECT_EQ(smtp.send(envelope, letter(), {}).kind, Kind::accepted);
    EXPECT_EQ(smtp.send(envelope, plain_letter(), {}).kind, Kind::accepted);
}

TEST(ALetterWithoutDots, IsUncertainWhenTheAnswerIsLost)
{
    SmtpPeer peer({"--fault", "kept=cut"});
    EXPECT_EQ(mail::Smtp(peer.relay()).send(envelope, plain_letter(), {}).kind, Kind::uncertain);
    EXPECT_EQ(peer.messages().size(), 1u);
}

TEST(ARelayThatIsAway, IsNoMessagesFault)
{
    SmtpPeer peer;
    const auto relay = peer.relay();
    peer.stop();
    int calls = 0;
    const auto delivery = send_one(relay, &calls);
    EXPECT_EQ(delivery.kind, Kind::relay_unavailable);
    EXPECT_EQ(delivery.code, 0);
    EXPECT_EQ(calls, 0);
}

TEST(ARelayThatIsAway, IsUsedAgainWhenItIsBack)
{
    SmtpPeer away;
    mail::Smtp smtp(away.relay());
    EXPECT_EQ(smtp.send(envelope, letter(1), {}).kind, Kind::accepted);
    const auto port = std::to_string(away.port());
    away.stop();
    EXPECT_EQ(smtp.send(envelope, letter(2), {}).kind, Kind::relay_unavailable);
    SmtpPeer back({"--port", port});
    EXPECT_EQ(smtp.send(envelope, letter(2), {}).kind, Kind::accepted);
    EXPECT_EQ(back.messages().size(), 1u);
}

} // namespace rondetafel::tests
