// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace rondetafel
{

/// The languages Rondetafel speaks. Partner pages and letters know all three, staff pages Dutch and English.
enum class Language
{
    nl,
    en,
    pl
};

inline constexpr std::array languages{Language::nl, Language::en, Language::pl};

/// "nl", "en", "pl".
std::string code(Language language);
std::optional<Language> language_from(std::string_view code);

} // namespace rondetafel
