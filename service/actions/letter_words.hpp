// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/letters.hpp>

#include <string>

namespace rondetafel::actions
{

/// A letter's words as lines "name=value" for its row in the outbox, and back. Line ends in a value become
/// blanks; lines that nobody knows are passed over.
std::string to_lines(const LetterWords& words);
LetterWords letter_words(const std::string& lines);

} // namespace rondetafel::actions
