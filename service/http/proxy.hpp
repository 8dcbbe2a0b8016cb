// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/http/message.hpp>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::http
{

/// The fronts whose word about the client counts.
class TrustedProxy
{
public:
    /// Addresses and networks, separated by commas; empty trusts nobody. Throws std::invalid_argument.
    explicit TrustedProxy(std::string_view list);
    bool trusts(const boost::asio::ip::address& address) const;

private:
    std::vector<boost::asio::ip::network_v6> networks_; ///< IPv4 as ::ffff:a.b.c.d
};

struct Client
{
    std::string address;
    bool secure = false;
    bool local = false; ///< the socket ends on this machine and no field speaks for a client elsewhere
};

/// Takes what proxies say about the client out of `fields`, and believes it only when `trusted`.
/// Of several addresses the last counts: that one the proxy itself saw; what stands before it anybody can
/// write.
Client take_client(Fields& fields, const std::string& socket_address, bool trusted);

/// The plain form: an IPv4 address that arrived on an IPv6 socket is an IPv4 address.
boost::asio::ip::address plain_address(const boost::asio::ip::address& address);
/// What connections are counted by: the address, of IPv6 the /64, since one client owns all of that.
boost::asio::ip::address counted_address(const boost::asio::ip::address& address);

} // namespace rondetafel::http
