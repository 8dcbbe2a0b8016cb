// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "edit_script.hpp"
#include "tokens.hpp"

namespace rondetafel
{

/// What to delete and insert to make one text the other, in tokens. Equal paragraphs are found first, and
/// only what stands between them is compared word by word, as git does with lines. Tokens are taken for equal
/// when their fingerprints are. The time is at most proportional to the length of both texts. What can be
/// inserted or deleted in several places stands in the last of them.
std::vector<Edit> text_script(const TokenText& before, const TokenText& after);

} // namespace rondetafel
