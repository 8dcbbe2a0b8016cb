// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace rondetafel::mail
{

/// The longest line without its CRLF (RFC 5322, 2.1.1).
inline constexpr std::size_t line_bytes_max = 998;

/// Throws std::logic_error naming the fault and its offset unless `message` is fit for SMTP: not empty, every
/// line ends in CRLF, no lone CR or LF, no NUL, bytes below 0x80, lines of at most `line_bytes_max`. libcurl
/// leaves
/// "\n.\n" as it is, which some servers take for the end of the message (SMTP smuggling).
void require_fit_for_smtp(std::string_view message);

} // namespace rondetafel::mail
