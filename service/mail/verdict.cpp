// SPDX-License-Identifier: EUPL-1.2
#include "verdict.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace rondetafel::mail
{
namespace
{

using Kind = Delivery::Kind;

constexpr std::size_t reply_bytes_max = 300;

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> values)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// "5.7.1" of "550 5.7.1 text" (RFC 3463); empty when the line has none.
std::string enhanced_code(std::string_view line)
{
    const auto text = line.substr(std::min<std::size_t>(4, line.size()));
    const auto code = text.substr(0, text.find_first_not_of("0123456789."));
    return std::count(code.begin(), code.end(), '.') == 2 ? std::string(code) : std::string();
}

bool mentions_relaying(std::string line)
{
    std::transform(line.begin(), line.end(), line.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return line.find("relay") != std::string::npos;
}

/// The server refuses this sender, sign-in or network, whatever the message: RFC 4954;
/// Exchange's 5.7.57, 5.7.60, 5.7.64; "relay access denied".
bool refuses_us(const Course& course)
{
    const auto enhanced = enhanced_code(course.reply);
    return course.code == 530 || course.code == 534 || course.code == 535 || course.code == 538 ||
           is_one_of(enhanced, {"5.7.30", "5.7.57", "5.7.60", "5.7.64"}) ||
           (course.code >= 500 && enhanced.rfind("5.7.", 0) == 0 && mentions_relaying(course.reply));
}

bool temporary(const Course& course)
{
    return course.answered && course.code / 100 == 4;
}
bool refused(const Course& course)
{
    return course.answered && course.code / 100 == 5;
}

Kind before_sender(const Course& course)
{
    if (temporary(course))
        return Kind::relay_unavailable;
    if (refused(course) && refuses_us(course))
        return Kind::misconfigured;
    switch (course.result)
    {
    case CURLE_LOGIN_DENIED:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return Kind::misconfigured;
    default:
        return Kind::relay_unavailable;
    }
}

/// RFC 5321 allows 452 and 552 here for a message that is too large (RFC 1870); all else is about us or the
/// relay.
Kind at_sender(const Course& course)
{
    if (temporary(course))
        return course.code == 452 ? Kind::transient : Kind::relay_unavailable;
    if (refused(course))
        return course.code == 552 ? Kind::permanent : Kind::misconfigured;
    return Kind::relay_unavailable;
}

/// From the recipient on, a failure is taken to be about this message, so that one message cannot stop the
/// others.
Kind at_message(const Course& course)
{
    if (refused(course))
        return refuses_us(course) ? Kind::misconfigured : Kind::permanent;
    return Kind::transient;
}

Kind at_dot(const Course& course)
{
    if (course.result == CURLE_OK)
        return Kind::accepted;
    return temporary(course) || refused(course) ? at_message(course) : Kind::uncertain;
}

Kind kind_of(const Course& course)
{
    switch (course.stage)
    {
    case Stage::session:
        return before_sender(course);
    case Stage::sender:
        return at_sender(course);
    case Stage::dot:
        return at_dot(course);
    default:
        return at_message(course);
    }
}

} // namespace

std::string presentable(std::string_view line)
{
    std::string text;
    for (const char c : line)
    {
        const auto byte = static_cast<unsigned char>(c);
        if (text.size() < reply_bytes_max && byte >= 0x20 && byte != 0x7f)
            text += byte > 0x7f ? '?' : c;
    }
    return text;
}

bool connection_failed(const Course& course)
{
    const bool broken = course.result != CURLE_OK && course.result != CURLE_ABORTED_BY_CALLBACK;
    return broken && (course.code == 421 || !(temporary(course) || refused(course)));
}

Delivery verdict(const Course& course)
{
    Delivery delivery{kind_of(course), course.code, course.reply, {}, false};
    if (course.result != CURLE_OK)
        delivery.cause = curl_easy_strerror(course.result);
    delivery.bad_address = delivery.kind == Kind::permanent && course.stage == Stage::recipient &&
                           enhanced_code(course.reply).rfind("5.7.", 0) != 0;
    return delivery;
}

std::string_view word(Kind kind)
{
    switch (kind)
    {
    case Kind::accepted:
        return "accepted";
    case Kind::transient:
        return "transient";
    case Kind::permanent:
        return "permanent";
    case Kind::relay_unavailable:
        return "relay_unavailable";
    case Kind::misconfigured:
        return "misconfigured";
    case Kind::uncertain:
        return "uncertain";
    }
    return "unknown";
}

} // namespace rondetafel::mail
