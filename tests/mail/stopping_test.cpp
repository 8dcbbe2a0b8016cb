// SPDX-License-Identifier: EUPL-1.2
#include "mail/sending.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace rondetafel::tests
{
namespace
{

using namespace std::chrono_literals;

/// Well before the peer's stall of 60 s ends, and long enough for a busy machine.
constexpr auto in_time = 30s;

/// Sends while the server stalls, asks to stop after a moment, and gives the time it took in all.
std::chrono::steady_clock::duration stop_during(const mail::Relay& relay, Delivery& delivery,
                                                mail::Smtp& smtp)
{
    const auto start = std::chrono::steady_clock::now();
    std::stop_source stop;
    std::jthread stopper(
        [&]
        {
            std::this_thread::sleep_for(200ms);
            stop.request_stop();
        });
    delivery = smtp.send(envelope, letter(), {}, stop.get_token());
    EXPECT_GT(relay.reply_timeout, 10s);
    return std::chrono::steady_clock::now() - start;
}

mail::Relay patient(const SmtpPeer& peer)
{
    auto relay = peer.relay();
    relay.reply_timeout = relay.dot_timeout = relay.total_timeout = 60s;
    return relay;
}

class AStop : public testing::TestWithParam<std::pair<const char*, Kind>>
{
};

TEST_P(AStop, EndsATransferWithinSeconds)
{
    SmtpPeer peer({"--fault", GetParam().first});
    const auto relay = patient(peer);
    mail::Smtp smtp(relay);
    Delivery delivery;
    EXPECT_LT(stop_during(relay, delivery, smtp), in_time);
    EXPECT_EQ(delivery.kind, GetParam().second) << delivery.cause;
    EXPECT_EQ(peer.connections(), 1u) << "nothing is tried again";
}

INSTANTIATE_TEST_SUITE_P(AtEveryStage, AStop,
                         testing::Values(std::pair{"banner=stall 60", Kind::relay_unavailable},
                                         std::pair{"mail=stall 60", Kind::relay_unavailable},
                                         std::pair{"rcpt=stall 60", Kind::transient},
                                         std::pair{"kept=stall 60", Kind::uncertain}));

} // namespace

TEST(AStopOnAKeptConnection, IsNotTakenForABrokenOne)
{
    SmtpPeer peer({"--fault", "rcpt:zofia@*=stall 60"});
    const auto relay = patient(peer);
    mail::Smtp smtp(relay);
    ASSERT_EQ(smtp.send({envelope.sender, "eerste@werkgever.example"}, letter(), {}).kind, Kind::accepted);
    Delivery delivery;
    EXPECT_LT(stop_during(relay, delivery, smtp), in_time);
    EXPECT_EQ(delivery.kind, Kind::transient);
    EXPECT_EQ(peer.connections(), 1u);
}

TEST(TheEndOfAnSmtp, SaysQuitAndDoesNotWaitForTheAnswer)
{
    SmtpPeer peer({"--fault", "quit=stall 60"});
    std::chrono::steady_clock::time_point start;
    {
        mail::Smtp smtp(patient(peer));
        ASSERT_EQ(smtp.send(envelope, letter(), {}).kind, Kind::accepted);
        start = std::chrono::steady_clock::now();
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, in_time);
    for (int wait = 0; wait < 50 && peer.said("> QUIT") == 0; ++wait)
        std::this_thread::sleep_for(20ms);
    EXPECT_EQ(peer.said("> QUIT"), 1u);
}

TEST(TheEndOfAnSmtp, DoesNotWaitOnAnEncryptedConnectionEither)
{
    SmtpPeer peer({"--tls", "starttls", "--fault", "quit=stall 60"});
    auto relay = patient(peer);
    relay.tls = mail::Relay::Tls::starttls;
    relay.ca_file = (peer.folder() / "peer.pem").string();
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(send_one(relay).kind, Kind::accepted);
    EXPECT_LT(std::chrono::steady_clock::now() - start, in_time);
}

TEST(AConnectionThatIsGivenUp, IsNotWaitedForTwice)
{
    SmtpPeer peer({"--fault", "rcpt=stall 60"});
    auto relay = patient(peer);
    relay.reply_timeout = 8s;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(send_one(relay).kind, Kind::transient);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 15s);
}

} // namespace rondetafel::tests
