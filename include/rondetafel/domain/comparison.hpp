// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel
{

enum class Change
{
    equal,
    inserted,
    deleted
};

/// A stretch of words. Equal words may be spelled differently where only noise differs, so both spellings are kept: all
/// `before` joined give the old text, all `after` the new one, byte for byte. Noise is blanks and line ends inside a
/// paragraph, straight or curly quotes, no-break spaces and hyphens, marks of bold and italic (a page shows words, not
/// marks), and the number or bullet of a list item. Capitals, signs and the breaks between paragraphs are not noise.
struct Run
{
    Change change = Change::equal;
    std::string before; ///< empty for inserted words
    std::string after;  ///< empty for deleted words

    friend bool operator==(const Run&, const Run&) = default;
};

/// Compares two texts word by word; never cuts a word, and takes a reference {id} for one. A paragraph of which more than
/// 0.6 changed is one deletion and one insertion, unless it was split, joined, extended or shortened. Time is proportional
/// to the length of both texts, whatever they are.
std::vector<Run> compare_words(std::string_view before, std::string_view after);
/// Whether the runs hold a difference that a reader would call one.
bool differs(const std::vector<Run>& runs);

enum class Fate
{
    equal,   ///< no change, wherever it stands now
    changed, ///< same id, other words
    inserted,
    deleted
};

/// What became of one article, member, part, definition or annex. The words of `before` and `after` stand in `heading` and
/// `body` once more, as runs; of a new one all are inserted, of a vanished one all deleted.
struct ArticleChange
{
    Fate fate = Fate::equal;
    std::optional<Article> before;
    std::optional<Article> after;
    std::string number_before; ///< empty when it was not there
    std::string number_after;
    std::size_t place_before = 0; ///< where it stood among all articles, from 0; of a new one without meaning
    std::size_t place_after = 0;
    bool moved = false;      ///< stands in another order or under another parent; never because of what moved around it
    bool renumbered = false; ///< another number though it did not move; no change of text
    std::vector<Run> heading;
    std::vector<Run> body;
};

struct PartyChange
{
    Fate fate = Fate::equal;
    std::optional<PartyText> before;
    std::optional<PartyText> after;
    std::size_t place_before = 0; ///< among the parties, from 0
    std::size_t place_after = 0;
};

/// Two texts compared: articles matched by id, then by equal text, then by likeness of at least 0.6; parties by legal name,
/// then registration, then short name.
struct Comparison
{
    std::vector<Run> title;
    std::vector<PartyChange> parties;    ///< in the new order; parties that left come where they stood
    std::vector<ArticleChange> articles; ///< in the new order; deleted ones come where they stood

    /// How many first-level articles changed (their own words or something inside them), are new, vanished, moved or are
    /// the same. A moved article counts as moved, and as changed too when its words changed.
    struct Sums
    {
        int changed = 0, inserted = 0, deleted = 0, moved = 0, equal = 0;
    };
    Sums sums() const;
};

Comparison compare(const CovenantText& before, const CovenantText& after);
/// The old and the new text, rebuilt from nothing but the comparison: all words come from the runs.
CovenantText before_of(const Comparison& comparison);
CovenantText after_of(const Comparison& comparison);

} // namespace rondetafel
