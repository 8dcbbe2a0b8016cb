// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <string>
#include <vector>

namespace rondetafel
{

enum class AmendmentDeed
{
    change, ///< the full new text of one first-level article
    insert, ///< a new article after `article`, or at the start of its kind when that is empty
    remove,
    move ///< `article` goes to stand after `place`, or first of its kind when that is empty
};

template <>
struct Words<AmendmentDeed>
{
    static constexpr std::pair<AmendmentDeed, std::string_view> all[] = {
        {AmendmentDeed::change, "change"},
        {AmendmentDeed::insert, "insert"},
        {AmendmentDeed::remove, "remove"},
        {AmendmentDeed::move, "move"}};
};

/// Other words for one first-level article, against the text it was written for.
struct Amendment
{
    RemarkId id;
    AmendmentDeed deed = AmendmentDeed::change;
    ArticleId article;
    ArticleId place;
    ArticleId inserted;      ///< insert: the id the new article gets
    ArticleKind kind = ArticleKind::article; ///< insert: consideration, article or annex
    std::string base_sha256; ///< branch_sha256 of `article` when it was written
    std::string heading;
    std::string text; ///< as source_text: references as {id}
};

/// Accepted amendments that touch the same words, or of which one removes what another changes.
struct Overlap
{
    ArticleId article;
    std::vector<RemarkId> amendments;
};

/// A text somebody wrote to settle an overlap; it stands for all accepted amendments on its article.
struct Settlement
{
    ArticleId article;
    std::string heading;
    std::string text;
};

struct Merged
{
    CovenantText text;             ///< with everything that could be applied; overlapping articles stand as they were
    std::vector<Overlap> overlaps; ///< never silent: whatever is not in `text` stands here or in `stale`
    std::vector<RemarkId> applied;
    std::vector<RemarkId> stale; ///< written against another text of their article
};

/// Applies accepted amendments to the text they were written against. Changes of the same article are merged word by word;
/// those that touch or overlap (closed intervals) are an Overlap unless they say the same. `randomness` names new members.
Merged merge(const CovenantText& base, const std::vector<Amendment>& accepted, const std::vector<Settlement>& settlements,
             Randomness& randomness);

/// An undecided amendment carried over to the next version.
struct Rebased
{
    Amendment amendment;
    bool look_again = false; ///< its words changed meanwhile; the amendment keeps its own text
};
Rebased rebase(const Amendment& amendment, const CovenantText& old_base, const CovenantText& new_base);

} // namespace rondetafel
