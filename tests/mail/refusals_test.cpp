// SPDX-License-Identifier: EUPL-1.2
#include "mail/sending.hpp"

#include <gtest/gtest.h>

namespace rondetafel::tests
{
namespace
{

/// A reply of the server at one stage, and what it must mean.
struct Reply
{
    const char* fault;
    Kind kind;
    int code;
    bool bad_address = false;
    int before_body_calls = 0;
};

void PrintTo(const Reply& reply, std::ostream* out)
{
    *out << reply.fault;
}

class ARefusedLetter : public testing::TestWithParam<Reply>
{
};

TEST_P(ARefusedLetter, IsJudgedByStageAndCode)
{
    const auto& reply = GetParam();
    SmtpPeer peer({"--fault", reply.fault});
    int calls = 0;
    const auto delivery = send_one(peer.relay(), &calls);
    EXPECT_EQ(delivery.kind, reply.kind) << delivery.reply << " / " << delivery.cause;
    EXPECT_EQ(delivery.code, reply.code);
    EXPECT_EQ(delivery.bad_address, reply.bad_address);
    EXPECT_EQ(calls, reply.before_body_calls);
    EXPECT_TRUE(peer.messages().empty());
    EXPECT_EQ(peer.connections(), 1u);
    EXPECT_EQ(delivery.reply.substr(0, 3), std::to_string(reply.code));
}

const Reply replies[] = {
    {"banner=421 4.3.2 too busy", Kind::relay_unavailable, 421},
    {"banner=554 5.3.2 no service here", Kind::relay_unavailable, 554},
    {"ehlo=421 4.3.2 too busy; close", Kind::relay_unavailable, 421},
    {"mail=450 4.7.1 slow down", Kind::relay_unavailable, 450},
    {"mail=451 4.3.0 filter down", Kind::relay_unavailable, 451},
    {"mail=452 4.3.1 too large for now", Kind::transient, 452},
    {"mail=530 5.7.0 sign in first", Kind::misconfigured, 530},
    {"mail=550 5.7.60 not allowed to send as this sender", Kind::misconfigured, 550},
    {"mail=552 5.3.4 too large", Kind::permanent, 552},
    {"rcpt=450 4.2.0 greylisted", Kind::transient, 450},
    {"rcpt=451 4.4.1 later", Kind::transient, 451},
    {"rcpt=452 4.2.2 mailbox full", Kind::transient, 452},
    {"rcpt=550 5.1.1 no such user", Kind::permanent, 550, true},
    {"rcpt=550 no such user here", Kind::permanent, 550, true},
    {"rcpt=550 5.7.1 members of the list only", Kind::permanent, 550},
    {"rcpt=554 5.7.1 Relay access denied", Kind::misconfigured, 554},
    {"data=451 4.3.0 later", Kind::transient, 451},
    {"data=554 5.5.1 no valid recipients", Kind::permanent, 554},
    {"dot=450 4.7.0 slow down", Kind::transient, 450, false, 1},
    {"dot=451 4.3.0 queue write error", Kind::transient, 451, false, 1},
    {"dot=552 5.3.4 too large", Kind::permanent, 552, false, 1},
    {"dot=554 5.6.0 content refused", Kind::permanent, 554, false, 1},
    {"dot=550 5.7.60 not allowed to send as this sender", Kind::misconfigured, 550, false, 1},
};

INSTANTIATE_TEST_SUITE_P(OfEveryStage, ARefusedLetter, testing::ValuesIn(replies));

} // namespace

TEST(ARefusedRecipient, LeavesTheNextLetterAlone)
{
    SmtpPeer peer({"--fault", "rcpt:nobody@*=550 5.1.1 no such user"});
    mail::Smtp smtp(peer.relay());
    EXPECT_EQ(smtp.send({envelope.sender, "nobody@werkgever.example"}, letter(1), {}).kind, Kind::permanent);
    EXPECT_EQ(smtp.send(envelope, letter(2), {}).kind, Kind::accepted);
    ASSERT_EQ(peer.messages().size(), 1u);
    EXPECT_EQ(peer.messages().front(), letter(2));
}

TEST(TheReplyOfARefusal, IsPrintableAndShort)
{
    SmtpPeer peer({"--fault", "rcpt=550 5.1.1 \x01\x1b[31m" + std::string(400, 'x')});
    const auto delivery = send_one(peer.relay());
    EXPECT_EQ(delivery.kind, Kind::permanent);
    EXPECT_EQ(delivery.reply.substr(0, 14), "550 5.1.1 [31m");
    EXPECT_EQ(delivery.reply.size(), 300u);
}

} // namespace rondetafel::tests
