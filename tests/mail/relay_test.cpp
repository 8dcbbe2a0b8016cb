// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/mail/relay.hpp>

#include <gtest/gtest.h>

namespace rondetafel::mail
{
namespace
{

std::string code(std::string_view url)
{
    const auto relay = relay_from_url(url);
    return relay ? "" : relay.error().fields.at(0).code;
}

} // namespace

TEST(TheUrlOfARelay, NamesHostPortAndLogin)
{
    const auto relay =
        relay_from_url("smtps://rondetafel%40gemeente.example:a%2Fb%3Ac@smtp.example.org:4650").value();
    EXPECT_EQ(relay.host, "smtp.example.org");
    EXPECT_EQ(relay.port, 4650);
    EXPECT_EQ(relay.tls, Relay::Tls::implicit);
    EXPECT_EQ(relay.user, "rondetafel@gemeente.example");
    EXPECT_EQ(relay.password, "a/b:c");
}

TEST(TheUrlOfARelay, KnowsTheUsualPorts)
{
    EXPECT_EQ(relay_from_url("smtps://smtp.example.org")->port, 465);
    EXPECT_EQ(relay_from_url("smtp://smtp.example.org/")->port, 25);
}

TEST(TheUrlOfARelay, RequiresStarttlsUnlessOffIsWritten)
{
    EXPECT_EQ(relay_from_url("smtp://smtp.example.org")->tls, Relay::Tls::starttls);
    EXPECT_EQ(relay_from_url("smtp://127.0.0.1:2525")->tls, Relay::Tls::starttls);
    EXPECT_EQ(relay_from_url("smtp://u:p@smtp.example.org:587?starttls=required")->tls, Relay::Tls::starttls);
    EXPECT_EQ(relay_from_url("smtp://smtp.example.org?starttls=off")->tls, Relay::Tls::none);
    EXPECT_EQ(relay_from_url("smtp://127.0.0.1:2525?starttls=off")->tls, Relay::Tls::none);
}

TEST(TheUrlOfARelay, TakesAPasswordInTheClearOnLoopbackOnly)
{
    EXPECT_EQ(relay_from_url("smtp://u:p@localhost:2525?starttls=off")->user, "u");
    EXPECT_EQ(code("smtp://u:p@smtp.example.org?starttls=off"), "relay.password_in_clear");
}

TEST(TheUrlOfARelay, MayHoldAnIpv6Address)
{
    const auto relay = relay_from_url("smtp://[::1]:2525?starttls=off").value();
    EXPECT_EQ(relay.host, "::1");
    EXPECT_TRUE(is_loopback(relay.host));
}

TEST(TheUrlOfARelay, IsRefusedWithACodeThatSaysWhy)
{
    for (const auto* url : {"", "smtp.example.org", "smtp://", "smtp://host:0", "smtp://host:99999",
                            "smtp://a b/", "smtp://host\r\n", "smtps://u:%0d%0a@host", "smtps://u:p%00@host"})
        EXPECT_EQ(code(url), "relay.not_a_url") << url;
    EXPECT_EQ(code(std::string_view("smtp://host\0x", 13)), "relay.not_a_url");
    EXPECT_EQ(code("http://host"), "relay.unknown_scheme");
    EXPECT_EQ(code("lmtp://host"), "relay.unknown_scheme");
    for (const auto* url : {"smtp://host/inbox", "smtp://host?tls=no", "smtp://host?starttls=off&x=y",
                            "smtp://host#x", "smtp://u;AUTH=PLAIN:p@host"})
        EXPECT_EQ(code(url), "relay.unknown_option") << url;
    for (const auto* url :
         {"smtp://host?starttls=", "smtp://host?starttls=maybe", "smtps://host?starttls=off"})
        EXPECT_EQ(code(url), "relay.starttls_unclear") << url;
    EXPECT_EQ(code("smtps://u@host"), "relay.half_a_login");
    EXPECT_EQ(code("smtps://:p@host"), "relay.half_a_login");
}

TEST(Loopback, IsThisMachineOnly)
{
    for (const auto* host : {"localhost", "127.0.0.1", "127.8.9.10", "::1"})
        EXPECT_TRUE(is_loopback(host)) << host;
    for (const auto* host :
         {"", "127.0.0.1.example.org", "128.0.0.1", "localhost.example.org", "::2", "0.0.0.0"})
        EXPECT_FALSE(is_loopback(host)) << host;
}

} // namespace rondetafel::mail
