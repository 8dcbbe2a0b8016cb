// SPDX-License-Identifier: EUPL-1.2
#include "sign_in_cookie.hpp"

#include <rondetafel/http/cookies.hpp>

namespace rondetafel::web
{

namespace
{

constexpr const char* name = "rondetafel";

} // namespace

std::optional<SignInCookie> read_sign_in_cookie(const http::Request& request, const Keys& keys, bool https)
{
    const auto value = request.cookie(http::cookie_name(name, https));
    const auto plain = value ? keys.unseal(*value) : std::nullopt;
    const auto blank = plain ? plain->find(' ') : std::string::npos;
    if (blank == std::string::npos)
        return std::nullopt;
    return SignInCookie{plain->substr(blank + 1), from_epoch(std::stoll(plain->substr(0, blank)))};
}

std::string write_sign_in_cookie(const SignInCookie& cookie, const Keys& keys, Randomness& randomness, bool https)
{
    http::Cookie made;
    made.name = name;
    made.value = keys.seal(std::to_string(epoch(cookie.seen)) + ' ' + cookie.secret, randomness);
    made.secure = https;
    return http::set_cookie(made);
}

std::string clear_sign_in_cookie(bool https)
{
    http::Cookie made;
    made.name = name;
    made.max_age = std::chrono::seconds{0};
    made.secure = https;
    return http::set_cookie(made);
}

std::string sign_in_lookup(const Keys& keys, const std::string& secret)
{
    return hex(keys.keyed_hash(KeyPurpose::lookup, "sign-in|" + secret));
}

} // namespace rondetafel::web
