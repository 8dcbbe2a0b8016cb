// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "client.hpp"

#include <rondetafel/http/server.hpp>
#include <rondetafel/http/workers.hpp>

#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace rondetafel::http::testing
{

/// How a test wants its server; the defaults are those of the product except for the waits.
struct Wanted
{
    ServerSettings settings = quick();
    unsigned threads = 2;
    std::size_t unanswered_max = 256;
    Server::Immediate immediate;

    /// Waits short enough for a test that runs into them.
    static ServerSettings quick();
};

/// A real server on a free port with one pool of workers, running in this process until it goes out of scope.
class RunningServer
{
public:
    explicit RunningServer(Application application, Wanted wanted = {});
    ~RunningServer();

    unsigned short port() const { return server_.port(); }
    Client connect() const { return Client{port()}; }
    /// Sends `bytes` on a new connection and reads until the server closes or `limit` has passed.
    std::string exchange(std::string_view bytes,
                         std::chrono::milliseconds limit = std::chrono::seconds{30}) const;
    /// A GET with Host, asking to close.
    std::string get(std::string_view target, std::string_view more_headers = {}) const;
    std::string post(std::string_view target, std::string_view body) const;
    std::string host() const { return "localhost:" + std::to_string(port()); }
    Server& server() { return server_; }
    Workers& workers() { return workers_; }
    void stop_and_wait();

private:
    Workers workers_;
    Server server_;
    std::thread thread_;
};

} // namespace rondetafel::http::testing
