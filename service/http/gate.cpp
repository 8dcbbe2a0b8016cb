// SPDX-License-Identifier: EUPL-1.2
#include "gate.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace rondetafel::http
{

namespace
{

constexpr std::size_t target_bytes_max = 2048;

/// The few fields that decide about framing and address, gathered in one pass.
struct Framing
{
    bool transfer_encoding = false;
    bool trailer = false;
    int lengths = 0;
    int hosts = 0;
    const std::string* length = nullptr;
    const std::string* host = nullptr;
    const std::string* expect = nullptr;
};

Framing framing_of(const Fields& fields)
{
    Framing framing;
    for (const auto& [name, value] : fields)
    {
        if (same_name(name, "Host"))
            ++framing.hosts, framing.host = &value;
        else if (same_name(name, "Content-Length"))
            ++framing.lengths, framing.length = &value;
        else if (same_name(name, "Transfer-Encoding"))
            framing.transfer_encoding = true;
        else if (same_name(name, "Trailer") || same_name(name, "TE"))
            framing.trailer = true;
        else if (same_name(name, "Expect"))
            framing.expect = &value;
    }
    return framing;
}

bool is_length(const std::string& value)
{
    return !value.empty() && value.size() <= 18 &&
           std::all_of(value.begin(), value.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

bool is_target(const std::string& target)
{
    static constexpr std::string_view refused{"#\"<>\\^`{|}"};
    return target.size() <= target_bytes_max && target.starts_with('/') &&
           std::all_of(target.begin(), target.end(),
                       [](char byte) {
                           return byte >= 0x21 && byte <= 0x7e &&
                                  refused.find(byte) == std::string_view::npos;
                       });
}

bool is_known_host(const std::string& host, const std::vector<std::string>& hosts)
{
    return std::any_of(hosts.begin(), hosts.end(),
                       [&host](const auto& known) { return same_name(known, host); });
}

int refusal_of_length(const RequestHead& head, const Framing& framing)
{
    if (framing.lengths > 1)
        return 400;
    if (framing.length && !is_length(*framing.length))
        return 400;
    if ((head.method == "GET" || head.method == "HEAD") && framing.length && *framing.length != "0")
        return 400;
    return 0;
}

int refusal_of_address(const RequestHead& head, const Framing& framing, const GateRules& rules)
{
    if (framing.hosts != 1)
        return 400;
    if (!is_known_host(*framing.host, rules.hosts))
        return 421;
    if (framing.expect && !same_name(*framing.expect, "100-continue"))
        return 417;
    return is_target(head.target) ? 0 : 400;
}

int refusal_of(const RequestHead& head, const Framing& framing, const GateRules& rules)
{
    static constexpr std::array methods{"GET", "HEAD", "POST", "OPTIONS"};
    if (head.version != 10 && head.version != 11)
        return 505;
    if (framing.transfer_encoding)
        return 411;
    if (framing.trailer)
        return 400;
    if (const int refusal = refusal_of_length(head, framing))
        return refusal;
    if (const int refusal = refusal_of_address(head, framing, rules))
        return refusal;
    return std::find(methods.begin(), methods.end(), head.method) == methods.end() ? 405 : 0;
}

} // namespace

Verdict judge(const RequestHead& head, const GateRules& rules)
{
    const auto framing = framing_of(head.fields);
    Verdict verdict;
    verdict.refusal = refusal_of(head, framing, rules);
    if (verdict.refusal != 0 || !framing.length)
        return verdict;

    std::from_chars(framing.length->data(), framing.length->data() + framing.length->size(),
                    verdict.body_bytes);
    if (verdict.body_bytes > rules.body_bytes_max)
        verdict.refusal = 413;
    verdict.expects_continue = framing.expect != nullptr && head.version == 11;
    return verdict;
}

} // namespace rondetafel::http
