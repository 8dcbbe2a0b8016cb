// SPDX-License-Identifier: EUPL-1.2
#include "characters.hpp"

#include <algorithm>
#include <array>

namespace rondetafel
{

namespace
{

struct CodePoint
{
    char32_t value;
    std::size_t bytes;
};

// A broken sequence is one byte that means nothing, so that every byte keeps its place.
CodePoint decoded(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(text[at + offset]); };
    const std::size_t bytes = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : byte(0) >= 0xC2 ? 2 : 1;
    if (bytes == 1 || at + bytes > text.size())
        return {0, 1};
    char32_t value = byte(0) & (0x7FU >> bytes);
    for (std::size_t next = 1; next < bytes; ++next)
    {
        if ((byte(next) & 0xC0U) != 0x80U)
            return {0, 1};
        value = (value << 6U) | (byte(next) & 0x3FU);
    }
    return {value, bytes};
}

struct Stretch
{
    char32_t first, last;
    CharacterKind kind;
    std::string_view key; ///< empty: as it is spelled
};

// In order; what stands between two stretches is a letter.
constexpr auto stretches = std::to_array<Stretch>({
    {0x0000, 0x007F, CharacterKind::other, {}}, // bytes that are no UTF-8
    {0x0080, 0x009F, CharacterKind::other, {}},       {0x00A0, 0x00A0, CharacterKind::blank, {}},
    {0x00A1, 0x00A9, CharacterKind::other, {}},       {0x00AB, 0x00AB, CharacterKind::other, "\""},
    {0x00AC, 0x00AC, CharacterKind::other, {}},       {0x00AD, 0x00AD, CharacterKind::invisible, {}},
    {0x00AE, 0x00B1, CharacterKind::other, {}},       {0x00B4, 0x00B4, CharacterKind::apostrophe, "'"},
    {0x00B6, 0x00B8, CharacterKind::other, {}},       {0x00BB, 0x00BB, CharacterKind::other, "\""},
    {0x00BF, 0x00BF, CharacterKind::other, {}},       {0x00D7, 0x00D7, CharacterKind::other, {}},
    {0x00F7, 0x00F7, CharacterKind::other, {}},       {0x1680, 0x1680, CharacterKind::blank, {}},
    {0x2000, 0x200A, CharacterKind::blank, {}},       {0x200B, 0x200F, CharacterKind::invisible, {}},
    {0x2010, 0x2011, CharacterKind::hyphen, "-"},     {0x2012, 0x2017, CharacterKind::other, {}},
    {0x2018, 0x201B, CharacterKind::apostrophe, "'"}, {0x201C, 0x201F, CharacterKind::other, "\""},
    {0x2020, 0x2027, CharacterKind::other, {}},       {0x2028, 0x2029, CharacterKind::blank, {}},
    {0x202A, 0x202E, CharacterKind::invisible, {}},   {0x202F, 0x202F, CharacterKind::blank, {}},
    {0x2030, 0x205E, CharacterKind::other, {}},       {0x205F, 0x205F, CharacterKind::blank, {}},
    {0x2060, 0x206F, CharacterKind::invisible, {}},   {0x20A0, 0x20CF, CharacterKind::other, {}},
    {0x2190, 0x2BFF, CharacterKind::other, {}},       {0x3000, 0x3000, CharacterKind::blank, {}},
    {0x3001, 0x3003, CharacterKind::other, {}},       {0x3008, 0x3020, CharacterKind::other, {}},
    {0xFEFF, 0xFEFF, CharacterKind::invisible, {}},
});

} // namespace

Character wide_character_at(std::string_view text, std::size_t at)
{
    const auto [value, bytes] = decoded(text, at);
    const auto spelled = text.substr(at, bytes);
    const auto* stretch = std::lower_bound(stretches.begin(), stretches.end(), value,
                                           [](const Stretch& one, char32_t code) { return one.last < code; });
    if (stretch == stretches.end() || value < stretch->first)
        return {CharacterKind::letter, bytes, spelled};
    return {stretch->kind, bytes, stretch->key.empty() ? spelled : stretch->key};
}

} // namespace rondetafel
