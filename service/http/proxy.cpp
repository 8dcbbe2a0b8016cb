// SPDX-License-Identifier: EUPL-1.2
#include "proxy.hpp"

#include "tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace rondetafel::http
{

namespace ip = boost::asio::ip;

namespace
{

ip::address_v6 wide(const ip::address& address)
{
    return address.is_v4() ? ip::make_address_v6(ip::v4_mapped, address.to_v4()) : address.to_v6();
}

ip::network_v6 network_from(std::string_view text)
{
    const auto slash = std::min(text.find('/'), text.size());
    boost::system::error_code error;
    const auto address = ip::make_address(std::string{text.substr(0, slash)}, error);
    const unsigned short bits_max = address.is_v4() ? 32 : 128;
    unsigned short bits = bits_max;
    if (slash < text.size())
    {
        const auto* end = text.data() + text.size();
        const auto parsed = std::from_chars(text.data() + slash + 1, end, bits);
        if (parsed.ec != std::errc{} || parsed.ptr != end || bits > bits_max)
            error = make_error_code(boost::system::errc::invalid_argument);
    }
    if (error)
        throw std::invalid_argument("trusted proxy: no address or network: " + std::string{text});
    return ip::network_v6{wide(address), static_cast<unsigned short>(bits + (address.is_v4() ? 96 : 0))};
}

bool speaks_for_client(std::string_view name)
{
    static constexpr std::array names{"Forwarded", "X-Real-IP", "X-Remote-User", "X-Client-IP",
                                      "Remote-User"};
    static constexpr std::string_view prefix{"X-Forwarded-"};
    return same_name(name.substr(0, prefix.size()), prefix) ||
           std::any_of(names.begin(), names.end(),
                       [name](const char* taken) { return same_name(name, taken); });
}

std::string last_address(std::string_view list)
{
    const auto comma = list.rfind(',');
    const auto last = trimmed(comma == std::string_view::npos ? list : list.substr(comma + 1));
    boost::system::error_code error;
    const auto address = ip::make_address(std::string{last}, error);
    return error ? std::string{} : plain_address(address).to_string();
}

} // namespace

TrustedProxy::TrustedProxy(std::string_view list)
{
    while (!list.empty())
    {
        const auto end = std::min(list.find(','), list.size());
        const auto entry = trimmed(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (!entry.empty())
            networks_.push_back(network_from(entry));
    }
}

bool TrustedProxy::trusts(const ip::address& address) const
{
    const ip::network_v6 host{wide(address), 128};
    return std::any_of(networks_.begin(), networks_.end(),
                       [&host](const auto& network)
                       { return host == network || host.is_subnet_of(network); });
}

Client take_client(Fields& fields, const std::string& socket_address, bool trusted)
{
    boost::system::error_code unreadable;
    const auto socket = ip::make_address(socket_address, unreadable);
    Client client{socket_address, false, !unreadable && plain_address(socket).is_loopback()};
    for (const auto& [name, value] : fields)
    {
        if (trusted && same_name(name, "X-Forwarded-Proto"))
            client.secure = same_name(trimmed(value), "https");
        if (!trusted || !same_name(name, "X-Forwarded-For"))
            continue;
        auto address = last_address(value);
        if (!address.empty())
            client.address = std::move(address);
    }
    if (std::erase_if(fields, [](const auto& field) { return speaks_for_client(field.first); }) > 0)
        client.local = false;
    return client;
}

ip::address plain_address(const ip::address& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

ip::address counted_address(const ip::address& address)
{
    const auto plain = plain_address(address);
    if (plain.is_v4())
        return plain;
    auto bytes = plain.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return ip::address_v6{bytes};
}

} // namespace rondetafel::http
