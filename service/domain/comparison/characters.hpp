// SPDX-License-Identifier: EUPL-1.2
#pragma once

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

/// The character at `at`, which must lie inside the text.
Character character_at(std::string_view text, std::size_t at);

} // namespace rondetafel
