// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace rondetafel
{

/// Words, names and rows of keys that stand in every list of stolen passwords, in small letters with blanks
/// between. They count for nothing in a password's length, so the list also covers what people add to them:
/// "Welkom123456!".
std::string_view common_password_words();

} // namespace rondetafel
