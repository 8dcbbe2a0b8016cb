// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

Result<Done> may_decide(const Round& round)
{
    if (round.state == RoundState::concluded)
        return conflict("round.concluded");
    if (round.state != RoundState::closed)
        return conflict("round.still_open");
    return Done{};
}

std::optional<Decision> last_of(const std::vector<Decision>& decisions, RemarkId remark)
{
    std::optional<Decision> last;
    for (const auto& decision : decisions)
        if (decision.remark == remark)
            last = decision;
    return last;
}

/// Typed words of a decision or settlement as source text, judged against the article they are for.
struct AdoptedWords
{
    std::string heading;
    std::string text;
};
Result<AdoptedWords> words_for(Context& context, const CovenantText& text, const Article& article, const std::string& heading,
                        const std::string& typed)
{
    const auto pieces = read_article(text, article, heading, typed, *context.installation.randomness);
    if (!pieces)
        return pieces.error();
    auto amended = text;
    if (find_article(text, article.id) != nullptr)
        replace_branch(amended, *pieces);
    else
        amended.articles.insert(amended.articles.end(), pieces->begin(), pieces->end());
    return AdoptedWords{pieces->front().heading, source_text(amended, article.id)};
}

/// The article a remark's words would stand in.
Article article_of(const CovenantText& text, const Remark& remark)
{
    const auto& amendment = remark.amendment;
    const bool insertion = remark.kind == RemarkKind::amendment && amendment.deed == AmendmentDeed::insert;
    if (insertion)
        return {amendment.inserted, {}, amendment.kind, amendment.heading, {}};
    const auto* const article = find_article(text, amendment.article);
    return article == nullptr ? Article{} : *article;
}

} // namespace

Result<RemarkDecision> show_remark(Context& context, const RemarkId& id)
{
    const auto remark = context.records.reactions.find_remark(id);
    const auto reaction = remark ? context.records.reactions.find(remark->reaction) : std::nullopt;
    if (!reaction)
        return not_found("remark");
    auto round = show_round(context, reaction->round);
    if (!round)
        return round.error();
    const auto found = std::find_if(round->remarks.begin(), round->remarks.end(),
                                    [&](const RemarkView& view) { return view.remark.id == id; });
    if (found == round->remarks.end())
        return not_found("remark");
    RemarkDecision view{*round, *found, {}};
    for (const auto& decision : context.records.reactions.decisions_of(reaction->round))
        if (decision.remark == id && decision.id != view.remark.decision->id) // the last one is among them
            view.earlier.push_back(decision);
    return view;
}

Result<RoundId> decide(Context& context, const Decide& wish)
{
    const auto remark = context.records.reactions.find_remark(wish.remark);
    const auto reaction = remark ? context.records.reactions.find(remark->reaction) : std::nullopt;
    if (!reaction || !remark->asks_decision())
        return not_found("remark");
    context.records.rounds.take_turn(reaction->round);
    const auto round = context.records.rounds.find(reaction->round).value();
    if (auto may = may_decide(round); !may)
        return may.error();
    const auto last = last_of(context.records.reactions.decisions_of(round.id), remark->id);
    if ((last ? std::optional(last->id) : std::nullopt) != wish.seen)
        return conflict("changed.meanwhile");
    Decision decision;
    decision.remark = remark->id;
    decision.outcome = wish.outcome;
    decision.reason = wish.reason;
    decision.decided_by = context.actor.display_name();
    decision.decided_at = context.now;
    decision.text = wish.text; // judged as typed first, so that a missing reason is named beside wrong words
    if (auto checked = check_decision(decision, *remark); !checked)
        return checked.error();
    const bool has_words = changes_text(wish.outcome) && !is_blank(wish.text);
    decision.text.clear();
    if (has_words)
    {
        const auto text = read_canonical(context.records.versions.find(round.version).value().canonical);
        const auto words = words_for(context, text, article_of(text, *remark), wish.heading, wish.text);
        if (!words)
            return words.error();
        decision.heading = words->heading;
        decision.text = words->text;
    }
    const auto account = context.actor.account ? std::optional(context.actor.account->id) : std::nullopt;
    context.records.reactions.add_decision(decision, account);
    write_round_event(context, "remark.decided", round, std::string(word(wish.outcome)));
    return round.id;
}

Result<RoundId> settle(Context& context, const Settle& wish)
{
    context.records.rounds.take_turn(wish.round);
    const auto round = context.records.rounds.find(wish.round);
    if (!round)
        return not_found("round");
    if (auto may = may_decide(*round); !may)
        return may.error();
    const auto text = read_canonical(context.records.versions.find(round->version).value().canonical);
    const auto* const article = find_article(text, wish.article);
    if (article == nullptr || article->parent)
        return not_found("article");
    const auto words = words_for(context, text, *article, wish.heading, wish.text);
    if (!words)
        return words.error();
    context.records.reactions.save(storage::StoredSettlement{
        round->version, {wish.article, words->heading, words->text}, context.actor.display_name(), context.now,
        wish.revision});
    write_round_event(context, "overlap.settled", *round, citation(text, wish.article));
    return round->id;
}

} // namespace rondetafel::actions
