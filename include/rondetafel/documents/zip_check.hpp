// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>

#include <cstdint>
#include <string_view>

namespace rondetafel::documents
{

/// What a Word file may hold before any program opens it. The largest covenant we know is a tenth of this.
struct ZipLimits
{
    std::uint64_t entries = 2'000;
    std::uint64_t entry_bytes = std::uint64_t{48} * 1024 * 1024;
    std::uint64_t all_bytes = std::uint64_t{64} * 1024 * 1024;
    std::uint64_t ratio = 120; ///< unpacked to packed, for entries of more than a megabyte
};

/// Looks into a zip in memory without trusting what it says of itself: everything is unpacked once, counted and dropped.
/// Refuses on `field`: "word.not_word" (no zip, no Word document in it, encrypted), "word.broken" (checksums, directory,
/// names that lead outside or stand twice), "word.too_large" (a limit).
Result<Done> check_word_zip(std::string_view bytes, std::string_view field = "file", const ZipLimits& limits = {});

} // namespace rondetafel::documents
