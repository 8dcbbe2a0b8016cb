// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>
#include <rondetafel/domain/comparison.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::documents
{

/// Words of one look by one author of tracked changes; the author is empty for words that were there.
struct WordPiece
{
    std::string text;
    bool strong = false;
    bool emphasis = false;
    Change change = Change::equal;
    std::string author;
};

struct WordComment
{
    std::string author;
    std::string text;
    std::string quote; ///< the (first) words it hangs on, as they were before the changes; empty: the place only
    std::string prefix;
    std::string suffix;
};

/// A paragraph of a Word file, a heading, an item of a list, or a whole table.
struct WordParagraph
{
    bool heading = false;
    bool table = false;   ///< then the text is a pipe table, without tracked changes
    std::string style;    ///< the name of the paragraph's style
    std::string article;  ///< the id in the style of its number, if there is one
    std::string list_mark; ///< "1. ", "a. " or "- " of a list that Word numbers itself
    std::vector<WordPiece> pieces;
    std::vector<WordComment> comments;

    /// As it was before all tracked changes, and with the changes of one author only.
    std::string before() const;
    std::vector<WordPiece> as_changed_by(const std::string& author) const;
    /// Everything that stands there, deleted words too.
    std::string all() const;
    bool has_changes_of(const std::string& author) const;
};

struct WordText
{
    std::string title;
    std::vector<WordParagraph> paragraphs;
    std::set<std::string> authors; ///< of tracked changes
    std::vector<WordComment> further_comments; ///< beyond the limit on comments, without place or quote
};

inline constexpr std::size_t word_paragraphs_max = 5'000;
inline constexpr std::size_t word_comments_max = 500;

std::string text_of(const std::vector<WordPiece>& pieces);

/// Reads pandoc's JSON (docx+styles, --track-changes=all). Problems on "file": "word.broken" when it is no such JSON,
/// "word.too_large" beyond the limit on paragraphs.
Result<WordText> read_word_paragraphs(std::string_view json);

} // namespace rondetafel::documents
