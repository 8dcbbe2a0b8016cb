// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include <rondetafel/actions/rounds.hpp>

namespace rondetafel::actions
{

namespace
{

/// The links stop working and no letter leaves any more; what was said stays with the party.
void withdraw(Context& context, const Round& round, Consultee consultee)
{
    if (!consultee.invited_at)
    {
        context.records.rounds.remove_consultee(consultee.id);
        return;
    }
    consultee.withdrawn_at = context.now;
    context.records.rounds.save_consultee(consultee);
    context.records.rounds.revoke_links(consultee.id, context.now);
    context.records.rounds.cancel_waiting_letters(consultee.id);
    write_round_event(context, "consultee.withdrawn", round, full_name(consultee.name));
}

template <class Chosen>
void withdraw_all(Context& context, const Chosen& chosen)
{
    for (const auto& round : context.records.rounds.unconcluded())
        for (const auto& consultee : context.records.rounds.consultees_of(round.id))
            if (!consultee.withdrawn_at && chosen(consultee))
                withdraw(context, round, consultee);
}

} // namespace

Result<RoundId> withdraw_consultee(Context& context, const ConsulteeId& id)
{
    const auto consultee = context.records.rounds.find_consultee(id);
    if (!consultee)
        return not_found("consultee");
    const auto round = context.records.rounds.find(consultee->round).value();
    if (!consultee->invited_at || consultee->withdrawn_at)
        return conflict("consultee.not_invited");
    withdraw(context, round, *consultee);
    return round.id;
}

void withdraw_from_rounds(Context& context, CovenantPartyId party)
{
    withdraw_all(context, [&](const Consultee& consultee) { return consultee.party == party; });
}

void withdraw_from_rounds(Context& context, ContactId contact)
{
    withdraw_all(context, [&](const Consultee& consultee) { return consultee.contact == contact; });
}

} // namespace rondetafel::actions
