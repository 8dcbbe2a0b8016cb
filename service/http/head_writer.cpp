// SPDX-License-Identifier: EUPL-1.2
#include "head_writer.hpp"

#include "tokens.hpp"

#include <boost/beast/http/status.hpp>

#include <array>
#include <charconv>
#include <cstdio>
#include <stdexcept>

namespace rondetafel::http
{

namespace
{

constexpr std::string_view security_headers = "X-Content-Type-Options: nosniff\r\n"
                                              "Referrer-Policy: no-referrer\r\n"
                                              "Cross-Origin-Opener-Policy: same-origin\r\n"
                                              "Cross-Origin-Resource-Policy: same-origin\r\n"
                                              "X-Frame-Options: DENY\r\n";
constexpr std::string_view transport_security =
    "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";
constexpr std::string_view content_policy =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'\r\n";
constexpr std::string_view not_stored = "Cache-Control: no-store\r\n";

void append_number(std::string& out, std::size_t number)
{
    std::array<char, 20> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end);
}

void append_field(std::string& out, std::string_view name, std::string_view value)
{
    if (!is_token(name) || !is_header_value(value))
        throw std::invalid_argument("a response header holds a control byte or has no proper name");
    out.append(name).append(": ").append(value).append("\r\n");
}

void append_status(std::string& out, int status)
{
    if (status < 200 || status > 599)
        throw std::invalid_argument("a response has a status from 200 to 599");
    const auto reason =
        boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(static_cast<unsigned>(status)));
    out.append("HTTP/1.1 ");
    append_number(out, static_cast<std::size_t>(status));
    out.append(" ").append(reason.data(), reason.size()).append("\r\n");
}

} // namespace

bool has_content(int status)
{
    return status != 204 && status != 304;
}

HeadWriter::HeadWriter(bool https) : always_(security_headers)
{
    if (https)
        always_ += transport_security;
}

void HeadWriter::write(std::string& out, const Response& response, After after)
{
    out.clear();
    append_status(out, response.status);
    out.append("Date: ").append(date()).append("\r\n");
    if (has_content(response.status))
    {
        if (!response.content_type.empty())
            append_field(out, "Content-Type", response.content_type);
        out.append("Content-Length: ");
        append_number(out, response.content().size());
        out.append("\r\n");
    }
    out.append(always_);

    bool own_policy = false;
    bool own_storage = false;
    for (const auto& [name, value] : response.headers)
    {
        append_field(out, name, value);
        own_policy = own_policy || same_name(name, "Content-Security-Policy");
        own_storage = own_storage || same_name(name, "Cache-Control");
    }
    if (!own_policy)
        out.append(content_policy);
    if (!own_storage)
        out.append(not_stored);
    if (after != After::keep)
        out.append(after == After::close ? "Connection: close\r\n" : "Connection: keep-alive\r\n");
    out.append("\r\n");
}

const std::string& HeadWriter::date()
{
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto now = std::time(nullptr);
    if (now == date_second_)
        return date_;

    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                  months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour, utc.tm_min,
                  utc.tm_sec);
    date_ = text.data();
    date_second_ = now;
    return date_;
}

} // namespace rondetafel::http
