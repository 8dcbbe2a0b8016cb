// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace rondetafel
{

/// The one word of each value of an enum, the same in the database, in forms and in catalogue keys.
/// Specialise with `static constexpr std::pair<Enum, std::string_view> all[]`.
template <class Enum>
struct Words;

template <class Enum>
constexpr std::string_view word(Enum value)
{
    for (const auto& [candidate, text] : Words<Enum>::all)
        if (candidate == value)
            return text;
    return {};
}

template <class Enum>
constexpr std::optional<Enum> from_word(std::string_view text)
{
    for (const auto& [candidate, name] : Words<Enum>::all)
        if (name == text)
            return candidate;
    return std::nullopt;
}

} // namespace rondetafel
