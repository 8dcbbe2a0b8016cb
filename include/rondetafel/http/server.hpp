// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/message.hpp>
#include <rondetafel/http/workers.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rondetafel::http
{

/// Limits of a connection. Everything a client can make us wait for or keep has one.
struct Limits
{
    std::size_t header_bytes_max = 16 * 1024;
    std::size_t body_bytes_max = 64 * 1024;
    std::size_t large_body_bytes_max = 5 * 1024 * 1024; ///< for requests that ServerSettings::may_be_large lets through
    std::size_t large_bodies_max = 8;                   ///< coming in or being answered at one time; beyond it 503
    std::chrono::milliseconds header_wait{10'000};
    std::chrono::milliseconds body_wait{30'000}; ///< longer only for bodies that need it at the lowest rate
    std::size_t body_bytes_per_second_min = 1024;
    std::chrono::milliseconds write_wait{30'000};
    std::chrono::milliseconds idle_wait{15'000};
    std::chrono::milliseconds linger_wait{1'000}; ///< after a refusal, so that the client can read it
    std::chrono::milliseconds stop_wait{20'000};  ///< then running requests lose their connection
    std::size_t requests_per_connection_max = 100;
    std::size_t connections_max = 1000;
    std::size_t connections_per_peer_max = 100; ///< does not count for the trusted proxy
};

/// Where to listen and what to believe.
struct ServerSettings
{
    std::string address = "127.0.0.1";
    unsigned short port = 0; ///< 0 asks the system for a free port
    std::vector<std::string>
        hosts; ///< accepted values of Host, whole; loopback names with our port always are
    std::string
        trusted_proxy;  ///< addresses or networks ("10.0.0.2, 172.16.0.0/12") whose X-Forwarded-… counts
    bool https = false; ///< the base URL is https: adds Strict-Transport-Security
    Limits limits;
    /// Whether this request may bring a large body (a file). Asked on the network thread when the head is in, so that
    /// nobody fills our memory who may not; must not block. Empty: no request may.
    std::function<bool(const Request&)> may_be_large;
    /// The page for a refusal of the server itself (400…, 500 with `reference`, 503); without it a line of
    /// text.
    std::function<Response(int status, std::string_view reference)> problem;
};

/// Counts since the start, for monitoring.
struct ServerCounts
{
    unsigned long long connections = 0; ///< accepted
    unsigned long long open = 0;        ///< connections at this moment
    unsigned long long requests = 0;    ///< answered by immediate or a worker
    unsigned long long refused = 0;     ///< refused by the gate or the parser
    unsigned long long failed = 0;      ///< 500
    unsigned long long busy = 0;        ///< 503 because too many waited
};

/// One network thread that serves HTTP/1.1. Reads and checks a request, hands it to a worker, writes the
/// answer.
class Server
{
public:
    /// Which workers answer this request; runs on the network thread and must not block.
    using Choose = std::function<Workers&(const Request&)>;
    /// Answers on the network thread what needs no worker, or nothing; may fill in `parameters`. Must not
    /// block.
    using Immediate = std::function<std::optional<Response>(Request&)>;

    /// Listens from here on. Throws std::runtime_error with a clear line when it cannot.
    Server(ServerSettings settings, Choose choose, Immediate immediate = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    unsigned short port() const;
    ServerCounts counts() const;

    /// Serves on this thread until stop. Returns when the last connection has gone and no worker holds a
    /// request of this server any more; after that, workers and server may be destroyed in any order. Once
    /// per server.
    void run();

    /// From any thread: accepts no more, closes idle connections, answers what runs with `Connection: close`,
    /// and after `stop_wait` cuts off the rest. Does not wait.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace rondetafel::http
