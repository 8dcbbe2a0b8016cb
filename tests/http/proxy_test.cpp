// SPDX-License-Identifier: EUPL-1.2
#include "running_server.hpp"

#include "http/proxy.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace rondetafel::http::testing
{

namespace
{

Response tell_client(Request& request)
{
    std::string names;
    for (const auto& field : request.headers)
        names += " " + field.first;
    return text(200, request.peer + (request.secure ? " secure" : " plain") + names);
}

std::string told_by(const std::string& trusted, std::string_view headers)
{
    Wanted wanted;
    wanted.settings.trusted_proxy = trusted;
    RunningServer server{tell_client, wanted};
    return body_of(server.get("/", headers));
}

} // namespace

TEST(AProxy, IsBelievedOnlyWhenItIsTheConfiguredOne)
{
    static constexpr auto headers = "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n";
    EXPECT_EQ(told_by("", headers), "127.0.0.1 plain Host Connection");
    EXPECT_EQ(told_by("192.0.2.1", headers), "127.0.0.1 plain Host Connection");
    EXPECT_EQ(told_by("127.0.0.1", headers), "203.0.113.9 secure Host Connection");
    EXPECT_EQ(told_by("::1, 127.0.0.0/8", headers), "203.0.113.9 secure Host Connection");
}

TEST(AProxy, CountsOnlyForTheAddressItSawItself)
{
    EXPECT_EQ(told_by("127.0.0.1", "X-Forwarded-For: 10.0.0.1, 198.51.100.7\r\n"),
              "198.51.100.7 plain Host Connection");
    EXPECT_EQ(told_by("127.0.0.1", "X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-For: 2001:db8::1\r\n"),
              "2001:db8::1 plain Host Connection");
    EXPECT_EQ(told_by("127.0.0.1", "X-Forwarded-For: somebody\r\n"), "127.0.0.1 plain Host Connection");
}

TEST(AProxy, NeverSpeaksThroughOtherHeaders)
{
    EXPECT_EQ(told_by("127.0.0.1", "X-Remote-User: admin\r\nForwarded: for=1.2.3.4\r\nX-Real-IP: 1.2.3.4\r\n"
                                   "x-forwarded-host: evil.example\r\n"),
              "127.0.0.1 plain Host Connection");
}

// A socket for both families tells an IPv4 client as ::ffff:a.b.c.d. Asked of the rule itself, since not every machine
// has IPv6.
TEST(AClient, HasItsPlainAddressOnASocketForBothFamilies)
{
    namespace ip = boost::asio::ip;
    EXPECT_EQ(plain_address(ip::make_address("::ffff:127.0.0.1")), ip::make_address("127.0.0.1"));
    EXPECT_EQ(plain_address(ip::make_address("::ffff:203.0.113.9")), ip::make_address("203.0.113.9"));
    for (const char* address : {"127.0.0.1", "2001:db8::1", "::1", "::", "fe80::ffff:7f00:1"})
        EXPECT_EQ(plain_address(ip::make_address(address)), ip::make_address(address)) << address;
}

TEST(TrustedProxies, AreAddressesAndNetworks)
{
    namespace ip = boost::asio::ip;
    const TrustedProxy proxies{"172.16.0.0/12, 10.0.0.2,2001:db8::/32"};
    for (const char* address :
         {"172.16.0.1", "172.31.255.255", "::ffff:172.20.0.1", "10.0.0.2", "2001:db8::1"})
        EXPECT_TRUE(proxies.trusts(ip::make_address(address))) << address;
    for (const char* address : {"172.32.0.1", "10.0.0.3", "2001:db9::1", "127.0.0.1", "::1"})
        EXPECT_FALSE(proxies.trusts(ip::make_address(address))) << address;
    for (const char* list : {"proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8x", "::/129"})
        EXPECT_THROW(TrustedProxy{list}, std::invalid_argument) << list;
}

TEST(ARequest, IsLocalOnlyWithoutAWordAboutAnotherClient)
{
    const auto local = [](Fields fields, const char* socket, bool trusted)
    { return take_client(fields, socket, trusted).local; };
    for (const char* socket : {"127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"})
    {
        EXPECT_TRUE(local({{"Host", "localhost"}}, socket, false)) << socket;
        for (const bool trusted : {true, false})
            for (const char* field : {"X-Forwarded-For", "Forwarded", "X-Forwarded-Proto", "X-Real-IP"})
                EXPECT_FALSE(local({{field, "127.0.0.1"}}, socket, trusted)) << field << " on " << socket;
    }
    for (const char* socket : {"192.0.2.1", "2001:db8::1", "no address", ""})
        EXPECT_FALSE(local({}, socket, true)) << socket;
}

TEST(CountingConnections, TakesAnIpv6NetworkAsOneClient)
{
    namespace ip = boost::asio::ip;
    EXPECT_EQ(counted_address(ip::make_address("2001:db8:1:2:3:4:5:6")).to_string(), "2001:db8:1:2::");
    EXPECT_EQ(counted_address(ip::make_address("::ffff:192.0.2.1")).to_string(), "192.0.2.1");
}

} // namespace rondetafel::http::testing
