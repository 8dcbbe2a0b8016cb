// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace rondetafel
{

/// Which article of the old text each article of the new one is, and the other way round; by place in the
/// text.
struct Matches
{
    std::vector<std::optional<std::size_t>> in_after;  ///< for each article before
    std::vector<std::optional<std::size_t>> in_before; ///< for each article after

    void pair(std::size_t before_at, std::size_t after_at)
    {
        in_after[before_at] = after_at;
        in_before[after_at] = before_at;
    }
};

/// By id; then by equal words, those inside the same article first; then by likeness of at least 0.6, the
/// most alike first.
Matches match_articles(const CovenantText& before, const CovenantText& after);

/// By legal name, then registration, then short name.
Matches match_parties(const std::vector<PartyText>& before, const std::vector<PartyText>& after);

} // namespace rondetafel
