// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include <rondetafel/actions/letters.hpp>

#include <algorithm>
#include <set>

namespace rondetafel::actions
{

namespace
{

void set_covenant_state(Context& context, CovenantId id, CovenantState state)
{
    auto covenant = context.records.covenants.find(id).value();
    covenant.state = state;
    context.records.covenants.save(covenant);
}

/// Between planning and opening an address may have changed, a person or a party may have left.
void bring_up_to_date(Context& context, const Round& round)
{
    for (auto consultee : context.records.rounds.consultees_of(round.id))
    {
        const auto contact = context.records.parties.find_contact(consultee.contact);
        const auto party = context.records.covenants.find_party(consultee.party);
        if (!contact || contact->archived || !party || party->left)
        {
            context.records.rounds.remove_consultee(consultee.id);
            continue;
        }
        consultee.name = contact->name;
        consultee.email = contact->email;
        consultee.language = contact->language;
        context.records.rounds.save_consultee(consultee);
    }
}

int invite(Context& context, const Round& round)
{
    int written = 0;
    for (auto consultee : context.records.rounds.consultees_of(round.id))
    {
        consultee.invited_at = context.now;
        context.records.rounds.save_consultee(consultee);
        queue_round_letter(context, LetterKind::reaction_invitation, round, consultee, occasion_of(round), true);
        ++written;
    }
    return written;
}

// Two who write at once need a row to wait for, so each party's reaction exists from the start.
void begin_reactions(Context& context, const Round& round)
{
    std::set<CovenantPartyId> parties;
    for (const auto& consultee : context.records.rounds.consultees_of(round.id))
        parties.insert(consultee.party);
    for (const auto party : parties)
    {
        Reaction reaction;
        reaction.round = round.id;
        reaction.party = party;
        context.records.reactions.add(reaction);
    }
}

void close_round(Context& context, Round& round)
{
    round.state = RoundState::closed;
    context.records.rounds.save(round);
    set_covenant_state(context, round.covenant, CovenantState::drafting);
    write_round_event(context, "round.closed", round);
}

int remind(Context& context, const Round& round)
{
    int written = 0;
    const auto consultees = context.records.rounds.consultees_of(round.id);
    const auto reactions = context.records.reactions.of(round.id);
    for (const int working_days : round.reminders)
    {
        if (reminder_due_at(round, working_days) > context.now)
            continue;
        const auto occasion = occasion_of(round) + ":reminder:" + std::to_string(working_days);
        for (const auto& consultee : consultees)
        {
            const auto reaction = std::find_if(reactions.begin(), reactions.end(), [&](const Reaction& candidate) {
                return candidate.party == consultee.party;
            });
            const auto recipient = "consultee:" + std::to_string(consultee.id.value);
            if (reaction == reactions.end() ||
                !reminder_applies(round, working_days, consultee, *reaction, context.now) ||
                context.records.outbox.next_ordinal(occasion, recipient, LetterKind::reaction_reminder) > 0)
                continue;
            // The outbox's unique index decides between two machines: the loser's transaction is undone as a whole.
            queue_round_letter(context, LetterKind::reaction_reminder, round, consultee, occasion, true);
            ++written;
        }
    }
    return written;
}

} // namespace

Result<int> open_round(Context& context, const RoundId& id)
{
    context.records.rounds.take_turn(id);
    auto round = context.records.rounds.find(id);
    if (!round)
        return not_found("round");
    if (round->state != RoundState::planned)
        return conflict("round.has_begun");
    bring_up_to_date(context, *round);
    if (context.records.rounds.consultees_of(id).empty())
        return conflict("round.nobody");
    if (auto open = covenant_to_change(context, round->covenant); !open)
        return open.error();
    // By hand it may open earlier than planned.
    const auto now = std::chrono::floor<std::chrono::minutes>(to_local(context.now, home_zone));
    round->opens = std::min(round->opens, LocalTime{now});
    if (auto checked = check_round(*round, context.now); !checked)
        return conflict("round.closes_in_the_past");
    round->version = context.records.versions.latest(round->covenant).value().id;
    round->state = RoundState::open;
    context.records.rounds.save(*round);
    set_covenant_state(context, round->covenant, CovenantState::consulting);
    begin_reactions(context, *round);
    carry_over(context, *round);
    const int written = invite(context, *round);
    write_round_event(context, "round.opened", *round, std::to_string(written));
    return written;
}

Result<RoundId> send_link_again(Context& context, const ConsulteeId& id)
{
    const auto consultee = context.records.rounds.find_consultee(id);
    if (!consultee)
        return not_found("consultee");
    const auto round = context.records.rounds.find(consultee->round).value();
    const auto window = reaction_window(round, context.now);
    if (!consultee->invited_at || consultee->withdrawn_at ||
        (window != ReactionWindow::open && window != ReactionWindow::late))
        return conflict("consultee.not_invited");
    context.records.rounds.revoke_links(id, context.now);
    context.records.rounds.cancel_waiting_letters(id);
    queue_round_letter(context, LetterKind::reaction_invitation, round, *consultee, occasion_of(round));
    write_round_event(context, "consultee.link_renewed", round, full_name(consultee->name));
    return round.id;
}

int do_what_is_due_in_rounds(Context& context)
{
    int written = 0;
    for (auto& round : context.records.rounds.running())
    {
        if (round.state == RoundState::planned && round.opens_at() <= context.now && round.closes_at() > context.now)
        {
            const auto opened = open_round(context, round.id);
            written += opened ? *opened : 0;
        }
        else if (round.state == RoundState::open && round.closes_at() <= context.now)
            close_round(context, round);
        else if (round.state == RoundState::open)
            written += remind(context, round);
    }
    return written;
}

std::optional<Instant> next_due_in_rounds(Context& context)
{
    std::optional<Instant> earliest;
    for (const auto& round : context.records.rounds.running())
        if (const auto moment = next_moment(round, context.now); moment && (!earliest || *moment < *earliest))
            earliest = moment;
    return earliest;
}

} // namespace rondetafel::actions
