// SPDX-License-Identifier: EUPL-1.2
#include "running_server.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <algorithm>

namespace rondetafel::http::testing
{

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

namespace
{

/// What a busy machine may take where the limits of the test say less than a second.
constexpr auto patience = 30s;

Wanted with_short_waits()
{
    Wanted wanted;
    auto& limits = wanted.settings.limits;
    limits.header_wait = 400ms;
    limits.body_wait = 400ms;
    limits.body_bytes_per_second_min = 1'000'000;
    limits.write_wait = 400ms;
    limits.idle_wait = 400ms;
    limits.connections_per_peer_max = 1000;
    return wanted;
}

Response big(Request& request)
{
    return text(200, std::string(request.path == "/big" ? 16'000'000 : 10, 'b'));
}

/// How long the server bears a client that sends `piece` every 50 ms.
SteadyClock::duration time_until_cut(Client& client, std::string_view piece)
{
    const auto began = SteadyClock::now();
    while (SteadyClock::now() - began < patience)
    {
        client.send(piece);
        if (client.is_closed(50ms))
            break;
    }
    return SteadyClock::now() - began;
}

void expect_cut_after_the_wait(SteadyClock::duration time)
{
    EXPECT_GT(time, 300ms);
    EXPECT_LT(time, patience);
}

/// Both ends of every connection are ours; a shell allows 1024 open files by default.
void allow_open_files(rlim_t wanted)
{
    rlimit files{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &files), 0);
    ASSERT_GE(files.rlim_max, wanted) << "the hard limit of this machine: ulimit -Hn";
    files.rlim_cur = std::max(files.rlim_cur, wanted);
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &files), 0);
}

} // namespace

TEST(ASlowClient, IsCutWhileItDripsItsHead)
{
    RunningServer server{big, with_short_waits()};
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n");
    expect_cut_after_the_wait(time_until_cut(client, "X: y\r\n"));
}

TEST(ASlowClient, IsCutWhileItDripsItsBody)
{
    RunningServer server{big, with_short_waits()};
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: " + server.host() + "\r\nContent-Length: 60000\r\n\r\n");
    expect_cut_after_the_wait(time_until_cut(client, "b"));
}

TEST(ASlowClient, IsCutWhileItDoesNotReadItsAnswer)
{
    RunningServer server{big, with_short_waits()};
    auto client = server.connect();
    client.shrink_receive_buffer();
    client.send("GET /big HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n");
    const auto began = SteadyClock::now();
    while (server.server().counts().requests == 0 || server.server().counts().open > 0)
    {
        ASSERT_LT(SteadyClock::now() - began, patience);
        std::this_thread::sleep_for(10ms);
    }
    expect_cut_after_the_wait(SteadyClock::now() - began);
    EXPECT_LT(client.read_all(200ms).size(), 16'000'000U);
}

TEST(ASlowClient, LosesAConnectionItDoesNotUse)
{
    RunningServer server{big, with_short_waits()};
    auto silent = server.connect();
    auto finished = server.connect();
    finished.send("GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n");
    EXPECT_EQ(status_of(finished.read_response()), 200);
    const auto began = SteadyClock::now();
    EXPECT_TRUE(silent.is_closed(patience));
    EXPECT_TRUE(finished.is_closed(patience));
    expect_cut_after_the_wait(SteadyClock::now() - began);
}

TEST(ASlowClient, HasTimeForABodyAtTheLowestRate)
{
    auto wanted = with_short_waits();
    wanted.settings.limits.body_bytes_per_second_min = 10;
    RunningServer server{big, wanted};
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: " + server.host() + "\r\nContent-Length: 20\r\n\r\n");
    std::this_thread::sleep_for(900ms);
    client.send("12345678901234567890");
    EXPECT_EQ(status_of(client.read_response()), 200);
}

TEST(ASlowClient, DoesNotHinderOthersNotEvenInCrowds)
{
    constexpr std::size_t crowd = 500;
    ASSERT_NO_FATAL_FAILURE(allow_open_files(2 * crowd + 200));
    auto wanted = with_short_waits();
    // Long enough for all of them to be there at once.
    wanted.settings.limits.header_wait = 3000ms;
    wanted.settings.limits.body_wait = 3000ms;
    wanted.settings.limits.write_wait = 3000ms;
    RunningServer server{big, wanted};
    const auto host = " HTTP/1.1\r\nHost: " + server.host() + "\r\n";
    const std::vector<std::string> starts{"GET /" + host, "POST /" + host + "Content-Length: 50000\r\n\r\nb",
                                          "GET /big" + host + "\r\n"};
    std::vector<Client> slow;
    for (std::size_t count = 0; count < crowd; ++count)
    {
        slow.push_back(server.connect());
        // A hundred answers of 16 MB would be a test of memory; twenty are enough.
        slow.back().send(starts[count % 3 == 2 && count > 60 ? 0 : count % 3]);
    }
    const auto began = SteadyClock::now();
    EXPECT_EQ(status_of(server.get("/probe")), 200);
    EXPECT_GE(server.server().counts().open, crowd) << "all of them hang on while the others are answered";
    for (int count = 0; count < 19; ++count)
        EXPECT_EQ(status_of(server.get("/probe")), 200);
    while (server.server().counts().open > 0)
    {
        ASSERT_LT(SteadyClock::now() - began, patience);
        std::this_thread::sleep_for(20ms);
    }
}

} // namespace rondetafel::http::testing
