// SPDX-License-Identifier: EUPL-1.2
#include "message_check.hpp"

#include <stdexcept>
#include <string>

namespace rondetafel::mail
{
namespace
{

[[noreturn]] void refuse(const char* fault, std::size_t offset)
{
    throw std::logic_error(std::string("message not fit for SMTP: ") + fault + " at byte " +
                           std::to_string(offset));
}

} // namespace

void require_fit_for_smtp(std::string_view message)
{
    std::size_t line_start = 0;
    for (std::size_t at = 0; at < message.size(); ++at)
    {
        const auto byte = static_cast<unsigned char>(message[at]);
        if (byte == 0 || byte >= 0x80)
            refuse(byte == 0 ? "NUL" : "byte above 0x7f", at);
        if (byte == '\n')
            refuse("lone LF", at);
        if (byte == '\r')
        {
            if (at + 1 == message.size() || message[at + 1] != '\n')
                refuse("lone CR", at);
            ++at;
            line_start = at + 1;
        }
        else if (at - line_start >= line_bytes_max)
            refuse("line too long", at);
    }
    if (message.empty() || line_start != message.size())
        refuse("no CRLF at the end", message.size());
}

} // namespace rondetafel::mail
