// SPDX-License-Identifier: EUPL-1.2
#include "utf8.hpp"

#include <cstddef>

namespace rondetafel::http
{

namespace
{

/// What may follow a leading byte: how many bytes, and the range of the first of them (RFC 3629, table 4).
struct Sequence
{
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xbf;
};

Sequence sequence_of(unsigned char lead)
{
    if (lead >= 0xc2 && lead <= 0xdf)
        return {2};
    if (lead == 0xe0)
        return {3, 0xa0, 0xbf};
    if (lead == 0xed)
        return {3, 0x80, 0x9f};
    if (lead >= 0xe1 && lead <= 0xef)
        return {3};
    if (lead == 0xf0)
        return {4, 0x90, 0xbf};
    if (lead >= 0xf1 && lead <= 0xf3)
        return {4};
    if (lead == 0xf4)
        return {4, 0x80, 0x8f};
    return {};
}

} // namespace

bool is_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();)
    {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80)
        {
            ++at;
            continue;
        }
        const auto sequence = sequence_of(lead);
        if (sequence.length == 0 || text.size() - at < sequence.length)
            return false;
        for (std::size_t next = 1; next < sequence.length; ++next)
        {
            const auto byte = static_cast<unsigned char>(text[at + next]);
            const auto low = next == 1 ? sequence.low : 0x80;
            const auto high = next == 1 ? sequence.high : 0xbf;
            if (byte < low || byte > high)
                return false;
        }
        at += sequence.length;
    }
    return true;
}

} // namespace rondetafel::http
