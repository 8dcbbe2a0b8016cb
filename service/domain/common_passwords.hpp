// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace rondetafel
{

/// Words, names and rows of keys that stand in every list of stolen passwords, in small letters. They count
/// for nothing in a password's length, so the list also covers what people add to them: "Welkom123456!".
std::span<const std::string_view> common_password_words();

} // namespace rondetafel
