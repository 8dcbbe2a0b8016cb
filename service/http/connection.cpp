// SPDX-License-Identifier: EUPL-1.2
// The only file that instantiates reads and writes of sockets. A statement that awaits holds names only:
// gcc 12 destroys temporaries of such a statement twice.
#include "connection.hpp"

#include "answers.hpp"
#include "head_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>

namespace rondetafel::http
{

namespace asio = boost::asio;
using asio::ip::tcp;

namespace
{

constexpr std::size_t read_bytes = 4096;
constexpr std::size_t linger_bytes_max = 256 * 1024;

std::string address_text(const asio::ip::address& address)
{
    return plain_address(address).to_string();
}

Method method_from(const std::string& name)
{
    if (name == "GET")
        return Method::get;
    if (name == "HEAD")
        return Method::head;
    return name == "POST" ? Method::post : Method::options;
}

} // namespace

Connection::Connection(Serving& serving, tcp::socket socket, const asio::ip::address& peer)
    : serving_(serving), limits_(serving.settings.limits), socket_(std::move(socket)), peer_(peer),
      peer_text_(address_text(peer)), from_proxy_(serving.proxy.trusts(peer)),
      buffer_(limits_.header_bytes_max + read_bytes)
{
    boost::system::error_code ignored;
    socket_.set_option(tcp::no_delay{true}, ignored);
    serving_.connections.add(*this, peer_);
    ++serving_.counters.connections;
    ++serving_.counters.open;
}

Connection::~Connection()
{
    let_go_of_large_body();
    serving_.connections.remove(*this, peer_);
    --serving_.counters.open;
}

void Connection::close_when_late(Clock::time_point now)
{
    if (deadline_ < now)
        close();
}

void Connection::close_when_idle()
{
    boost::system::error_code error;
    // What has arrived but was not read yet is a request too: it will be answered.
    if (idle_ && socket_.available(error) == 0)
        close();
}

void Connection::close()
{
    boost::system::error_code ignored;
    socket_.close(ignored);
}

asio::awaitable<void> Connection::serve()
{
    while (keep_ && !error_)
    {
        co_await read_head();
        if (!error_ && verdict_.body_bytes > 0 && verdict_.refusal == 0)
            co_await read_body();
        if (error_)
            co_return;
        if (verdict_.refusal == 0)
            co_await answer();
        co_await write();
        let_go_of_large_body();
    }
    if (!error_)
        co_await linger();
}

void Connection::expect_request()
{
    verdict_ = {};
    idle_ = buffer_.size() == 0;
    wait_at_most(idle_ && requests_ > 0 ? limits_.idle_wait : limits_.header_wait);
    if (idle_ && serving_.stopping)
        close();
}

asio::awaitable<void> Connection::read_head()
{
    HeadReader reader{head_, limits_.header_bytes_max};
    auto quietly = asio::redirect_error(asio::use_awaitable, error_);
    expect_request();
    while (buffer_.size() == 0 || !feed(reader))
    {
        const auto space = buffer_.prepare(read_bytes);
        const auto count = co_await socket_.async_read_some(space, quietly);
        if (error_)
            co_return;
        buffer_.commit(count);
        if (idle_)
            wait_at_most(limits_.header_wait);
        idle_ = false;
    }
}

/// True when the head is complete or refused.
bool Connection::feed(HeadReader& reader)
{
    buffer_.consume(reader.take(buffer_.data()));
    if (reader.refusal() != 0)
    {
        refuse(reader.refusal());
        return true;
    }
    if (!reader.done())
        return false;

    verdict_ = judge(head_, serving_.rules);
    keep_ = reader.keep_alive();
    if (verdict_.refusal != 0)
        refuse(verdict_.refusal);
    else
        accept_head();
    return true;
}

void Connection::refuse(int status)
{
    ++serving_.counters.refused;
    verdict_.refusal = status;
    keep_ = false;
    request_ = Request{};
    request_.method = method_from(head_.method);
    response_ = serving_.problem(status, {});
}

void Connection::accept_head()
{
    ++requests_;
    request_ = Request{};
    response_ = Response{};
    request_.method = method_from(head_.method);
    request_.target = std::move(head_.target);
    const auto mark = std::min(request_.target.find('?'), request_.target.size());
    request_.path = request_.target.substr(0, mark);
    if (mark < request_.target.size())
        request_.query = request_.target.substr(mark + 1);
    auto client = take_client(head_.fields, peer_text_, from_proxy_);
    request_.peer = std::move(client.address);
    request_.secure = client.secure;
    request_.local = client.local;
    request_.headers = std::move(head_.fields);
    request_.id = serving_.next_id();
    if (verdict_.body_bytes <= limits_.body_bytes_max)
        return;
    if (const int refusal = refusal_of_size(); refusal != 0)
        return refuse(refusal);
    large_ = true;
    ++serving_.large_bodies;
}

/// Only now is it known who asks for what: the gate lets the length pass, if anybody may bring so much.
int Connection::refusal_of_size() const
{
    const auto& may_be_large = serving_.settings.may_be_large;
    if (!may_be_large || !may_be_large(request_))
        return 413;
    return serving_.large_bodies < limits_.large_bodies_max ? 0 : 503;
}

void Connection::let_go_of_large_body()
{
    if (large_)
        --serving_.large_bodies;
    large_ = false;
}

asio::awaitable<void> Connection::read_body()
{
    const auto length = verdict_.body_bytes;
    const std::chrono::seconds slowest{length / std::max<std::size_t>(limits_.body_bytes_per_second_min, 1)};
    wait_at_most(std::max<Clock::duration>(limits_.body_wait, slowest));
    request_.body.resize(length);
    auto have = asio::buffer_copy(asio::buffer(request_.body), buffer_.data());
    buffer_.consume(have);
    if (have < length && verdict_.expects_continue)
        co_await promise_to_read();

    auto quietly = asio::redirect_error(asio::use_awaitable, error_);
    while (have < length && !error_)
    {
        const auto space = asio::buffer(request_.body) + have;
        const auto count = co_await socket_.async_read_some(space, quietly);
        have += count;
    }
}

asio::awaitable<void> Connection::promise_to_read()
{
    static constexpr std::string_view words{"HTTP/1.1 100 Continue\r\n\r\n"};
    const auto bytes = asio::buffer(words);
    auto quietly = asio::redirect_error(asio::use_awaitable, error_);
    co_await asio::async_write(socket_, bytes, quietly);
}

asio::awaitable<void> Connection::answer()
{
    ++serving_.counters.requests;
    auto* const pool = decide();
    if (!pool)
        co_return;
    deadline_ = Clock::time_point::max(); // a worker that has begun cannot be called back
    const auto outcome = co_await pool->answer(request_, response_, serving_.given_up);
    note(outcome);
}

/// The workers for this request, or nullptr when the response is there already.
Workers::Pool* Connection::decide()
{
    try
    {
        auto response = serving_.immediate ? serving_.immediate(request_) : std::nullopt;
        if (!response)
            return &serving_.choose(request_).pool();
        response_ = std::move(*response);
    }
    catch (...)
    {
        log_failure(request_.id);
        fail();
    }
    return nullptr;
}

void Connection::note(Outcome outcome)
{
    if (outcome == Outcome::failed)
        fail();
    if (outcome != Outcome::busy)
        return;
    ++serving_.counters.busy;
    response_ = serving_.problem(503, {});
}

void Connection::fail()
{
    ++serving_.counters.failed;
    response_ = serving_.problem(500, request_.id);
}

void Connection::compose()
{
    keep_ = keep_ && !serving_.stopping && requests_ < limits_.requests_per_connection_max;
    const auto kept = head_.version == 10 ? After::keep_by_word : After::keep;
    const auto after = keep_ ? kept : After::close;
    try
    {
        serving_.writer.write(written_head_, response_, after);
    }
    catch (const std::exception&)
    {
        log_failure(request_.id);
        fail();
        serving_.writer.write(written_head_, response_, after);
    }
}

asio::awaitable<void> Connection::write()
{
    compose();
    const bool bare = request_.method == Method::head || !has_content(response_.status);
    const auto content = bare ? std::string_view{} : response_.content();
    const std::array<asio::const_buffer, 2> bytes{asio::buffer(written_head_), asio::buffer(content)};
    wait_at_most(limits_.write_wait);
    auto quietly = asio::redirect_error(asio::use_awaitable, error_);
    co_await asio::async_write(socket_, bytes, quietly);
}

/// Closing at once with bytes unread would make the system take back an answer the client has not read yet.
asio::awaitable<void> Connection::linger()
{
    socket_.shutdown(tcp::socket::shutdown_send, error_);
    wait_at_most(limits_.linger_wait);
    buffer_.clear();
    const auto space = buffer_.prepare(read_bytes);
    auto quietly = asio::redirect_error(asio::use_awaitable, error_);
    std::size_t dropped = 0;
    while (!error_ && dropped < linger_bytes_max)
    {
        const auto count = co_await socket_.async_read_some(space, quietly);
        dropped += count;
    }
}

asio::awaitable<void> serve_connection(Serving& serving, tcp::socket socket, asio::ip::address peer)
{
    Connection connection{serving, std::move(socket), peer};
    co_await connection.serve();
}

} // namespace rondetafel::http
