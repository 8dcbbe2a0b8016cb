// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/domain/word_imports.hpp>

#include <string>
#include <string_view>

namespace rondetafel::documents
{

/// What a partner's Word file says about the version it was made from: per article and author one amendment, and comments
/// with the words they hang on. Articles are found by the style that word_source gave their number, else by their heading
/// or text. Changes that were not tracked count too, with an empty author. Numbers and noise (spaces, quotes) are no
/// change. `pandoc_json` is what unpress gives; Problems on "file" as read_word_paragraphs.
Result<UnderstoodReaction> read_reaction(std::string_view pandoc_json, const CovenantText& version, Randomness& randomness);

/// A covenant that begins as a Word file, as Markdown for read_covenant_file: "Artikel 1 …" headings, members "1.", parts
/// "a.", all tracked changes accepted.
Result<std::string> word_as_covenant_file(std::string_view pandoc_json);

/// How an understood reaction is kept in its row, and read back. Throws std::invalid_argument when it is something else.
std::string write_understood(const UnderstoodReaction& reaction);
UnderstoodReaction read_understood(std::string_view text);

} // namespace rondetafel::documents
