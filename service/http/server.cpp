// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/server.hpp>

#include "answers.hpp"
#include "connection.hpp"
#include "serving.hpp"

#include <rondetafel/base/log.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <stdexcept>

namespace rondetafel::http
{

namespace asio = boost::asio;
using asio::ip::tcp;

namespace
{

constexpr std::chrono::milliseconds sweep_interval{250};
constexpr std::chrono::milliseconds stop_interval{10};
constexpr std::chrono::milliseconds accept_pause{100};

void log_broken(std::exception_ptr failure)
{
    if (!failure)
        return;
    try
    {
        std::rethrow_exception(failure);
    }
    catch (...)
    {
        log_failure({});
    }
}

tcp::acceptor listen(asio::io_context& context, const ServerSettings& settings)
{
    try
    {
        const tcp::endpoint endpoint{asio::ip::make_address(settings.address), settings.port};
        return tcp::acceptor{context, endpoint};
    }
    catch (const boost::system::system_error& problem)
    {
        throw std::runtime_error("cannot listen on " + settings.address + " port " +
                                 std::to_string(settings.port) + ": " + problem.code().message());
    }
}

} // namespace

/// The network thread's things. `serving` comes first, so that it outlives the coroutines that `context`
/// destroys.
struct Server::Parts
{
    Parts(ServerSettings settings, Choose choose, Immediate immediate)
        : serving(std::move(settings), std::move(choose), std::move(immediate)),
          acceptor(listen(context, serving.settings)), port(acceptor.local_endpoint().port()),
          watch_timer(context)
    {
        for (const std::string name : {"localhost", "127.0.0.1", "[::1]"})
        {
            serving.rules.hosts.push_back(name + ":" + std::to_string(port));
            if (port == 80)
                serving.rules.hosts.push_back(name);
        }
    }

    asio::awaitable<void> accept();
    asio::awaitable<void> pause_accepting();
    asio::awaitable<void> watch();
    void admit(tcp::socket socket);
    void begin_stop();
    void give_up_when_late();

    Serving serving;
    asio::io_context context{1};
    tcp::acceptor acceptor;
    const unsigned short port;
    asio::steady_timer watch_timer;
    std::chrono::steady_clock::time_point give_up_at;
    bool paused = false;
};

asio::awaitable<void> Server::Parts::accept()
{
    while (acceptor.is_open())
    {
        boost::system::error_code error;
        auto quietly = asio::redirect_error(asio::use_awaitable, error);
        auto socket = co_await acceptor.async_accept(quietly);
        if (!error)
            admit(std::move(socket));
        else if (error != asio::error::operation_aborted && error != asio::error::connection_aborted)
            co_await pause_accepting();
    }
}

/// Out of descriptors or memory: connections wait in the system's queue while some of ours end.
asio::awaitable<void> Server::Parts::pause_accepting()
{
    if (!paused)
        log_event(LogLevel::warning, "accept.paused");
    paused = true;
    boost::system::error_code ignored;
    auto quietly = asio::redirect_error(asio::use_awaitable, ignored);
    asio::steady_timer timer{context, accept_pause};
    co_await timer.async_wait(quietly);
}

void Server::Parts::admit(tcp::socket socket)
{
    paused = false;
    boost::system::error_code error;
    const auto peer = socket.remote_endpoint(error).address();
    if (error || !serving.connections.room_for(peer, serving.proxy.trusts(peer)))
        return;
    asio::co_spawn(context, serve_connection(serving, std::move(socket), peer), log_broken);
}

asio::awaitable<void> Server::Parts::watch()
{
    boost::system::error_code ignored;
    auto quietly = asio::redirect_error(asio::use_awaitable, ignored);
    while (!serving.stopping || !serving.connections.empty())
    {
        watch_timer.expires_after(serving.stopping ? stop_interval : sweep_interval);
        co_await watch_timer.async_wait(quietly);
        serving.connections.sweep(std::chrono::steady_clock::now());
        give_up_when_late();
    }
}

void Server::Parts::begin_stop()
{
    if (serving.stopping)
        return;
    serving.stopping = true;
    give_up_at = std::chrono::steady_clock::now() + serving.settings.limits.stop_wait;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    serving.connections.close_idle();
    watch_timer.cancel();
}

void Server::Parts::give_up_when_late()
{
    if (!serving.stopping || std::chrono::steady_clock::now() < give_up_at)
        return;
    serving.given_up = true;
    serving.connections.close_all();
}

Server::Server(ServerSettings settings, Choose choose, Immediate immediate)
    : parts_(std::make_unique<Parts>(std::move(settings), std::move(choose), std::move(immediate)))
{
}

Server::~Server() = default;

unsigned short Server::port() const
{
    return parts_->port;
}

ServerCounts Server::counts() const
{
    const auto& counters = parts_->serving.counters;
    return {counters.connections, counters.open,   counters.requests,
            counters.refused,     counters.failed, counters.busy};
}

void Server::run()
{
    asio::co_spawn(parts_->context, parts_->accept(), log_broken);
    asio::co_spawn(parts_->context, parts_->watch(), log_broken);
    while (true)
    {
        try
        {
            parts_->context.run();
            return;
        }
        catch (...)
        {
            // Nothing may end the network thread; what broke loses its connection only.
            log_failure({});
        }
    }
}

void Server::stop()
{
    asio::post(parts_->context, [parts = parts_.get()] { parts->begin_stop(); });
}

} // namespace rondetafel::http
