// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/rounds.hpp>
#include <rondetafel/domain/merging.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// One remark of a round, to decide about.
struct RemarkDecision
{
    RoundView round;
    RemarkView remark;
    std::vector<Decision> earlier; ///< those that no longer count, oldest first
};
Result<RemarkDecision> show_remark(Context& context, const RemarkId& id);

/// Invalid "reason", "text" or "heading"; conflict "round.still_open", "round.concluded", or "changed.meanwhile" when
/// somebody else decided since `seen`.
struct Decide
{
    RemarkId remark;
    Outcome outcome = Outcome::not_taken_over;
    std::string reason;
    std::string heading;
    std::string text; ///< the adopted words, as edited_text; empty: none
    std::optional<DecisionId> seen;
};
Result<RoundId> decide(Context& context, const Decide& wish);

/// What the decisions make of the text.
struct MergeView
{
    RoundView round;
    Merged merged;
    std::vector<storage::StoredSettlement> settlements;
    Combined combined; ///< with what staff wrote in the working text meanwhile
    bool in_text = false; ///< the working text holds it already
};
Result<MergeView> show_merge(Context& context, const RoundId& id);

/// The words that settle an overlap. Invalid "heading" or "text"; conflict "round.concluded".
struct Settle
{
    RoundId round;
    ArticleId article;
    std::string heading;
    std::string text; ///< as edited_text
    int revision = 0;
};
Result<RoundId> settle(Context& context, const Settle& wish);

/// Puts what the decisions make of the text into the working text. Conflict "round.overlaps" as long as accepted amendments
/// are not settled, "round.stale" when one was written against another text, "round.working_text" when staff changed
/// the same article.
Result<RoundId> merge_into_text(Context& context, const RoundId& id);

/// Called when a version is issued or adopted: closed rounds are concluded, their decisions sealed, and every author gets
/// one letter. Conflict "round.overlaps", "round.stale" or "round.not_merged" when the decisions are not in the text.
Result<Done> conclude_rounds(Context& context, CovenantId covenant, VersionId issued);
/// Ends a round whose decisions leave the text as it is, so that no version follows; every author gets the letter.
/// Conflict "round.not_merged" when they do change it.
Result<RoundId> conclude_unchanged(Context& context, const RoundId& id);
/// Remarks of closed rounds that nobody decided about.
int open_remarks(Context& context, CovenantId covenant);

/// What a party said may be read under the article now. Pieces for letters: "artikel 3".
std::string place_of(const CovenantText& text, const Remark& remark);

} // namespace rondetafel::actions
