// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "text_index.hpp"

#include <rondetafel/domain/comparison.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::documents
{

/// Words of one look. All of them are plain text: whoever writes them into a file escapes them for that file.
struct Span
{
    std::string text;
    bool strong = false;
    bool emphasis = false;
    Change change = Change::equal;
    ArticleId reference;     ///< the piece that `text` cites; none: ordinary words
    bool line_break = false; ///< a new line instead of words
};
using Spans = std::vector<Span>;

/// A paragraph, list or table of a body.
struct Block
{
    enum class Kind
    {
        paragraph,
        bullets,
        numbers,
        table
    };
    Kind kind = Kind::paragraph;
    Spans spans;                           ///< of a paragraph
    int first = 1;                         ///< of a numbered list
    std::vector<std::vector<Block>> items; ///< of a list
    std::vector<std::vector<Spans>> rows;  ///< of a table; the first row is its head
};
using Blocks = std::vector<Block>;

/// The covenant whose pieces references cite, and whether a table may stand here.
struct Setting
{
    const TextIndex& text;
    bool tables = false; ///< they are for annexes and what stands inside them
};

/// A body taken apart. Markdown of other kinds than ours (links, code, headings, HTML) comes out as the words that were
/// typed, so nothing in it can do anything, and nothing that was typed is hidden.
Blocks read_marked(std::string_view markdown, const Setting& setting);

/// The same of a body with its changes, from the runs of a comparison. `setting.text` is the newer text, `older` says what
/// words that were deleted refer to. A table that differs is shown whole, the old one before the new.
Blocks read_changed(const std::vector<Run>& runs, const Setting& setting, const TextIndex& older);

/// One line (a heading) with its changes; no marks are read in it.
Spans changed_line(const std::vector<Run>& runs);

} // namespace rondetafel::documents
