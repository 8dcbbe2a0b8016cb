// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/message.hpp>

#include "tokens.hpp"

#include <array>
#include <stdexcept>

namespace rondetafel::http
{

namespace
{

char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

std::optional<std::string_view> find(const Fields& fields, std::string_view name)
{
    for (const auto& [key, value] : fields)
        if (same_name(key, name))
            return value;
    return std::nullopt;
}

void check_header(std::string_view name, std::string_view value)
{
    static constexpr std::array ours{"Content-Length", "Transfer-Encoding", "Connection", "Content-Type"};
    if (!is_token(name) || !is_header_value(value))
        throw std::invalid_argument("a response header holds a control byte or has no proper name");
    for (const auto* taken : ours)
        if (same_name(name, taken))
            throw std::invalid_argument(std::string{taken} + " is not written by set_header");
}

// The pairs of a cookie header are parted by a semicolon and a blank; a tab is no part of that (RFC 6265 4.2.1).
std::string_view without_blanks(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

} // namespace

bool same_name(std::string_view left, std::string_view right)
{
    if (left.size() != right.size())
        return false;
    for (std::size_t at = 0; at < left.size(); ++at)
        if (lower(left[at]) != lower(right[at]))
            return false;
    return true;
}

std::optional<std::string_view> Request::header(std::string_view name) const
{
    return find(headers, name);
}

std::optional<std::string> Request::cookie(std::string_view name) const
{
    for (const auto& [key, list] : headers)
    {
        if (!same_name(key, "Cookie"))
            continue;
        for (std::string_view rest = list; !rest.empty();)
        {
            const auto end = std::min(rest.find(';'), rest.size());
            const auto pair = without_blanks(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const auto sign = pair.find('=');
            if (sign != std::string_view::npos && pair.substr(0, sign) == name)
                return std::string{pair.substr(sign + 1)};
        }
    }
    return std::nullopt;
}

std::string_view Request::parameter(std::string_view name) const
{
    for (const auto& [key, value] : parameters)
        if (key == name)
            return value;
    return {};
}

std::optional<std::string_view> Response::header(std::string_view name) const
{
    return find(headers, name);
}

Response& Response::set_header(std::string_view name, std::string_view value)
{
    check_header(name, value);
    std::erase_if(headers, [name](const auto& field) { return same_name(field.first, name); });
    return add_header(name, value);
}

Response& Response::add_header(std::string_view name, std::string_view value)
{
    check_header(name, value);
    headers.emplace_back(name, value);
    return *this;
}

Response see_other(std::string_view location)
{
    const bool ours =
        location.starts_with('/') && !location.starts_with("//") && !location.starts_with("/\\");
    if (!ours)
        throw std::invalid_argument("see_other leads to a path of our own only");
    Response response;
    response.status = 303;
    response.set_header("Location", location);
    return response;
}

Response text(int status, std::string body)
{
    Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(body);
    return response;
}

Response html(int status, std::string body)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

Response not_modified()
{
    Response response;
    response.status = 304;
    return response;
}

} // namespace rondetafel::http
