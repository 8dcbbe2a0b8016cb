// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "gate.hpp"
#include "hand_off.hpp"
#include "serving.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <chrono>
#include <cstdint>
#include <string>

namespace rondetafel::http
{

class HeadReader;

/// One client's connection: reads a request, has it answered, writes the answer, and again. Lives on the
/// network thread, in the coroutine that serves it.
class Connection
{
public:
    Connection(Serving& serving, boost::asio::ip::tcp::socket socket, const boost::asio::ip::address& peer);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    boost::asio::awaitable<void> serve();

    void close_when_late(std::chrono::steady_clock::time_point now);
    /// Closes when no request has begun to arrive.
    void close_when_idle();
    void close();

private:
    using Clock = std::chrono::steady_clock;

    boost::asio::awaitable<void> read_head();
    boost::asio::awaitable<void> read_body();
    boost::asio::awaitable<void> promise_to_read();
    boost::asio::awaitable<void> answer();
    boost::asio::awaitable<void> write();
    boost::asio::awaitable<void> linger();

    void expect_request();
    bool feed(HeadReader& reader);
    void refuse(int status);
    void accept_head();
    int refusal_of_size() const;
    void let_go_of_large_body();
    Workers::Pool* decide();
    void note(Outcome outcome);
    void fail();
    void compose();
    void wait_at_most(Clock::duration time) { deadline_ = Clock::now() + time; }

    Serving& serving_;
    const Limits& limits_;
    boost::asio::ip::tcp::socket socket_;
    const boost::asio::ip::address peer_;
    const std::string peer_text_;
    const bool from_proxy_;
    boost::beast::flat_buffer buffer_;
    boost::system::error_code error_;
    Clock::time_point deadline_ = Clock::time_point::max();
    RequestHead head_;
    Verdict verdict_;
    Request request_;
    Response response_;
    std::string written_head_;
    std::size_t requests_ = 0;
    bool large_ = false; ///< this request counts among the large bodies
    bool idle_ = true;
    bool keep_ = true;
};

/// Serves one accepted socket to its end.
boost::asio::awaitable<void> serve_connection(Serving& serving, boost::asio::ip::tcp::socket socket,
                                              boost::asio::ip::address peer);

} // namespace rondetafel::http
