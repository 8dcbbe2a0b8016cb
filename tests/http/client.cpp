// SPDX-License-Identifier: EUPL-1.2
#include "client.hpp"

#include <rondetafel/http/message.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace rondetafel::http::testing
{

namespace
{

using SteadyClock = std::chrono::steady_clock;

/// Bytes of the first response in `bytes`, or npos when it is not complete.
std::size_t length_of_first(const std::string& bytes)
{
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string::npos)
        return std::string::npos;
    const auto length = header_of(bytes, "Content-Length");
    const auto whole = end + 4 + (length.empty() ? 0 : std::stoul(length));
    return bytes.size() >= whole ? whole : std::string::npos;
}

} // namespace

Client::Client(unsigned short port, const char* address)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(port);
    ::inet_pton(AF_INET, address, &peer.sin_addr);
    if (socket_ < 0 || ::connect(socket_, reinterpret_cast<const sockaddr*>(&peer), sizeof peer) != 0)
        throw std::runtime_error("cannot connect");
}

Client::~Client()
{
    if (socket_ >= 0)
        ::close(socket_);
}

Client::Client(Client&& other) noexcept : socket_(other.socket_), arrived_(std::move(other.arrived_))
{
    other.socket_ = -1;
}

bool Client::send(std::string_view bytes)
{
    while (!bytes.empty())
    {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Client::finish()
{
    ::shutdown(socket_, SHUT_WR);
}

Client::Arrival Client::receive(SteadyClock::time_point until)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - SteadyClock::now());
    pollfd waiting{socket_, POLLIN, 0};
    if (left.count() < 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) == 0)
        return Arrival::nothing;
    std::array<char, 16384> bytes{};
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count <= 0)
        return Arrival::closed;
    arrived_.append(bytes.data(), static_cast<std::size_t>(count));
    return Arrival::some;
}

std::string Client::read_all(std::chrono::milliseconds limit)
{
    const auto until = SteadyClock::now() + limit;
    while (receive(until) == Arrival::some)
    {
    }
    return std::move(arrived_);
}

std::string Client::read_response(std::chrono::milliseconds limit)
{
    const auto until = SteadyClock::now() + limit;
    while (length_of_first(arrived_) == std::string::npos && receive(until) == Arrival::some)
    {
    }
    const auto length = std::min(length_of_first(arrived_), arrived_.size());
    auto response = arrived_.substr(0, length);
    arrived_.erase(0, length);
    return response;
}

bool Client::is_closed(std::chrono::milliseconds limit)
{
    const auto until = SteadyClock::now() + limit;
    while (true)
    {
        const auto arrival = receive(until);
        if (arrival != Arrival::some)
            return arrival == Arrival::closed;
    }
}

void Client::shrink_receive_buffer()
{
    const int bytes = 4096;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

int status_of(std::string_view bytes)
{
    const auto all = statuses_of(bytes);
    return all.empty() ? 0 : all.front();
}

std::vector<int> statuses_of(std::string_view bytes)
{
    static constexpr std::string_view start{"HTTP/1.1 "};
    std::vector<int> statuses;
    for (auto at = bytes.find(start); at != std::string_view::npos; at = bytes.find(start, at + 1))
        statuses.push_back(std::stoi(std::string{bytes.substr(at + start.size(), 3)}));
    return statuses;
}

std::string header_of(std::string_view bytes, std::string_view name)
{
    const auto head = bytes.substr(0, bytes.find("\r\n\r\n"));
    for (auto at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2))
    {
        const auto line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
        const auto colon = line.find(": ");
        if (colon != std::string_view::npos && same_name(line.substr(0, colon), name))
            return std::string{line.substr(colon + 2)};
    }
    return {};
}

std::string body_of(std::string_view bytes)
{
    const auto end = bytes.find("\r\n\r\n");
    return end == std::string_view::npos ? std::string{} : std::string{bytes.substr(end + 4)};
}

} // namespace rondetafel::http::testing
