// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/ip/address.hpp>

#include <chrono>
#include <unordered_map>
#include <unordered_set>

namespace rondetafel::http
{

class Connection;

/// All open connections of a server. One sweep over them enforces the deadlines, which costs less than a
/// timer each.
class Connections
{
public:
    Connections(std::size_t max, std::size_t per_peer_max) : max_(max), per_peer_max_(per_peer_max) {}

    /// Whether one more may come from there.
    bool room_for(const boost::asio::ip::address& peer, bool is_proxy) const;
    void add(Connection& connection, const boost::asio::ip::address& peer);
    void remove(Connection& connection, const boost::asio::ip::address& peer);

    /// Closes what is past its deadline.
    void sweep(std::chrono::steady_clock::time_point now);
    void close_idle();
    void close_all();
    bool empty() const { return open_.empty(); }

private:
    std::size_t max_;
    std::size_t per_peer_max_;
    std::unordered_set<Connection*> open_;
    std::unordered_map<boost::asio::ip::address, std::size_t> per_peer_;
};

} // namespace rondetafel::http
