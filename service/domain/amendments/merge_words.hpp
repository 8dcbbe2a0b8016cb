// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace rondetafel
{

/// One text with the changes of all proposals in it, each written against `base`; nothing when two of them
/// touch or overlap and do not say the same. Ranges are closed: changes of neighbouring words touch, and so
/// do two insertions in one place. A change of noise only never stands in the way of words; of two of those
/// the first counts.
std::optional<std::string> merge_words(const std::string& base, const std::vector<std::string>& proposals);

} // namespace rondetafel
