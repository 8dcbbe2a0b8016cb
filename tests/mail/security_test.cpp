// SPDX-License-Identifier: EUPL-1.2
#include "mail/sending.hpp"

#include <gtest/gtest.h>

namespace rondetafel::tests
{

using Tls = mail::Relay::Tls;

TEST(AnEncryptedRelay, TakesLettersOverStarttls)
{
    SmtpPeer peer({"--tls", "starttls"});
    const auto delivery = send_one(peer.relay(Tls::starttls));
    EXPECT_EQ(delivery.kind, Kind::accepted) << delivery.cause;
    ASSERT_EQ(peer.envelopes().size(), 1u);
    EXPECT_NE(peer.envelopes().front().find("\"tls\": true"), std::string::npos);
}

TEST(AnEncryptedRelay, TakesLettersOverImplicitTls)
{
    SmtpPeer peer({"--tls", "implicit"});
    const auto delivery = send_one(peer.relay(Tls::implicit));
    EXPECT_EQ(delivery.kind, Kind::accepted) << delivery.cause;
    EXPECT_NE(peer.envelopes().at(0).find("\"tls\": true"), std::string::npos);
}

/// Nothing but the greeting may have been said.
void expect_nothing_in_clear(const SmtpPeer& peer)
{
    EXPECT_EQ(peer.said("> MAIL"), 0u);
    EXPECT_EQ(peer.said("> AUTH"), 0u);
    EXPECT_TRUE(peer.messages().empty());
}

TEST(ARelayWithoutStarttls, HearsNoLetterAndNoPassword)
{
    SmtpPeer peer({"--auth", "rondetafel:geheim"});
    auto relay = peer.relay();
    relay.tls = Tls::starttls;
    relay.user = "rondetafel";
    relay.password = "geheim";
    int calls = 0;
    EXPECT_EQ(send_one(relay, &calls).kind, Kind::misconfigured);
    EXPECT_EQ(calls, 0);
    expect_nothing_in_clear(peer);
}

TEST(ARelayThatRefusesStarttls, HearsNoLetter)
{
    SmtpPeer later({"--tls", "starttls", "--fault", "starttls=454 4.7.0 TLS not available now"});
    EXPECT_EQ(send_one(later.relay(Tls::starttls)).kind, Kind::relay_unavailable);
    expect_nothing_in_clear(later);
    SmtpPeer never({"--tls", "starttls", "--fault", "starttls=502 5.5.1 no"});
    EXPECT_EQ(send_one(never.relay(Tls::starttls)).kind, Kind::misconfigured);
    expect_nothing_in_clear(never);
}

TEST(ARelayThatRefusesOurGreeting, HearsNoLetter)
{
    SmtpPeer peer({"--tls", "starttls", "--fault", "ehlo=550 5.7.1 not you"});
    EXPECT_EQ(send_one(peer.relay(Tls::starttls)).kind, Kind::relay_unavailable);
    expect_nothing_in_clear(peer);
}

TEST(ARelayThatBreaksTheHandshake, IsUnavailable)
{
    SmtpPeer peer({"--tls", "starttls", "--fault", "starttls=cut"});
    EXPECT_EQ(send_one(peer.relay(Tls::starttls)).kind, Kind::relay_unavailable);
    expect_nothing_in_clear(peer);
}

TEST(AnUntrustedCertificate, IsRefused)
{
    for (const auto& [option, tls] :
         {std::pair{"starttls", Tls::starttls}, std::pair{"implicit", Tls::implicit}})
    {
        SmtpPeer peer({"--tls", option});
        auto relay = peer.relay(tls);
        relay.ca_file.clear();
        const auto delivery = send_one(relay);
        EXPECT_EQ(delivery.kind, Kind::relay_unavailable) << option;
        EXPECT_NE(delivery.cause.find("certificate"), std::string::npos) << delivery.cause;
        expect_nothing_in_clear(peer);
    }
}

TEST(ACertificateForAnotherHost, IsRefused)
{
    SmtpPeer peer({"--tls", "starttls", "--certificate-names", "mail.example.org"});
    const auto delivery = send_one(peer.relay(Tls::starttls));
    EXPECT_EQ(delivery.kind, Kind::relay_unavailable);
    EXPECT_NE(delivery.cause.find("certificate"), std::string::npos) << delivery.cause;
    expect_nothing_in_clear(peer);
}

TEST(AFileOfAuthoritiesThatIsNotThere, IsAMatterOfSettings)
{
    SmtpPeer peer({"--tls", "starttls"});
    auto relay = peer.relay(Tls::starttls);
    relay.ca_file = (peer.folder() / "absent.pem").string();
    EXPECT_EQ(send_one(relay).kind, Kind::misconfigured);
}

mail::Relay signed_in(const SmtpPeer& peer, const char* password)
{
    auto relay = peer.relay(Tls::starttls);
    relay.user = "rondetafel";
    relay.password = password;
    return relay;
}

TEST(SigningIn, SucceedsWithTheRightPassword)
{
    SmtpPeer peer({"--tls", "starttls", "--auth", "rondetafel:ge%heim"});
    const auto delivery = send_one(signed_in(peer, "ge%heim"));
    EXPECT_EQ(delivery.kind, Kind::accepted) << delivery.reply;
    EXPECT_NE(peer.envelopes().at(0).find("\"user\": \"rondetafel\""), std::string::npos);
}

TEST(SigningIn, FailsWithAnotherPassword)
{
    SmtpPeer peer({"--tls", "starttls", "--auth", "rondetafel:geheim"});
    const auto delivery = send_one(signed_in(peer, "verkeerd"));
    EXPECT_EQ(delivery.kind, Kind::misconfigured);
    EXPECT_EQ(delivery.code, 535);
    EXPECT_EQ(peer.said("> MAIL"), 0u);
}

TEST(SigningIn, IsTriedLaterWhenTheServerSaysSo)
{
    SmtpPeer peer(
        {"--tls", "starttls", "--auth", "rondetafel:geheim", "--fault", "auth=454 4.7.0 try later"});
    EXPECT_EQ(send_one(signed_in(peer, "geheim")).kind, Kind::relay_unavailable);
}

TEST(SigningIn, IsMissedByTheServerWhenNoPasswordIsSet)
{
    SmtpPeer peer({"--tls", "starttls", "--auth", "rondetafel:geheim"});
    const auto delivery = send_one(peer.relay(Tls::starttls));
    EXPECT_EQ(delivery.kind, Kind::misconfigured);
    EXPECT_EQ(delivery.code, 530);
}

TEST(AnSmtp, IsNotMadeFromSettingsThatDoNotFitAUrl)
{
    mail::Relay relay;
    relay.host = "mail.example.org/x";
    EXPECT_THROW(mail::Smtp{relay}, std::invalid_argument);
    relay.host = "mail.example.org";
    relay.ehlo = "a\r\nMAIL FROM:<x@example.org>";
    EXPECT_THROW(mail::Smtp{relay}, std::invalid_argument);
}

} // namespace rondetafel::tests
