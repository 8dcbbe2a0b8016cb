// SPDX-License-Identifier: EUPL-1.2
#include "running_server.hpp"

#include <rondetafel/http/form.hpp>
#include <rondetafel/http/router.hpp>

#include <gtest/gtest.h>

namespace rondetafel::http::testing
{

TEST(TheServer, AnswersAGetThroughAWorker)
{
    RunningServer server{[](Request& request)
                         { return text(200, "hello " + request.path + "?" + request.query); }};
    const auto answer = server.get("/a/b?c=d");
    EXPECT_EQ(status_of(answer), 200);
    EXPECT_EQ(body_of(answer), "hello /a/b?c=d");
    EXPECT_EQ(header_of(answer, "Content-Type"), "text/plain; charset=utf-8");
    EXPECT_EQ(header_of(answer, "Connection"), "close");
}

TEST(TheServer, HandsOverTheFormOfAPost)
{
    RunningServer server{[](Request& request) { return text(200, read_form(request)->value("naam")); }};
    EXPECT_EQ(body_of(server.post("/", "naam=Aalsmeer+%26+Kudelstaart")), "Aalsmeer & Kudelstaart");
}

TEST(TheServer, KeepsTheConnectionForTheNextRequest)
{
    RunningServer server{[](Request& request) { return text(200, request.path); }};
    auto client = server.connect();
    for (const std::string path : {"/1", "/2", "/3"})
    {
        client.send("GET " + path + " HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n");
        EXPECT_EQ(body_of(client.read_response()), path);
    }
}

TEST(TheServer, AnswersOnTheNetworkThreadWhatNeedsNoWorker)
{
    Wanted wanted;
    wanted.immediate = [](Request& request)
    { return request.path == "/healthz" ? std::optional{text(200, "alive")} : std::nullopt; };
    RunningServer server{[](Request&) { return text(200, "worker"); }, wanted};
    EXPECT_EQ(body_of(server.get("/healthz")), "alive");
    EXPECT_EQ(body_of(server.get("/other")), "worker");
}

TEST(TheServer, SendsNoBodyToHeadButItsLength)
{
    RunningServer server{[](Request&) { return text(200, "twelve bytes"); }};
    const auto answer =
        server.exchange("HEAD / HTTP/1.1\r\nHost: " + server.host() + "\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(header_of(answer, "Content-Length"), "12");
    EXPECT_EQ(body_of(answer), "");
}

TEST(TheServer, SendsNeitherLengthNorTypeWhereThereIsNoContent)
{
    RunningServer server{[](Request&) { return not_modified(); }};
    const auto answer = server.get("/");
    EXPECT_EQ(status_of(answer), 304);
    EXPECT_EQ(header_of(answer, "Content-Length"), "");
    EXPECT_EQ(body_of(answer), "");
}

TEST(TheServer, SharesABodyBetweenRequests)
{
    const auto shared = std::make_shared<const std::string>(300'000, 's');
    RunningServer server{[&shared](Request&)
                         {
                             Response response;
                             response.shared_body = shared;
                             return response;
                         }};
    EXPECT_EQ(body_of(server.get("/")), *shared);
}

TEST(TheServer, AnswersPipelinedRequestsInOrder)
{
    RunningServer server{[](Request& request) { return text(200, request.path + request.body); }};
    const auto host = "HTTP/1.1\r\nHost: " + server.host() + "\r\n";
    auto client = server.connect();
    client.send("GET /1 " + host + "\r\nPOST /2 " + host + "Content-Length: 3\r\n\r\nabcGET /3 " + host +
                "\r\n");
    EXPECT_EQ(body_of(client.read_response()), "/1");
    EXPECT_EQ(body_of(client.read_response()), "/2abc");
    EXPECT_EQ(body_of(client.read_response()), "/3");
}

TEST(TheServer, ReadsARequestThatArrivesByteByByte)
{
    RunningServer server{[](Request& request) { return text(200, request.path + request.body); }};
    auto client = server.connect();
    const auto bytes = "POST /slow HTTP/1.1\r\nHost: " + server.host() + "\r\nContent-Length: 5\r\n\r\nhello";
    for (const char byte : bytes)
        client.send({&byte, 1});
    EXPECT_EQ(body_of(client.read_response()), "/slowhello");
}

TEST(TheServer, PromisesToReadWhenTheClientWaitsForThat)
{
    RunningServer server{[](Request& request) { return text(200, request.body); }};
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: " + server.host() +
                "\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    EXPECT_EQ(client.read_response(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hello");
    EXPECT_EQ(body_of(client.read_response()), "hello");
}

TEST(TheServer, TellsHttp10ThatTheConnectionStays)
{
    RunningServer server{[](Request&) { return text(200, "old"); }};
    auto client = server.connect();
    const auto request = "GET / HTTP/1.0\r\nHost: " + server.host() + "\r\nConnection: keep-alive\r\n\r\n";
    client.send(request);
    EXPECT_EQ(header_of(client.read_response(), "Connection"), "keep-alive");
    client.send(request);
    EXPECT_EQ(body_of(client.read_response()), "old");
    EXPECT_EQ(
        header_of(server.exchange("GET / HTTP/1.0\r\nHost: " + server.host() + "\r\n\r\n"), "Connection"),
        "close");
}

TEST(TheServer, GivesEveryRequestAnIdOfItsOwn)
{
    RunningServer server{[](Request& request) { return text(200, request.id); }};
    const auto first = body_of(server.get("/"));
    EXPECT_EQ(first.size(), 8U);
    EXPECT_EQ(first.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_NE(first, body_of(server.get("/")));
}

TEST(TheServer, CountsForMonitoring)
{
    RunningServer server{[](Request&) { return text(200, ""); }};
    server.get("/");
    server.exchange("GET / HTTP/1.1\r\n\r\n");
    const auto counts = server.server().counts();
    EXPECT_EQ(counts.connections, 2U);
    EXPECT_EQ(counts.requests, 1U);
    EXPECT_EQ(counts.refused, 1U);
}

TEST(TheServer, SaysClearlyWhenItCannotListen)
{
    RunningServer server{[](Request&) { return text(200, ""); }};
    ServerSettings settings;
    settings.port = server.port();
    const auto choose = [&server](const Request&) -> Workers& { return server.workers(); };
    EXPECT_THROW((Server{settings, choose}), std::runtime_error);
    settings.address = "nowhere";
    EXPECT_THROW((Server{settings, choose}), std::runtime_error);
}

} // namespace rondetafel::http::testing
