// SPDX-License-Identifier: EUPL-1.2
#include "running_server.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <unistd.h>

#include <ctime>

namespace rondetafel::http::testing
{

using namespace std::chrono_literals;

namespace
{

Response length_of_body(Request& request)
{
    return text(200, std::to_string(request.body.size()));
}

std::string head_for(const RunningServer& server, std::string_view start = "GET / HTTP/1.1")
{
    return std::string{start} + "\r\nHost: " + server.host() + "\r\n";
}

/// Lowers the number of descriptors this process may have, so that one more fits but not two.
class FewDescriptors
{
public:
    FewDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const int next = ::dup(0);
        ::close(next);
        const rlimit low{static_cast<rlim_t>(next) + 1, before_.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &low);
    }
    ~FewDescriptors() { lift(); }
    void lift() { ::setrlimit(RLIMIT_NOFILE, &before_); }

private:
    rlimit before_{};
};

} // namespace

TEST(TheHead, MayBeSixteenKibibytes)
{
    RunningServer server{length_of_body};
    const auto head = head_for(server) + "Connection: close\r\n";
    EXPECT_EQ(status_of(server.exchange(head + "X: " + std::string(15'000, 'x') + "\r\n\r\n")), 200);
    EXPECT_EQ(status_of(server.exchange(head + "X: " + std::string(16'400, 'x') + "\r\n\r\n")), 431);
    EXPECT_EQ(status_of(server.exchange(head + "X: " + std::string(1'000'000, 'x') + "\r\n\r\n")), 431);
}

TEST(TheHead, CountsAsAWholeEvenInSmallPieces)
{
    RunningServer server{length_of_body};
    auto client = server.connect();
    client.send(head_for(server));
    for (int count = 0; count < 20; ++count)
    {
        client.send("X: " + std::string(1000, 'x') + "\r\n");
        std::this_thread::sleep_for(2ms);
    }
    EXPECT_EQ(status_of(client.read_response()), 431);
}

TEST(TheHead, HasAtMostAHundredFields)
{
    RunningServer server{length_of_body};
    auto head = head_for(server) + "Connection: close\r\n";
    for (int count = 0; count < 98; ++count)
        head += "X: 1\r\n";
    EXPECT_EQ(status_of(server.exchange(head + "\r\n")), 200);
    EXPECT_EQ(status_of(server.exchange(head + "X: 1\r\n\r\n")), 431);
}

TEST(TheBody, MayBeSixtyFourKibibytes)
{
    RunningServer server{length_of_body};
    EXPECT_EQ(body_of(server.post("/", std::string(65'536, 'b'))), "65536");
    EXPECT_EQ(status_of(server.post("/", std::string(65'537, 'b'))), 413);
}

TEST(TheBody, IsRefusedReadablyWhileTheClientStillSends)
{
    RunningServer server{length_of_body};
    EXPECT_EQ(status_of(server.post("/", std::string(200'000, 'b'))), 413);
}

TEST(ALargeBody, ComesInOnlyWhereItMay)
{
    Wanted wanted;
    wanted.settings.limits.large_body_bytes_max = 1'000'000;
    wanted.settings.may_be_large = [](const Request& request) { return request.path == "/file" && request.header("X-Known"); };
    RunningServer server{length_of_body, wanted};
    const auto send = [&](const std::string& target, const std::string& header, std::size_t bytes) {
        return server.exchange(head_for(server, "POST " + target + " HTTP/1.1") + header + "Connection: close\r\nContent-Length: " +
                               std::to_string(bytes) + "\r\n\r\n" + std::string(bytes, 'b'));
    };
    EXPECT_EQ(body_of(send("/file", "X-Known: yes\r\n", 1'000'000)), "1000000");
    EXPECT_EQ(status_of(send("/file", "X-Known: yes\r\n", 1'000'001)), 413);
    EXPECT_EQ(status_of(send("/file", "", 65'537)), 413);
    EXPECT_EQ(status_of(send("/other", "X-Known: yes\r\n", 65'537)), 413);
    EXPECT_EQ(status_of(send("/other", "", 65'536)), 200);
}

TEST(ALargeBody, WaitsItsTurn)
{
    Wanted wanted;
    wanted.settings.limits.large_bodies_max = 1;
    wanted.settings.may_be_large = [](const Request&) { return true; };
    RunningServer server{length_of_body, wanted};
    const auto head = head_for(server, "POST / HTTP/1.1") + "Expect: 100-continue\r\nContent-Length: 100000\r\n\r\n";
    {
        auto first = server.connect();
        first.send(head);
        EXPECT_EQ(status_of(first.read_response()), 100);
        EXPECT_EQ(status_of(server.exchange(head)), 503);
        first.send(std::string(100'000, 'b'));
        EXPECT_EQ(status_of(first.read_response()), 200);
    }
    for (int tries = 0; tries < 200 && server.server().counts().open > 0; ++tries)
        std::this_thread::sleep_for(5ms);
    auto next = server.connect();
    next.send(head);
    EXPECT_EQ(status_of(next.read_response()), 100);
    next.send(std::string(100'000, 'b'));
    EXPECT_EQ(body_of(next.read_response()), "100000");
}

TEST(AConnection, EndsAfterItsNumberOfRequests)
{
    Wanted wanted;
    wanted.settings.limits.requests_per_connection_max = 3;
    RunningServer server{length_of_body, wanted};
    auto client = server.connect();
    for (const std::string expected : {"", "", "close"})
    {
        client.send(head_for(server) + "\r\n");
        EXPECT_EQ(header_of(client.read_response(), "Connection"), expected);
    }
    EXPECT_TRUE(client.is_closed());
}

TEST(Connections, HaveALimitPerClientAndInAll)
{
    Wanted wanted;
    wanted.settings.limits.connections_per_peer_max = 3;
    wanted.settings.limits.connections_max = 5;
    wanted.settings.trusted_proxy = "127.0.0.2";
    RunningServer server{length_of_body, wanted};
    std::vector<Client> clients;
    for (int count = 0; count < 3; ++count)
    {
        clients.push_back(server.connect());
        clients.back().send(head_for(server) + "\r\n");
        EXPECT_EQ(status_of(clients.back().read_response()), 200);
    }
    EXPECT_TRUE(server.connect().is_closed());
    clients.pop_back();
    for (int tries = 0; tries < 200 && server.server().counts().open > 2; ++tries)
        std::this_thread::sleep_for(5ms);
    EXPECT_EQ(status_of(server.get("/")), 200);
}

TEST(Connections, WaitOutsideWhenDescriptorsRunOut)
{
    RunningServer server{length_of_body};
    const auto request = head_for(server) + "Connection: close\r\n\r\n";
    EXPECT_EQ(status_of(server.exchange(request)), 200);

    FewDescriptors few;
    auto client = server.connect();
    client.send(request);
    const auto before = std::clock();
    std::this_thread::sleep_for(350ms);
    const auto spent = std::clock() - before;
    EXPECT_LT(spent, CLOCKS_PER_SEC / 10) << "the accept loop spins";
    few.lift();
    EXPECT_EQ(status_of(client.read_all()), 200);
}

} // namespace rondetafel::http::testing
