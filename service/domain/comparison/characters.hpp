// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace rondetafel
{

enum class CharacterKind
{
    letter, ///< and digits
    blank,
    invisible, ///< soft hyphen, zero width, byte order mark: never seen, never compared
    apostrophe,
    hyphen,
    mark, ///< asterisk, of bold and italic
    other ///< all other punctuation, and bytes that are no UTF-8
};

/// One character as it stands in a text, and what it is compared as.
struct Character
{
    CharacterKind kind = CharacterKind::other;
    std::size_t bytes = 1;
    std::string_view key; ///< a part of the text, or a plain quote or hyphen
};

constexpr CharacterKind plain_kind(char letter)
{
    if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
        (letter >= '0' && letter <= '9'))
        return CharacterKind::letter;
    switch (letter)
    {
    case ' ':
    case '\n':
    case '\r':
    case '\t':
        return CharacterKind::blank;
    case '\'':
        return CharacterKind::apostrophe;
    case '-':
        return CharacterKind::hyphen;
    case '*':
        return CharacterKind::mark;
    default:
        return CharacterKind::other;
    }
}

/// The kinds of the plain characters, which nearly all are.
inline constexpr auto plain_kinds = [] {
    std::array<CharacterKind, 128> kinds{};
    for (std::size_t letter = 0; letter < kinds.size(); ++letter)
        kinds[letter] = plain_kind(static_cast<char>(letter));
    return kinds;
}();

Character wide_character_at(std::string_view text, std::size_t at);

/// The character at `at`, which must lie inside the text.
inline Character character_at(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < plain_kinds.size() ? Character{plain_kinds[byte], 1, text.substr(at, 1)}
                                     : wide_character_at(text, at);
}

} // namespace rondetafel
