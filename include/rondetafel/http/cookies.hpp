// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rondetafel::http
{

/// A cookie for this host only, out of reach of scripts and sent along when a person follows a link from
/// elsewhere.
struct Cookie
{
    std::string name; ///< without prefix
    std::string value;
    std::optional<std::chrono::seconds>
        max_age;        ///< without it the cookie goes when the browser closes; 0 removes it
    bool secure = true; ///< whether the base URL is https; only loopback may be plain
};

/// The name as browser and request know it: `__Host-` before it when `secure`. Browsers accept neither that
/// prefix nor `Secure` on every plain loopback address, so there the bare name is used.
std::string cookie_name(std::string_view name, bool secure);

/// The value of Set-Cookie: HttpOnly, SameSite=Lax, Path=/.
/// Throws std::invalid_argument when name or value holds a byte that cookies cannot carry.
std::string set_cookie(const Cookie& cookie);
/// The value of Set-Cookie that removes a cookie.
std::string remove_cookie(std::string_view name, bool secure);

} // namespace rondetafel::http
