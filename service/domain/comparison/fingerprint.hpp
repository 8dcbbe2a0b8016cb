// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

namespace rondetafel
{

/// Stands for a word, a sign or a paragraph. Equal ones have equal fingerprints; unequal ones nearly always
/// have unequal ones, but a text can be made on purpose in which they have not: what must not go wrong looks
/// at the things themselves.
using Fingerprint = std::uint64_t;

constexpr Fingerprint fingerprint(std::string_view key)
{
    Fingerprint hash = 14695981039346656037U; // FNV-1a
    for (const char letter : key)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211U;
    return hash;
}

} // namespace rondetafel
