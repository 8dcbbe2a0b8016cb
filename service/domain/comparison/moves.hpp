// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

namespace rondetafel
{

/// `old_places` holds the old places of things that stand in a new order. Which of them moved: all but the
/// longest stretch of them that kept their order (the longest increasing subsequence), so that one that jumps
/// does not make its neighbours movers.
std::vector<bool> moved_among(const std::vector<std::size_t>& old_places);

} // namespace rondetafel
