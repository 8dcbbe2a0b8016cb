// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/mail/relay.hpp>

#include <arpa/inet.h>
#include <curl/curl.h>

#include <memory>
#include <optional>

namespace rondetafel::mail
{
namespace
{

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Problem refused(const char* code)
{
    return invalid("smtp_url", code);
}

/// A part of the URL; nothing when it is absent.
std::optional<std::string> part(CURLU* url, CURLUPart which, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK)
        return std::nullopt;
    const std::unique_ptr<char, decltype(&curl_free)> owned(text, curl_free);
    return std::string(text);
}

/// The part without its percent-encoding; nothing when it is broken or hides a control byte.
std::optional<std::string> decoded(CURLU* url, CURLUPart which)
{
    return part(url, which) ? part(url, which, CURLU_URLDECODE) : std::optional<std::string>("");
}

/// "starttls=required" or "starttls=off" is all that may follow the question mark.
std::optional<Problem> read_query(const std::string& query, Relay& relay)
{
    if (query.empty())
        return std::nullopt;
    if (query.find('&') != std::string::npos || query.rfind("starttls=", 0) != 0)
        return refused("relay.unknown_option");
    const auto wish = query.substr(query.find('=') + 1);
    if (relay.tls == Relay::Tls::implicit || (wish != "required" && wish != "off"))
        return refused("relay.starttls_unclear");
    relay.tls = wish == "off" ? Relay::Tls::none : Relay::Tls::starttls;
    return std::nullopt;
}

std::optional<Problem> read_login(CURLU* url, Relay& relay)
{
    const auto user = decoded(url, CURLUPART_USER);
    const auto password = decoded(url, CURLUPART_PASSWORD);
    if (!user || !password)
        return refused("relay.not_a_url");
    if (user->empty() != password->empty())
        return refused("relay.half_a_login");
    relay.user = *user;
    relay.password = *password;
    if (!relay.user.empty() && relay.tls == Relay::Tls::none && !is_loopback(relay.host))
        return refused("relay.password_in_clear");
    return std::nullopt;
}

/// libcurl keeps the brackets of an IPv6 address.
std::string without_brackets(const std::string& host)
{
    return host.size() > 2 && host.front() == '[' ? host.substr(1, host.size() - 2) : host;
}

} // namespace

Result<Relay> relay_from_url(std::string_view text)
{
    const Url url(curl_url(), curl_url_cleanup);
    if (text.find('\0') != std::string_view::npos || text.find("://") == std::string_view::npos ||
        curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME) !=
            CURLUE_OK)
        return refused("relay.not_a_url");
    const auto scheme = part(url.get(), CURLUPART_SCHEME).value_or("");
    if (scheme != "smtp" && scheme != "smtps")
        return refused("relay.unknown_scheme");
    const auto path = part(url.get(), CURLUPART_PATH).value_or("");
    if ((!path.empty() && path != "/") || part(url.get(), CURLUPART_FRAGMENT) ||
        part(url.get(), CURLUPART_OPTIONS))
        return refused("relay.unknown_option");

    Relay relay;
    relay.tls = scheme == "smtps" ? Relay::Tls::implicit : Relay::Tls::starttls;
    relay.host = without_brackets(part(url.get(), CURLUPART_HOST).value_or(""));
    const auto port = part(url.get(), CURLUPART_PORT);
    relay.port = static_cast<std::uint16_t>(port ? std::stoi(*port) : scheme == "smtps" ? 465 : 25);
    if (relay.host.empty() || relay.port == 0)
        return refused("relay.not_a_url");
    if (auto problem = read_query(part(url.get(), CURLUPART_QUERY).value_or(""), relay))
        return *problem;
    if (auto problem = read_login(url.get(), relay))
        return *problem;
    return relay;
}

bool is_loopback(std::string_view host)
{
    const std::string name(host);
    in_addr four{};
    in6_addr six{};
    if (name == "localhost")
        return true;
    if (inet_pton(AF_INET, name.c_str(), &four) == 1)
        return (ntohl(four.s_addr) >> 24) == 127;
    return inet_pton(AF_INET6, name.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

} // namespace rondetafel::mail
