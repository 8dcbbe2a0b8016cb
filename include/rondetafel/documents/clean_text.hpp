// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace rondetafel::documents
{

/// What a person typed, as one line that cannot forge anything in the file or letter it lands in: control
/// characters, line ends, and the marks that turn the direction of reading become blanks or vanish, blanks
/// collapse, bytes that are no UTF-8 become U+FFFD.
std::string one_line(std::string_view text);

/// The same for a text of several lines: line ends become a single LF, at most one empty line in a row.
std::string several_lines(std::string_view text);

} // namespace rondetafel::documents
