// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include "../covenants/drafting.hpp"

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

std::vector<Remark> remarks_of(const RoundView& view)
{
    std::vector<Remark> remarks;
    for (const auto& row : view.remarks)
        remarks.push_back(row.remark);
    return remarks;
}

std::map<RemarkId, Decision> decisions_of(const RoundView& view)
{
    std::map<RemarkId, Decision> decisions;
    for (const auto& row : view.remarks)
        if (row.decision)
            decisions[row.remark.id] = *row.decision;
    return decisions;
}

std::set<ArticleId> settled_in(const std::vector<storage::StoredSettlement>& settlements)
{
    std::set<ArticleId> settled;
    for (const auto& row : settlements)
        settled.insert(row.settlement.article);
    return settled;
}

/// Saves what became of each article that is not as it was.
void write_saves(Context& context, CovenantId covenant, const CovenantText& before, const CovenantText& after)
{
    for (const auto& article : after.articles)
        if (!article.parent && branch(before, article.id) != branch(after, article.id))
            write_save(context, covenant, storage::SaveVerb::replaced, branch(after, article.id));
    for (const auto& article : before.articles)
        if (!article.parent && find_article(after, article.id) == nullptr)
            write_save(context, covenant, storage::SaveVerb::removed, branch(before, article.id));
}

std::optional<Problem> obstacle(const MergeView& view)
{
    if (!view.merged.overlaps.empty())
        return conflict("round.overlaps");
    if (!view.merged.stale.empty() || !view.merged.unreadable.empty())
        return conflict("round.stale");
    if (!view.combined.conflicts.empty())
        return conflict("round.working_text");
    return std::nullopt;
}

/// Nothing about the round changes any more, and each author gets one letter.
void conclude(Context& context, Round round, VersionId carrying)
{
    context.records.reactions.seal_decisions(round.id, carrying);
    round.state = RoundState::concluded;
    context.records.rounds.save(round);
    for (const auto& consultee : context.records.rounds.consultees_of(round.id))
        if (consultee.invited_at && !consultee.withdrawn_at && has_own_remarks(context, round, consultee))
            queue_round_letter(context, LetterKind::reaction_decisions, round, consultee, occasion_of(round), true);
    write_round_event(context, "round.concluded", round);
}

} // namespace

Merged merged_of(Context& context, const RoundView& view)
{
    std::vector<Settlement> settlements;
    for (auto& row : context.records.reactions.settlements_of(view.version.id))
        settlements.push_back(std::move(row.settlement));
    DerivedRandomness randomness(view.version.sha256);
    return merge(view.text, accepted_amendments(view.text, remarks_of(view), decisions_of(view)), settlements, randomness);
}

Result<MergeView> show_merge(Context& context, const RoundId& id)
{
    auto round = show_round(context, id);
    if (!round)
        return round.error();
    MergeView view{std::move(*round), {}, {}, {}, false};
    view.merged = merged_of(context, view.round);
    view.settlements = context.records.reactions.settlements_of(view.round.version.id);
    // What merging put into the working text before is no work of staff.
    const auto put = context.records.reactions.merged_text(view.round.version.id);
    const auto base = put ? read_canonical(put->canonical) : view.round.text;
    const auto& working = view.round.covenant.text;
    view.combined = combine(base, view.merged.text, working, settled_in(view.settlements));
    view.in_text = view.combined.text.articles == working.articles && view.combined.conflicts.empty();
    return view;
}

Result<RoundId> merge_into_text(Context& context, const RoundId& id)
{
    context.records.rounds.take_turn(id);
    const auto view = show_merge(context, id);
    if (!view)
        return view.error();
    const auto& round = view->round.round;
    if (round.state == RoundState::concluded)
        return conflict("round.concluded");
    if (round.state != RoundState::closed)
        return conflict("round.still_open");
    if (const auto problem = obstacle(*view))
        return *problem;
    if (auto open = covenant_to_change(context, round.covenant); !open)
        return open.error();
    context.records.covenants.take_turn(round.covenant);
    write_saves(context, round.covenant, view->round.covenant.text, view->combined.text);
    // Against the articles as they were read: what a colleague saved since is not written over.
    context.records.drafts.replace(round.covenant, view->combined.text.articles, view->round.covenant.articles,
                                   context.now);
    const auto before = context.records.reactions.merged_text(round.version);
    context.records.reactions.save(storage::MergedText{round.version, canonical(view->merged.text),
                                                       context.actor.display_name(), context.now,
                                                       before ? before->revision : 0});
    write_round_event(context, "round.merged", round);
    return round.id;
}

Result<Done> conclude_rounds(Context& context, CovenantId covenant, VersionId issued)
{
    for (const auto& found : context.records.rounds.of(covenant))
    {
        if (found.state != RoundState::closed)
            continue;
        context.records.rounds.take_turn(found.id); // no decision slips in between looking and sealing
        const auto round = context.records.rounds.find(found.id).value();
        if (round.state != RoundState::closed)
            continue;
        const auto view = show_merge(context, round.id);
        if (!view)
            return view.error();
        if (const auto problem = obstacle(*view))
            return *problem;
        if (!view->in_text)
            return conflict("round.not_merged");
        conclude(context, round, issued);
    }
    return Done{};
}

Result<RoundId> conclude_unchanged(Context& context, const RoundId& id)
{
    context.records.rounds.take_turn(id);
    const auto view = show_merge(context, id);
    if (!view)
        return view.error();
    if (view->round.round.state != RoundState::closed)
        return conflict(view->round.round.state == RoundState::concluded ? "round.concluded" : "round.still_open");
    if (const auto problem = obstacle(*view))
        return *problem;
    if (view->merged.text.articles != view->round.text.articles)
        return conflict("round.not_merged");
    conclude(context, view->round.round, view->round.version.id);
    return id;
}

int open_remarks(Context& context, CovenantId covenant)
{
    int open = 0;
    for (const auto& round : context.records.rounds.of(covenant))
        if (round.state == RoundState::closed)
            if (const auto view = show_round(context, round.id))
                open += view->undecided();
    return open;
}

} // namespace rondetafel::actions
