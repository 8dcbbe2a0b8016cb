// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

/// What the round before left without an answer: nobody decided, or the decision was to look at it again.
std::vector<Remark> left_over(Context& context, RoundId round)
{
    const auto decisions = standing_decisions(context.records.reactions.decisions_of(round));
    auto remarks = context.records.reactions.remarks_of(round);
    std::erase_if(remarks, [&](const Remark& remark) {
        const auto decision = decisions.find(remark.id);
        return !remark.asks_decision() ||
               (decision != decisions.end() && decision->second.outcome != Outcome::carried_over);
    });
    return remarks;
}

Remark rebased(const Remark& old, const CovenantText& old_text, const CovenantText& text)
{
    auto remark = old;
    remark.carried_from = old.id;
    const auto& article = old.amendment.article;
    const bool there = !article || find_article(text, article) != nullptr;
    if (old.kind == RemarkKind::amendment && there)
    {
        const auto moved = rebase(old.amendment, old_text, text);
        remark.amendment = moved.amendment;
        remark.look_again = moved.look_again;
    }
    else
        remark.look_again =
            !there || (!old.quote.empty() &&
                       !find_quote(edited_text(text, article), old.quote, old.prefix, old.suffix));
    return remark;
}

/// The person who wrote it, as somebody who is asked in this round too.
std::optional<ConsulteeId> same_person(Context& context, const Round& round, const std::optional<ConsulteeId>& before)
{
    const auto old = before ? context.records.rounds.find_consultee(*before) : std::nullopt;
    if (old)
        for (const auto& consultee : context.records.rounds.consultees_of(round.id))
            if (consultee.contact == old->contact)
                return consultee.id;
    return std::nullopt;
}

/// A party that is not asked again keeps what it said.
Reaction reaction_for(Context& context, const Round& round, CovenantPartyId party)
{
    if (auto reaction = context.records.reactions.of(round.id, party))
        return *reaction;
    Reaction reaction;
    reaction.round = round.id;
    reaction.party = party;
    reaction.id = context.records.reactions.add(reaction);
    return reaction;
}

} // namespace

void carry_over(Context& context, const Round& round)
{
    const auto before = round_before(context, round);
    if (!before || before->state != RoundState::concluded)
        return;
    const auto text_of = [&](VersionId version) {
        return read_canonical(context.records.versions.find(version).value().canonical);
    };
    const auto old_text = text_of(before->version);
    const auto text = text_of(round.version);
    for (const auto& old : left_over(context, before->id))
    {
        auto remark = rebased(old, old_text, text);
        const auto reaction = context.records.reactions.find(old.reaction).value();
        const auto party = reaction.party;
        remark.carried_openly = before->visibility == Visibility::open && (reaction.given_at.has_value() || old.carried_openly);
        remark.reaction = reaction_for(context, round, party).id;
        remark.consultee = same_person(context, round, old.consultee);
        context.records.reactions.add_remark(remark);
    }
}

} // namespace rondetafel::actions
