// SPDX-License-Identifier: EUPL-1.2
#include "running_server.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace rondetafel::http::testing
{

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

namespace
{

/// Keeps asking on connections of its own until the server no longer answers; counts answers and broken ones.
class Crowd
{
public:
    Crowd(const RunningServer& server, int clients)
    {
        for (int count = 0; count < clients; ++count)
            threads_.emplace_back([this, port = server.port(), host = server.host()] { ask(port, host); });
    }
    void wait()
    {
        for (auto& thread : threads_)
            thread.join();
        threads_.clear();
    }
    int answered() const { return answered_; }
    int broken() const { return broken_; }

private:
    void ask(unsigned short port, const std::string& host)
    {
        try
        {
            while (true)
                talk(Client{port}, host);
        }
        catch (const std::runtime_error&)
        {
            // Nobody accepts any more: the server has stopped.
        }
    }

    void talk(Client client, const std::string& host)
    {
        while (client.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
        {
            const auto answer = client.read_response();
            if (answer.empty())
                return;
            const bool whole = status_of(answer) == 200 && body_of(answer) == std::string(2000, 'w');
            ++(whole ? answered_ : broken_);
            if (header_of(answer, "Connection") == "close")
                return;
        }
    }

    std::vector<std::thread> threads_;
    std::atomic<int> answered_ = 0;
    std::atomic<int> broken_ = 0;
};

Response work(Request&)
{
    std::this_thread::sleep_for(200us);
    return text(200, std::string(2000, 'w'));
}

} // namespace

TEST(StoppingUnderLoad, AnswersWhatRunsAndBreaksNothing)
{
    for (int round = 0; round < 5; ++round)
    {
        RunningServer server{work};
        Crowd crowd{server, 16};
        std::this_thread::sleep_for(100ms);
        const auto began = SteadyClock::now();
        server.stop_and_wait();
        EXPECT_LT(SteadyClock::now() - began, 30s);
        crowd.wait();
        EXPECT_GT(crowd.answered(), 0);
        EXPECT_EQ(crowd.broken(), 0);
        EXPECT_EQ(server.server().counts().open, 0U);
    }
}

TEST(Stopping, AnswersARunningRequestAndSaysGoodbye)
{
    std::atomic<bool> inside = false;
    RunningServer server{[&inside](Request&)
                         {
                             inside = true;
                             std::this_thread::sleep_for(300ms);
                             return text(200, "done");
                         }};
    auto idle = server.connect();
    auto running = server.connect();
    running.send("GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n");
    while (!inside)
        std::this_thread::sleep_for(1ms);
    server.server().stop();
    EXPECT_TRUE(idle.is_closed(200ms));
    const auto answer = running.read_response();
    EXPECT_EQ(body_of(answer), "done");
    EXPECT_EQ(header_of(answer, "Connection"), "close");
}

TEST(Stopping, CutsOffWhatTakesTooLongButWaitsForItsWorker)
{
    std::atomic<int> begun = 0;
    std::atomic<int> done = 0;
    Wanted wanted;
    wanted.threads = 1;
    wanted.settings.limits.stop_wait = 100ms;
    RunningServer server{[&](Request&)
                         {
                             ++begun;
                             std::this_thread::sleep_for(600ms);
                             ++done;
                             return text(200, "too late");
                         },
                         wanted};
    auto running = server.connect();
    auto waiting = server.connect();
    for (auto* client : {&running, &waiting})
        client->send("GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n");
    while (begun == 0 || server.workers().unanswered() < 2)
        std::this_thread::sleep_for(1ms);
    server.stop_and_wait();
    EXPECT_EQ(done, 1);
    EXPECT_EQ(begun, 1) << "what had not begun when the server gave up must not begin";
    EXPECT_EQ(running.read_all(), "");
    EXPECT_EQ(waiting.read_all(), "");
}

TEST(Stopping, WorksBeforeTheRunBeginsAndTwice)
{
    Workers workers{"test", 1, 10, [] { return work; }};
    Server server{Wanted::quick(), [&workers](const Request&) -> Workers& { return workers; }};
    server.stop();
    server.stop();
    server.run();
    EXPECT_THROW(Client{server.port()}, std::runtime_error);
}

TEST(Stopping, TheWorkersFirstLeavesARefusal)
{
    RunningServer server{work};
    server.workers().stop();
    EXPECT_EQ(status_of(server.get("/")), 503);
}

} // namespace rondetafel::http::testing
