// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

Result<storage::Link> link_of(Context& context, const std::string& token)
{
    const auto lookup = link_lookup(*context.installation.keys, token);
    if (!lookup)
        return not_found("link");
    const auto link = context.records.links.find(*lookup);
    if (!link || link->revoked_at || link->expires_at <= context.now)
        return not_found("link");
    return *link;
}

void add_remarks(Context& context, ReactionPage& page)
{
    const auto reactions = context.records.reactions.of(page.round.id);
    const auto decisions = standing_decisions(context.records.reactions.decisions_of(page.round.id));
    // Decisions are told when the next version is issued; until then they may still be revised.
    const bool told = page.round.state == RoundState::concluded;
    for (const auto& remark : context.records.reactions.remarks_of(page.round.id))
    {
        const auto reaction = std::find_if(reactions.begin(), reactions.end(), [&](const Reaction& candidate) {
            return candidate.id == remark.reaction;
        });
        if (!remark.stands() || !may_read(page.round, *reaction, remark, page.party.id))
            continue;
        const auto decision = decisions.find(remark.id);
        page.remarks.push_back({remark, reaction->party,
                                told && decision != decisions.end() ? std::optional(decision->second) : std::nullopt});
    }
    for (const auto& party : context.records.covenants.parties_of(page.round.covenant, true))
        if (std::any_of(page.remarks.begin(), page.remarks.end(),
                        [&](const RemarkView& view) { return view.party == party.id; }))
            page.names[party.id] = name_of(party);
}

void add_people(Context& context, ReactionPage& page)
{
    for (const auto& other : context.records.rounds.consultees_of(page.round.id))
    {
        if (other.party != page.party.id || other.withdrawn_at)
            continue;
        if (other.id != page.consultee.id)
            page.colleagues.push_back(other);
        if (page.party.speaker == other.contact)
            page.speaker = full_name(other.name);
    }
    page.may_hand_in = page.speaker.empty() || page.party.speaker == page.consultee.contact;
}

Hand hand_of(const ReactionPage& page)
{
    return {full_name(page.consultee.name), page.consultee.id, ReactionSource::link,
            page.window == ReactionWindow::late};
}

/// The page when something may still be said.
Result<ReactionPage> open_page(Context& context, const std::string& token)
{
    auto page = find_reaction(context, token);
    if (page && page->window != ReactionWindow::open && page->window != ReactionWindow::late)
        return conflict("round.closed");
    return page;
}

} // namespace

Result<storage::LinkPurpose> purpose_of_link(Context& context, const std::string& token)
{
    const auto link = link_of(context, token);
    if (!link)
        return link.error();
    return link->purpose;
}

Result<ReactionPage> find_reaction(Context& context, const std::string& token)
{
    const auto link = link_of(context, token);
    if (!link || link->purpose != storage::LinkPurpose::reaction)
        return not_found("link");
    const auto id = context.records.rounds.consultee_of_link(link->id);
    const auto consultee = id ? context.records.rounds.find_consultee(*id) : std::nullopt;
    if (!consultee || consultee->withdrawn_at)
        return not_found("link");
    ReactionPage page;
    page.consultee = *consultee;
    page.round = context.records.rounds.find(consultee->round).value();
    page.covenant = context.records.covenants.find(page.round.covenant).value().title;
    page.version = context.records.versions.find(page.round.version).value();
    page.text = read_canonical(page.version.canonical);
    page.party = context.records.covenants.find_party(consultee->party).value();
    page.reaction = context.records.reactions.of(page.round.id, page.party.id).value();
    page.window = reaction_window(page.round, context.now);
    if (const auto before = round_before(context, page.round))
        page.previous = context.records.versions.find(before->version);
    add_people(context, page);
    add_remarks(context, page);
    return page;
}

Result<RemarkId> save_remark(Context& context, const SaveRemark& wish)
{
    auto page = open_page(context, wish.token);
    if (!page)
        return page.error();
    auto written = write_remark(context, page->text, page->reaction, wish.remark, hand_of(*page));
    return written;
}

Result<Done> withdraw_remark(Context& context, const WithdrawRemark& wish)
{
    const auto page = open_page(context, wish.token);
    if (!page)
        return page.error();
    const auto remark = context.records.reactions.find_remark(wish.remark);
    if (!remark || remark->reaction != page->reaction.id)
        return not_found("remark");
    context.records.reactions.take_turn(page->reaction.id);
    if (!context.records.reactions.withdraw_remark(wish.remark, context.now))
        return conflict("changed.meanwhile");
    return Done{};
}

Result<Done> hand_in(Context& context, const HandIn& wish)
{
    auto page = open_page(context, wish.token);
    if (!page)
        return page.error();
    if (!page->may_hand_in)
        return forbidden("reaction.not_speaker");
    // Sent twice by a double click: the first one has its receipt.
    const auto& reaction = page->reaction;
    if (reaction.given_at && !reaction.changed_since_given() && reaction.no_remarks == wish.no_remarks &&
        reaction.author == full_name(page->consultee.name))
        return Done{};
    if (auto given = hand_in_reaction(context, page->round, page->reaction, wish.no_remarks, hand_of(*page)); !given)
        return given;
    queue_round_letter(context, LetterKind::reaction_receipt, page->round, page->consultee, occasion_of(page->round));
    return Done{};
}

} // namespace rondetafel::actions
