// SPDX-License-Identifier: EUPL-1.2
#include "running_server.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <set>
#include <stdexcept>

namespace rondetafel::http::testing
{

using namespace std::chrono_literals;

namespace
{

/// A door that requests wait before.
class Door
{
public:
    void wait() { opened_.wait(); }
    void open() { opening_.set_value(); }

private:
    std::promise<void> opening_;
    std::shared_future<void> opened_{opening_.get_future()};
};

void wait_until(const std::function<bool()>& holds)
{
    for (int tries = 0; tries < 1000 && !holds(); ++tries)
        std::this_thread::sleep_for(5ms);
    EXPECT_TRUE(holds());
}

} // namespace

TEST(TheWorkers, BuildOneApplicationPerThread)
{
    std::mutex mutex;
    std::set<std::thread::id> builders;
    {
        Workers workers{"test", 3, 10,
                        [&]
                        {
                            const std::lock_guard lock{mutex};
                            builders.insert(std::this_thread::get_id());
                            return [](Request&) { return text(200, ""); };
                        }};
        EXPECT_EQ(builders.size(), 3U);
        EXPECT_EQ(workers.unanswered(), 0U);
        EXPECT_EQ(workers.name(), "test");
    }
    EXPECT_FALSE(builders.contains(std::this_thread::get_id()));
}

TEST(TheWorkers, FailWithWhatTheirApplicationFailedWith)
{
    std::atomic<int> built = 0;
    const auto make = [&built]() -> Application
    {
        if (++built == 2)
            throw std::domain_error("no database");
        return [](Request&) { return text(200, ""); };
    };
    EXPECT_THROW((Workers{"test", 3, 10, make}), std::domain_error);
}

TEST(TheWorkers, AreAtLeastOne)
{
    EXPECT_THROW((Workers{"test", 0, 10, [] { return Application{}; }}), std::invalid_argument);
}

TEST(TheWorkers, RefuseAtOnceWhenTooManyWait)
{
    Door door;
    Wanted wanted;
    wanted.threads = 1;
    wanted.unanswered_max = 2;
    RunningServer server{[&door](Request&)
                         {
                             door.wait();
                             return text(200, "at last");
                         },
                         wanted};
    auto first = std::async(std::launch::async, [&server] { return server.get("/1"); });
    auto second = std::async(std::launch::async, [&server] { return server.get("/2"); });
    wait_until([&server] { return server.workers().unanswered() == 2; });

    const auto third = server.get("/3"); // answered while the door is shut
    EXPECT_EQ(status_of(third), 503);
    EXPECT_EQ(header_of(third, "Retry-After"), "2");
    EXPECT_EQ(server.server().counts().busy, 1U);

    door.open();
    EXPECT_EQ(body_of(first.get()), "at last");
    EXPECT_EQ(body_of(second.get()), "at last");
    EXPECT_EQ(status_of(server.get("/4")), 200);
}

TEST(TheWorkers, WorkAtTheSameTime)
{
    std::atomic<int> inside = 0;
    Door door;
    Wanted wanted;
    wanted.threads = 4;
    RunningServer server{[&](Request&)
                         {
                             ++inside;
                             door.wait();
                             return text(200, "");
                         },
                         wanted};
    std::vector<std::future<std::string>> answers;
    for (int count = 0; count < 4; ++count)
        answers.push_back(std::async(std::launch::async, [&server] { return server.get("/"); }));
    wait_until([&inside] { return inside == 4; });
    door.open();
    for (auto& answer : answers)
        EXPECT_EQ(status_of(answer.get()), 200);
}

TEST(AnExceptionOfTheApplication, BecomesAReferenceAndNothingElse)
{
    ::testing::internal::CaptureStderr();
    std::string answer;
    std::string id;
    {
        RunningServer server{[&id](Request& request) -> Response
                             {
                                 id = request.id;
                                 throw std::runtime_error("jan@example.nl was here");
                             }};
        answer = server.get("/");
        EXPECT_EQ(server.server().counts().failed, 1U);
    }
    const auto log = ::testing::internal::GetCapturedStderr();
    EXPECT_EQ(status_of(answer), 500);
    EXPECT_NE(body_of(answer).find(id), std::string::npos);
    EXPECT_EQ(answer.find("jan@"), std::string::npos);
    EXPECT_EQ(log.find("jan@"), std::string::npos);
    EXPECT_NE(log.find("event=request.failed"), std::string::npos) << log;
    EXPECT_NE(log.find(id), std::string::npos);
    EXPECT_NE(log.find("std::runtime_error"), std::string::npos);
}

TEST(AnExceptionOfTheApplication, IsCaughtWhateverItIsAndWherever)
{
    Wanted wanted;
    wanted.immediate = [](Request& request) -> std::optional<Response>
    {
        if (request.path == "/network")
            throw std::runtime_error("on the network thread");
        return std::nullopt;
    };
    RunningServer server{[](Request&) -> Response { throw 42; }, wanted};
    EXPECT_EQ(status_of(server.get("/network")), 500);
    EXPECT_EQ(status_of(server.get("/worker")), 500);
    EXPECT_EQ(status_of(server.get("/worker")), 500);
}

TEST(AProblemOfTheServer, MayHaveAPageOfItsOwn)
{
    Wanted wanted;
    wanted.settings.problem = [](int status, std::string_view reference)
    {
        if (status == 400)
            throw std::runtime_error("the page itself is broken");
        return html(200, "<p>" + std::to_string(status) + (reference.empty() ? "" : " with reference"));
    };
    RunningServer server{[](Request&) -> Response { throw std::runtime_error("x"); }, wanted};
    const auto failed = server.get("/");
    EXPECT_EQ(status_of(failed), 500);
    EXPECT_EQ(body_of(failed), "<p>500 with reference");
    EXPECT_EQ(body_of(server.exchange("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")), "<p>421");
    EXPECT_EQ(status_of(server.exchange("GET / HTTP/1.1\r\n\r\n")), 400);
}

} // namespace rondetafel::http::testing
