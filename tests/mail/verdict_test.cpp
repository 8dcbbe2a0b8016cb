// SPDX-License-Identifier: EUPL-1.2
#include "verdict.hpp"

#include "mail/sending.hpp"

#include <gtest/gtest.h>

namespace rondetafel::mail
{
namespace
{

using Kind = Delivery::Kind;

Kind kind(CURLcode result, Stage stage, int code = 0, const std::string& text = "")
{
    const auto reply = code == 0 ? "" : std::to_string(code) + " " + text;
    return verdict({result, stage, code / 100 >= 4, code, reply}).kind;
}

} // namespace

/// The rows that real servers are not made to show in the other tests.
TEST(TheVerdict, BlamesTheRelayForNetworkAndTls)
{
    for (const auto result : {CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT,
                              CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_GOT_NOTHING})
        EXPECT_EQ(kind(result, Stage::session), Kind::relay_unavailable) << result;
}

TEST(TheVerdict, BlamesTheSettingsForARefusedSignIn)
{
    for (const int code : {530, 534, 535, 538})
        EXPECT_EQ(kind(CURLE_LOGIN_DENIED, Stage::session, code), Kind::misconfigured) << code;
    EXPECT_EQ(kind(CURLE_LOGIN_DENIED, Stage::session), Kind::misconfigured);
    EXPECT_EQ(
        kind(CURLE_SEND_ERROR, Stage::recipient, 550, "5.7.60 SMTP; no permission to send as this sender"),
        Kind::misconfigured);
    EXPECT_EQ(
        kind(CURLE_WEIRD_SERVER_REPLY, Stage::dot, 550, "5.7.64 TenantAttribution; Relay Access Denied"),
        Kind::misconfigured);
}

TEST(TheVerdict, IsUncertainForEveryLossAfterTheDot)
{
    for (const auto result :
         {CURLE_OPERATION_TIMEDOUT, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR})
        EXPECT_EQ(verdict({result, Stage::dot, false, 354, "354 go on"}).kind, Kind::uncertain) << result;
}

TEST(TheVerdict, IsNotUncertainBeforeTheDot)
{
    for (const auto result :
         {CURLE_OPERATION_TIMEDOUT, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR})
        EXPECT_EQ(verdict({result, Stage::body, true, 354, "354 go on"}).kind, Kind::transient) << result;
}

TEST(TheVerdict, MarksAnAddressAsBadOnlyWhenItIsAboutTheAddress)
{
    const auto bad = [](Stage stage, int code, const char* reply) {
        return verdict({CURLE_SEND_ERROR, stage, true, code, reply}).bad_address;
    };
    EXPECT_TRUE(bad(Stage::recipient, 550, "550 5.1.1 unknown"));
    EXPECT_TRUE(bad(Stage::recipient, 553, "553 unknown"));
    EXPECT_FALSE(bad(Stage::recipient, 550, "550 5.7.133 members only"));
    EXPECT_FALSE(bad(Stage::recipient, 450, "450 4.1.1 later"));
    EXPECT_FALSE(bad(Stage::dot, 554, "554 5.6.0 content"));
}

TEST(TheReply, KeepsPrintableAsciiOnly)
{
    EXPECT_EQ(presentable("550 caf\xc3\xa9\t\x7f\r\n"), "550 caf??");
    EXPECT_EQ(presentable(std::string(1000, 'x')).size(), 300u);
}

TEST(TheReply, MayBeCutShortByTheServer)
{
    EXPECT_EQ(kind(CURLE_SEND_ERROR, Stage::recipient, 550), Kind::permanent);
    EXPECT_EQ(verdict({CURLE_SEND_ERROR, Stage::recipient, true, 550, "550"}).kind, Kind::permanent);
}

TEST(AKind, HasAStableWord)
{
    EXPECT_EQ(word(Kind::accepted), "accepted");
    EXPECT_EQ(word(Kind::relay_unavailable), "relay_unavailable");
    EXPECT_EQ(word(Kind::uncertain), "uncertain");
}

} // namespace rondetafel::mail
