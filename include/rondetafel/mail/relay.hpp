// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace rondetafel::mail
{

/// The mail server that takes our letters, and how long to wait for it (defaults: RFC 5321, 4.5.3.2).
/// libcurl counts the waits after `connect_timeout` in whole seconds; less than one second counts as one.
struct Relay
{
    enum class Tls
    {
        implicit, ///< TLS from the first byte (smtps, RFC 8314)
        starttls, ///< required: without it nothing is said
        none      ///< in the clear
    };

    std::string host;
    std::uint16_t port = 25;
    Tls tls = Tls::starttls;
    std::string user;               ///< empty: no sign-in
    std::string password;           ///< never logged
    std::string ca_file;            ///< PEM file that replaces the system's authorities; empty: the system's
    std::string ehlo = "localhost"; ///< our own name in EHLO: a host name

    std::chrono::milliseconds connect_timeout{15'000}; ///< TCP and TLS
    std::chrono::seconds reply_timeout{300};           ///< to any command before the message
    std::chrono::seconds stall_timeout{180};           ///< without a byte moving while the message goes out
    std::chrono::seconds dot_timeout{600};             ///< to the end of the message
    std::chrono::seconds total_timeout{900};           ///< one message, all in all
    std::chrono::seconds idle_max{60};                 ///< after it an idle connection is not used again
};

/// Reads `smtps://user:password@host:465` or `smtp://host:25?starttls=required|off`. STARTTLS is required
/// unless `off` is written; a password in the clear is refused except on loopback. Reserved bytes in user and
/// password are percent-encoded. Default ports: 465 and 25.
///
/// Problems are on "smtp_url": relay.not_a_url, relay.unknown_scheme, relay.unknown_option,
/// relay.starttls_unclear (not "required" or "off", or given with smtps), relay.half_a_login,
/// relay.password_in_clear.
Result<Relay> relay_from_url(std::string_view url);

/// True for "localhost", 127.0.0.0/8 and ::1: what is said there never leaves this machine.
bool is_loopback(std::string_view host);

} // namespace rondetafel::mail
