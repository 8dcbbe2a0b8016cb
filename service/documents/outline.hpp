// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marked_text.hpp"

#include <string>
#include <vector>

namespace rondetafel::documents
{

/// One thing that stands in a covenant as it is read, in reading order. Page, PDF, Word file and plain words are all
/// written from this, so that they cannot say different things.
struct Piece
{
    enum class Kind
    {
        title,
        heading, ///< "Artikel 3" with its heading, "Overwegend dat:", "Bijlage 1", "Ondertekening"
        lead,    ///< a sentence of the frame: "Komen het volgende overeen:"
        body,    ///< the body of an article or annex, under its heading
        item,    ///< a party, consideration, member, part or definition
        line     ///< a line of the signature block that is filled in by hand: "Plaats en datum:"
    };
    Kind kind = Kind::body;
    int depth = 0;      ///< of an item: 0 on the first level or in an article, 1 inside another item
    std::string number; ///< with its point as it reads: "Artikel 3", "1.", "b."; empty where there is none
    Change change = Change::equal; ///< of the number: the piece is new or gone as a whole
    Spans words;        ///< title, heading, lead, or the term of a definition
    Blocks blocks;      ///< body, item
    ArticleId article;
};
using Outline = std::vector<Piece>;

Outline outline_of(const CovenantText& text);
/// One first-level article with everything inside it; empty when there is none of that id.
Outline outline_of(const CovenantText& text, const ArticleId& article);
/// A whole comparison; what is equal stands there without marks.
Outline outline_of(const Comparison& comparison);
/// One piece of a comparison, with the texts that its references cite.
Outline outline_of(const ArticleChange& change, const TextIndex& newer, const TextIndex& older);

} // namespace rondetafel::documents
