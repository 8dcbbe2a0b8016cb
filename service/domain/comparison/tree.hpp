// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matching.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace rondetafel
{

/// The place of each article's parent, or none; an article whose parent does not stand before it is on the
/// first level.
std::vector<std::optional<std::size_t>> parents_of(const std::vector<Article>& articles);

/// A thing in both texts, or in one of them, by its place there.
struct Pair
{
    std::optional<std::size_t> before, after;
    bool moved = false;
};

/// Old and new things in one order: that of the new text, with what vanished after the sibling it stood
/// behind. Things are moved when their parent is another one or when their order among the siblings changed.
std::vector<Pair> in_one_order(const Matches& matches,
                               const std::vector<std::optional<std::size_t>>& parents_before,
                               const std::vector<std::optional<std::size_t>>& parents_after);

} // namespace rondetafel
