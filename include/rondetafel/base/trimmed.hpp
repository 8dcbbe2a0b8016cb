// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace rondetafel
{

/// The part of `text` between the blanks, tabs and line ends at both ends; valid as long as `text` is.
constexpr std::string_view trimmed_part(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// A copy of that part.
inline std::string trimmed(std::string_view text) { return std::string(trimmed_part(text)); }

} // namespace rondetafel
