// SPDX-License-Identifier: EUPL-1.2
#include "http/gate.hpp"

#include <gtest/gtest.h>

namespace rondetafel::http::testing
{

namespace
{

const GateRules rules{{"rondetafel.example", "localhost:8080"}, 1000};

RequestHead a_get(std::string target = "/")
{
    return {11, "GET", std::move(target), {{"Host", "localhost:8080"}}};
}

RequestHead a_post(Fields more)
{
    RequestHead head{11, "POST", "/", {{"host", "Rondetafel.Example"}}};
    head.fields.insert(head.fields.end(), more.begin(), more.end());
    return head;
}

int refusal(const RequestHead& head)
{
    return judge(head, rules).refusal;
}

RequestHead with_host(std::string host)
{
    return {11, "GET", "/", {{"Host", std::move(host)}}};
}

} // namespace

TEST(TheGate, LetsProperRequestsIn)
{
    EXPECT_EQ(refusal(a_get("/bijeenkomsten?van=2024-05-02&tot=%20")), 0);
    const auto verdict = judge(a_post({{"Content-Length", "1000"}, {"Expect", "100-Continue"}}), rules);
    EXPECT_EQ(verdict.refusal, 0);
    EXPECT_EQ(verdict.body_bytes, 1000U);
    EXPECT_TRUE(verdict.expects_continue);
}

TEST(TheGate, RefusesOtherVersionsFirst)
{
    EXPECT_EQ(refusal({20, "BREW", "", {{"Transfer-Encoding", "chunked"}}}), 505);
}

TEST(TheGate, RefusesEveryTransferEncoding)
{
    for (const char* value : {"chunked", "identity", "gzip", ""})
        EXPECT_EQ(refusal(a_post({{"transfer-encoding", value}})), 411);
}

TEST(TheGate, RefusesTrailersAnnounced)
{
    EXPECT_EQ(refusal(a_post({{"Trailer", "Cookie"}})), 400);
    EXPECT_EQ(refusal(a_post({{"TE", "trailers"}})), 400);
}

TEST(TheGate, RefusesLengthsThatAreNotPlainDigits)
{
    for (const char* value : {"", "+5", "-5", "5 ", "0x5", "5,5", "1234567890123456789", "５"})
        EXPECT_EQ(refusal(a_post({{"Content-Length", value}})), 400) << value;
    EXPECT_EQ(refusal(a_post({{"Content-Length", "5"}, {"Content-Length", "5"}})), 400);
}

TEST(TheGate, SaysTooLargeBeforeTheBodyIsRead)
{
    EXPECT_EQ(refusal(a_post({{"Content-Length", "1001"}})), 413);
    EXPECT_EQ(refusal(a_post({{"Content-Length", "999999999999999999"}})), 413);
}

TEST(TheGate, RefusesABodyWhereNoneBelongs)
{
    auto head = a_get();
    head.fields.emplace_back("Content-Length", "0");
    EXPECT_EQ(refusal(head), 0);
    head.fields.back().second = "00";
    EXPECT_EQ(refusal(head), 400);
}

TEST(TheGate, WantsExactlyOneHostThatIsOurs)
{
    EXPECT_EQ(refusal({10, "GET", "/", {}}), 400);
    auto two = a_get();
    two.fields.emplace_back("HOST", "localhost:8080");
    EXPECT_EQ(refusal(two), 400);
    for (const char* host : {"localhost", "localhost:8081", "evil.example", "rondetafel.example:80", ""})
        EXPECT_EQ(refusal(with_host(host)), 421) << host;
}

TEST(TheGate, RefusesOtherExpectations)
{
    EXPECT_EQ(refusal(a_post({{"Expect", "a miracle"}})), 417);
}

TEST(TheGate, RefusesTargetsThatAreNoPath)
{
    for (const std::string target : {"", "*", "http://a/", "a", "/#a", "/<b>", "/\"", "/\\", "/^", "/`", "/{",
                                     "/|", "/}", "/a b", "/\x7f", "/\xc3\xa9"})
        EXPECT_EQ(refusal(a_get(target)), 400) << target;
    EXPECT_EQ(refusal(a_get("/" + std::string(2047, 'a'))), 0);
    EXPECT_EQ(refusal(a_get("/" + std::string(2048, 'a'))), 400);
}

TEST(TheGate, KnowsFourMethods)
{
    auto head = a_get();
    for (const char* method : {"PUT", "DELETE", "TRACE", "CONNECT", "get", ""})
    {
        head.method = method;
        EXPECT_EQ(refusal(head), 405) << method;
    }
}

} // namespace rondetafel::http::testing
