// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "outline.hpp"
#include "word_paragraphs.hpp"

#include <string>
#include <vector>

namespace rondetafel::documents
{

/// One paragraph of an article as people edit it, with the place it takes there.
struct ArticleLine
{
    enum class Role
    {
        heading,
        body,
        bullet,   ///< of a list in a body
        number,   ///< of a numbered list in a body
        member,   ///< begins a member
        part,     ///< begins a part of a member
        own_part, ///< begins a part that stands in the article itself
        definition,
        more_of_member, ///< a further paragraph of it
        more_of_part,
        table
    };
    Role role = Role::body;
    std::string markdown; ///< without its number; references as {id}
    std::string words;    ///< as it reads, with its number, without noise
    std::string bare;     ///< the same without its number
    std::vector<std::pair<std::string, ArticleId>> references; ///< citation as it reads, and what it cites
};

/// The lines of a first-level article of a version, heading first when its kind has one.
std::vector<ArticleLine> lines_of(const CovenantText& text, const ArticleId& article);

/// Lines as source_text has them (the heading is not among them).
std::string typed(const std::vector<ArticleLine>& lines);

/// Spans and Word pieces as the Markdown that reads the same.
std::string markdown_of(const Spans& spans);
std::string markdown_of(const std::vector<WordPiece>& pieces);

} // namespace rondetafel::documents
