// SPDX-License-Identifier: EUPL-1.2
#include "mail/sending.hpp"

#include <gtest/gtest.h>

namespace rondetafel::tests
{

TEST(SendingALetter, HandsItOverByteForByte)
{
    SmtpPeer peer;
    const auto delivery = send_one(peer.relay());
    EXPECT_EQ(delivery.kind, Kind::accepted);
    EXPECT_EQ(delivery.code, 250);
    EXPECT_EQ(delivery.reply, "250 2.0.0 Ok: queued");
    EXPECT_EQ(delivery.cause, "");
    ASSERT_EQ(peer.messages().size(), 1u);
    EXPECT_EQ(peer.messages().front(), letter());
}

TEST(SendingALetter, HandsOverALargeOneByteForByte)
{
    SmtpPeer peer;
    const auto text = large_letter(3'000'000);
    EXPECT_EQ(mail::Smtp(peer.relay()).send(envelope, text, {}).kind, Kind::accepted);
    ASSERT_EQ(peer.messages().size(), 1u);
    EXPECT_TRUE(peer.messages().front() == text);
}

TEST(SendingALetter, HandsOverOneWithoutDotsByteForByte)
{
    SmtpPeer peer;
    EXPECT_EQ(mail::Smtp(peer.relay()).send(envelope, plain_letter(), {}).kind, Kind::accepted);
    ASSERT_EQ(peer.messages().size(), 1u);
    EXPECT_EQ(peer.messages().front(), plain_letter());
}

TEST(SendingALetter, SaysWhoItIsAndHowLargeTheLetter)
{
    SmtpPeer peer;
    send_one(peer.relay());
    EXPECT_EQ(peer.said("> EHLO rondetafel.example"), 1u);
    EXPECT_EQ(peer.said("> MAIL FROM:<rondetafel@gemeente.example> SIZE=" + std::to_string(letter().size())),
              1u);
    EXPECT_EQ(peer.said("> RCPT TO:<zofia@werkgever.example>"), 1u);
}

TEST(SendingALetter, WritesAnInternationalDomainInAscii)
{
    SmtpPeer peer;
    const mail::Envelope abroad{envelope.sender, "zoe@b\xc3\xbc"
                                                 "cher.example"};
    EXPECT_EQ(mail::Smtp(peer.relay()).send(abroad, letter(), {}).kind, Kind::accepted);
    EXPECT_EQ(peer.said("> RCPT TO:<zoe@xn--bcher-kva.example>"), 1u);
    EXPECT_EQ(peer.said("SMTPUTF8"), 0u);
}

TEST(SendingALetter, NeverSpeaksALineBreakInAnAddress)
{
    SmtpPeer peer;
    mail::Smtp smtp(peer.relay());
    const std::string injected = "zofia@werkgever.example>\r\nRCPT TO:<thief@example.org";
    const auto to = smtp.send({envelope.sender, injected}, letter(), {});
    EXPECT_EQ(to.kind, Kind::permanent);
    EXPECT_TRUE(to.bad_address);
    const auto from = smtp.send({injected, envelope.recipient}, letter(), {});
    EXPECT_EQ(from.kind, Kind::misconfigured);
    EXPECT_EQ(peer.connections(), 0u);
}

TEST(SendingALetter, RefusesUnfitBytesBeforeItConnects)
{
    SmtpPeer peer;
    mail::Smtp smtp(peer.relay());
    EXPECT_THROW(smtp.send(envelope, "Subject: x\r\n\r\n\n.\nMAIL FROM:<a@example.org>\r\n", {}),
                 std::logic_error);
    EXPECT_EQ(peer.connections(), 0u);
}

} // namespace rondetafel::tests
