// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/comparison.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::documents
{

/// A stretch of text with one change.
struct ChangedPiece
{
    std::string_view text;
    Change change = Change::equal;
};

/// Old and new words of a comparison woven into one text, with a mark where the change begins. The marks are cuneiform
/// punctuation, which no covenant holds and which the Markdown reader takes for punctuation, so that bold and italic next
/// to them are read as without them.
std::string with_change_marks(const std::vector<Run>& runs);
/// A text that can be read without being taken for one with changes.
std::string without_change_marks(std::string_view text);
/// Cuts a text at its marks; `now` is the change that holds at its beginning.
std::vector<ChangedPiece> by_change(std::string_view text, Change now);

} // namespace rondetafel::documents
