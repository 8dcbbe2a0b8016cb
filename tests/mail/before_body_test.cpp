// SPDX-License-Identifier: EUPL-1.2
#include "mail/sending.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace rondetafel::tests
{

TEST(BeforeTheBody, TheCallComesOnceAfter354)
{
    SmtpPeer peer;
    mail::Smtp smtp(peer.relay());
    int calls = 0;
    const auto text = large_letter(500'000);
    const auto delivery = smtp.send(envelope, text,
                                    [&]
                                    {
                                        ++calls;
                                        EXPECT_EQ(peer.said("< 354"), 1u);
                                        EXPECT_TRUE(peer.messages().empty());
                                    });
    EXPECT_EQ(delivery.kind, Kind::accepted);
    EXPECT_EQ(calls, 1);
}

TEST(BeforeTheBody, AThrowBreaksTheTransferOffAndNothingIsSent)
{
    SmtpPeer peer;
    mail::Smtp smtp(peer.relay());
    const auto fail = [] { throw std::runtime_error("the row could not be written"); };
    EXPECT_THROW(smtp.send(envelope, letter(1), fail), std::runtime_error);
    EXPECT_EQ(smtp.send(envelope, letter(2), {}).kind, Kind::accepted);
    ASSERT_EQ(peer.messages().size(), 1u);
    EXPECT_EQ(peer.messages().front(), letter(2));
    EXPECT_EQ(peer.connections(), 2u);
}

TEST(BeforeTheBody, AThrowOnAKeptConnectionIsNotTriedAgain)
{
    SmtpPeer peer;
    mail::Smtp smtp(peer.relay());
    smtp.send(envelope, letter(1), {});
    int calls = 0;
    const auto fail = [&]
    {
        ++calls;
        throw std::runtime_error("the row could not be written");
    };
    EXPECT_THROW(smtp.send(envelope, letter(2), fail), std::runtime_error);
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(peer.messages().size(), 1u);
}

} // namespace rondetafel::tests
