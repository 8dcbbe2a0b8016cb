// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/language.hpp>

namespace rondetafel
{

std::string code(Language language)
{
    switch (language)
    {
    case Language::en:
        return "en";
    case Language::pl:
        return "pl";
    default:
        return "nl";
    }
}

std::optional<Language> language_from(std::string_view text)
{
    for (const auto language : languages)
        if (code(language) == text)
            return language;
    return std::nullopt;
}

} // namespace rondetafel
