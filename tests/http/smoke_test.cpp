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

} // namespace rondetafel::http::testing
