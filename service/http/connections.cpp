// SPDX-License-Identifier: EUPL-1.2
#include "connections.hpp"

#include "connection.hpp"
#include "proxy.hpp"

namespace rondetafel::http
{

bool Connections::room_for(const boost::asio::ip::address& peer, bool is_proxy) const
{
    if (open_.size() >= max_)
        return false;
    const auto known = per_peer_.find(counted_address(peer));
    return is_proxy || known == per_peer_.end() || known->second < per_peer_max_;
}

void Connections::add(Connection& connection, const boost::asio::ip::address& peer)
{
    open_.insert(&connection);
    ++per_peer_[counted_address(peer)];
}

void Connections::remove(Connection& connection, const boost::asio::ip::address& peer)
{
    open_.erase(&connection);
    const auto known = per_peer_.find(counted_address(peer));
    if (known != per_peer_.end() && --known->second == 0)
        per_peer_.erase(known);
}

void Connections::sweep(std::chrono::steady_clock::time_point now)
{
    for (auto* connection : open_)
        connection->close_when_late(now);
}

void Connections::close_idle()
{
    for (auto* connection : open_)
        connection->close_when_idle();
}

void Connections::close_all()
{
    for (auto* connection : open_)
        connection->close();
}

} // namespace rondetafel::http
