// SPDX-License-Identifier: EUPL-1.2
#include "running_server.hpp"

namespace rondetafel::http::testing
{

using namespace std::chrono_literals;

ServerSettings Wanted::quick()
{
    ServerSettings settings;
    settings.limits.linger_wait = 300ms;
    settings.limits.stop_wait = 5s;
    return settings;
}

RunningServer::RunningServer(Application application, Wanted wanted)
    : workers_("test", wanted.threads, wanted.unanswered_max, [&application] { return application; }),
      server_(
          wanted.settings, [this](const Request&) -> Workers& { return workers_; }, wanted.immediate),
      thread_([this] { server_.run(); })
{
}

RunningServer::~RunningServer()
{
    stop_and_wait();
}

void RunningServer::stop_and_wait()
{
    server_.stop();
    if (thread_.joinable())
        thread_.join();
}

std::string RunningServer::exchange(std::string_view bytes, std::chrono::milliseconds limit) const
{
    auto client = connect();
    client.send(bytes);
    return client.read_all(limit);
}

std::string RunningServer::get(std::string_view target, std::string_view more_headers) const
{
    std::string bytes{"GET "};
    bytes.append(target).append(" HTTP/1.1\r\nHost: ").append(host()).append("\r\nConnection: close\r\n");
    return exchange(bytes.append(more_headers).append("\r\n"));
}

std::string RunningServer::post(std::string_view target, std::string_view body) const
{
    std::string bytes{"POST "};
    bytes.append(target).append(" HTTP/1.1\r\nHost: ").append(host()).append("\r\nConnection: close\r\n");
    bytes.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
    return exchange(bytes.append(std::to_string(body.size())).append("\r\n\r\n").append(body));
}

} // namespace rondetafel::http::testing
