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
    remove, ///< of the article with all in it
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
    ArticleId inserted; ///< insert: the id the new article gets
    ArticleKind kind = ArticleKind::article; ///< insert: consideration, article or annex
    std::string base_sha256; ///< change, remove: branch_sha256 of `article` when it was written
    std::string heading;
    std::string text; ///< as source_text: references as {id}
};

/// Accepted amendments that touch the same words, of which one removes what another changes or moves, that move one article
/// to different places, or that wait for each other (a behind b, b behind a).
struct Overlap
{
    ArticleId article;
    std::vector<RemarkId> amendments;
};

/// A text somebody wrote to settle an overlap; it stands for all accepted amendments on its article, stale ones too. Empty
/// heading and text: the article goes. A move on which all agree is still carried out; where moves contradict each other
/// the article stays where it is.
struct Settlement
{
    ArticleId article;
    std::string heading;
    std::string text;
};

struct Merged
{
    CovenantText text;             ///< with everything that could be applied; overlapping articles stand as they were
    std::vector<Overlap> overlaps; ///< never silent: whatever is not in `text` stands here or in the two lists below
    std::vector<RemarkId> applied;
    std::vector<RemarkId> stale;      ///< written against another text of their article, or their place is not there
    std::vector<RemarkId> unreadable; ///< what would come out is no article: a reference to nothing, too long, HTML
};

/// Applies accepted amendments to the text they were written against. Changes of the same article are merged word by word;
/// those that touch or overlap (closed intervals) are an Overlap unless they say the same. New and moved articles for one
/// place stand there in the order of `accepted`; equal ones come once. Insertions and moves do not depend on the words of
/// the article they name. The id of a new member follows from the first bytes of `randomness`, from its
/// article in `base` and from its own words, not from what else is accepted.
Merged merge(const CovenantText& base, const std::vector<Amendment>& accepted, const std::vector<Settlement>& settlements,
             Randomness& randomness);

/// An undecided amendment carried over to the next version. When other words of its article changed meanwhile, its text is
/// the new one with its own changes in it. When the same words changed, when nothing of it is left to do, or when its
/// article or place is gone, it is to be looked at again; it then keeps its text and its hash, so that it stays stale
/// for `merge` until somebody did.
struct Rebased
{
    Amendment amendment;
    bool look_again = false;
};
Rebased rebase(const Amendment& amendment, const CovenantText& old_base, const CovenantText& new_base);

} // namespace rondetafel
