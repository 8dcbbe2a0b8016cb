// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rondetafel
{

/// What git's own word diff says of two texts. Words are what stands between blanks.
struct GitWordDiff
{
    std::vector<bool> kept_before; ///< for each word of the old text
    std::vector<bool> kept_after;
    std::size_t changed = 0; ///< deleted and inserted words
};

/// Runs `git diff --no-index --word-diff=porcelain` on two files in the test's temporary folder.
GitWordDiff git_word_diff(const std::string& before, const std::string& after);

} // namespace rondetafel
