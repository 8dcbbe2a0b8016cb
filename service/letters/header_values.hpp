// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace rondetafel::letters
{

/// The gate for every value of a header; GMime prints some of them as they come. Each throws
/// std::invalid_argument naming `header`, never the value.

/// Free text: no control characters, valid UTF-8 not asked. A typed encoded word is broken up, and long words
/// of other than ASCII letters are cut in pieces, for GMime would write them as one word over the limit of
/// RFC 2047.
std::string header_text(std::string_view value, std::string_view header);
/// A mail address in the form that mail servers carry.
std::string header_address(std::string_view value, std::string_view header);
/// "left@right" without brackets, of characters that need no quotes.
std::string header_message_id(std::string_view value, std::string_view header);
/// Letters and digits from which boundaries are made.
std::string header_seed(std::string_view value);

} // namespace rondetafel::letters
