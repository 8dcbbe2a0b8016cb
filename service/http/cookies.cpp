// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/cookies.hpp>

#include "tokens.hpp"

#include <algorithm>
#include <stdexcept>

namespace rondetafel::http
{

namespace
{

/// cookie-octet of RFC 6265.
bool fits_cookie(char byte)
{
    return byte > 0x20 && byte < 0x7f && byte != '"' && byte != ',' && byte != ';' && byte != '\\';
}

} // namespace

std::string cookie_name(std::string_view name, bool secure)
{
    return (secure ? "__Host-" : "") + std::string{name};
}

std::string set_cookie(const Cookie& cookie)
{
    if (!is_token(cookie.name))
        throw std::invalid_argument("the name of a cookie is a token");
    if (!std::all_of(cookie.value.begin(), cookie.value.end(), fits_cookie))
        throw std::invalid_argument("the value of a cookie holds a byte that cookies cannot carry");

    auto text =
        cookie_name(cookie.name, cookie.secure) + "=" + cookie.value + "; Path=/; HttpOnly; SameSite=Lax";
    if (cookie.secure)
        text += "; Secure";
    if (cookie.max_age)
        text += "; Max-Age=" + std::to_string(cookie.max_age->count());
    return text;
}

std::string remove_cookie(std::string_view name, bool secure)
{
    return set_cookie({std::string{name}, "", std::chrono::seconds{0}, secure});
}

} // namespace rondetafel::http
