// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/secrets.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/http/message.hpp>

#include <optional>
#include <string>

namespace rondetafel::web
{

/// What the sign-in cookie holds, sealed: a random secret that names the sign-in row, and when its owner was last seen.
/// The idle time lives here so that reading a page writes no row.
struct SignInCookie
{
    std::string secret;
    Instant seen;
};

std::optional<SignInCookie> read_sign_in_cookie(const http::Request& request, const Keys& keys, bool https);
/// The value of Set-Cookie.
std::string write_sign_in_cookie(const SignInCookie& cookie, const Keys& keys, Randomness& randomness, bool https);
std::string clear_sign_in_cookie(bool https);
/// How a secret is found in the table of sign-ins.
std::string sign_in_lookup(const Keys& keys, const std::string& secret);

} // namespace rondetafel::web
