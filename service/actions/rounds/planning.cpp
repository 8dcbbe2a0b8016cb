// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include <rondetafel/domain/calendar.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

using std::chrono::days;
using std::chrono::hours;

constexpr days usual_length{28};

/// From tomorrow, nine in the morning, four weeks long.
Round usual_round(CovenantId covenant, VersionId version, Instant now)
{
    Round round;
    round.covenant = covenant;
    round.version = version;
    const auto first = working_days_after(day_of(to_local(now, home_zone)), 1);
    const auto last = first + usual_length;
    round.opens = LocalTime{first} + hours{9};
    round.closes = LocalTime{is_working_day(last) ? last : working_days_after(last, 1)} + hours{17};
    return round;
}

/// One round at a time: the decisions of the last one must stand in a version before the next can begin.
Result<Done> may_plan(Context& context, const CovenantView& covenant)
{
    if (auto open = covenant_to_change(context, covenant.covenant.id); !open)
        return open.error();
    if (covenant.versions.empty())
        return conflict("round.no_version");
    for (const auto& other : context.records.rounds.of(covenant.covenant.id))
    {
        if (other.state == RoundState::planned || other.state == RoundState::open)
            return conflict("round.another_runs");
        if (other.state == RoundState::closed)
            return conflict("round.issue_first");
    }
    return Done{};
}

/// The party of the covenant whose contact this is; none for a contact of nobody.
std::optional<CovenantParty> party_of(Context& context, CovenantId covenant, const Contact& contact)
{
    for (const auto& party : context.records.covenants.parties_of(covenant))
        if (party.organisation == contact.organisation)
            return party;
    return std::nullopt;
}

Consultee consultee_for(const Round& round, const CovenantParty& party, const Contact& contact)
{
    Consultee consultee;
    consultee.round = round.id;
    consultee.party = party.id;
    consultee.contact = contact.id;
    consultee.name = contact.name;
    consultee.email = contact.email;
    consultee.language = contact.language;
    return consultee;
}

/// Makes the people of a planned round those that were chosen; of an open one only adds.
void choose(Context& context, const Round& round, const std::vector<ContactId>& contacts)
{
    auto& rounds = context.records.rounds;
    const auto present = rounds.consultees_of(round.id);
    if (round.state == RoundState::planned)
        for (const auto& consultee : present)
            if (std::find(contacts.begin(), contacts.end(), consultee.contact) == contacts.end())
                rounds.remove_consultee(consultee.id);
    for (const auto id : contacts)
    {
        const bool there = std::any_of(present.begin(), present.end(),
                                       [&](const Consultee& consultee) { return consultee.contact == id; });
        const auto contact = there ? std::nullopt : context.records.parties.find_contact(id);
        const auto party = contact && !contact->archived ? party_of(context, round.covenant, *contact) : std::nullopt;
        if (!party)
            continue;
        auto consultee = consultee_for(round, *party, *contact);
        consultee.id = rounds.add_consultee(consultee);
        if (round.state != RoundState::open)
            continue;
        if (!context.records.reactions.of(round.id, party->id))
        {
            Reaction reaction;
            reaction.round = round.id;
            reaction.party = party->id;
            context.records.reactions.add(reaction);
        }
        consultee.invited_at = context.now;
        rounds.save_consultee(consultee);
        queue_round_letter(context, LetterKind::reaction_invitation, round, consultee, occasion_of(round), true);
    }
}

/// Everybody who was asked hears of the new closing date; a letter per move.
void tell_new_closing(Context& context, const Round& round)
{
    for (const auto& consultee : context.records.rounds.consultees_of(round.id))
        if (consultee.invited_at && !consultee.withdrawn_at)
            queue_round_letter(context, LetterKind::reaction_update, round, consultee, occasion_of(round), false);
}

/// What may still change of a round that has begun.
Round with_changes(const Round& stored, const Round& wished)
{
    auto round = stored.state == RoundState::planned ? wished : stored;
    round.state = stored.state;
    round.covenant = stored.covenant;
    round.version = stored.version;
    round.closes = wished.closes;
    round.reminders = wished.reminders;
    round.accept_late = wished.accept_late;
    round.introduction = wished.introduction;
    round.revision = wished.revision;
    return round;
}

Result<Round> round_to_store(Context& context, const Round& wished)
{
    if (!wished.id)
    {
        const auto covenant = covenant_view(context, wished.covenant);
        if (!covenant)
            return covenant.error();
        context.records.covenants.take_turn(wished.covenant);
        if (auto may = may_plan(context, *covenant); !may)
            return may.error();
        auto round = wished;
        round.version = covenant->latest()->id;
        round.state = RoundState::planned;
        return round;
    }
    const auto stored = context.records.rounds.find(wished.id);
    if (!stored)
        return not_found("round");
    if (stored->state == RoundState::concluded)
        return conflict("round.concluded");
    return with_changes(*stored, wished);
}

} // namespace

Result<PlanView> plan_round(Context& context, const PlanWish& wish)
{
    const auto stored = wish.round ? context.records.rounds.find(*wish.round) : std::nullopt;
    if (wish.round && !stored)
        return not_found("round");
    auto parties = list_covenant_parties(context, stored ? stored->covenant : wish.covenant);
    if (!parties)
        return parties.error();
    auto covenant = covenant_view(context, parties->covenant.id).value();
    if (!stored)
        if (auto may = may_plan(context, covenant); !may)
            return may.error();
    PlanView view{std::move(covenant), {}, {}, {}};
    view.round = stored ? *stored : usual_round(view.covenant.covenant.id, view.covenant.latest()->id, context.now);
    for (auto& party : parties->parties)
        if (!party.party.left)
            view.parties.push_back(std::move(party));
    if (stored)
        for (const auto& consultee : context.records.rounds.consultees_of(stored->id))
            view.chosen.push_back(consultee.contact);
    return view;
}

Result<RoundId> save_round(Context& context, const SaveRound& wish)
{
    auto round = round_to_store(context, wish.round);
    if (!round)
        return round.error();
    const bool closed = round->state == RoundState::closed;
    auto checked = check_round(*round, closed ? std::nullopt : std::optional(context.now));
    auto problem = checked ? Problem{Refusal::invalid, "form.invalid", {}, {}} : checked.error();
    if (wish.contacts.empty() && round->state == RoundState::planned)
        problem.fields.push_back({"contacts", "round.no_contacts", {}});
    if (!problem.fields.empty())
        return problem;
    const auto before = round->id ? context.records.rounds.find(round->id) : std::nullopt;
    if (before)
        context.records.rounds.save(*round);
    else
        round->id = context.records.rounds.add(*round);
    if (before && round->state == RoundState::open && round->closes != before->closes)
        tell_new_closing(context, *round);
    choose(context, *round, wish.contacts);
    write_round_event(context, wish.round.id ? "round.changed" : "round.planned", *round);
    return round->id;
}

Result<CovenantId> remove_round(Context& context, const RoundId& id)
{
    const auto round = context.records.rounds.find(id);
    if (!round)
        return not_found("round");
    if (round->state != RoundState::planned)
        return conflict("round.has_begun");
    context.records.rounds.remove_planned(id);
    write_round_event(context, "round.removed", *round);
    return round->covenant;
}

} // namespace rondetafel::actions
