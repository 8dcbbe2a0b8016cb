// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tokens.hpp"

#include <rondetafel/domain/comparison.hpp>

namespace rondetafel
{

/// As compare_words, with references taken as equal when they point to the same article under another id.
std::vector<Run> compare_words(std::string_view before, std::string_view after, const SameArticles& same);

} // namespace rondetafel
