// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include <rondetafel/domain/fields.hpp>

namespace rondetafel::actions
{

namespace
{

Result<Hand> hand_from(Context& context, const Round& round, const EnterRemarks& wish)
{
    Hand hand;
    hand.source = wish.source;
    hand.late = context.now >= round.closes_at();
    FieldChecks checks;
    if (wish.source == ReactionSource::link)
        checks.refuse("source", "source.missing");
    if (wish.consultee)
    {
        const auto consultee = context.records.rounds.find_consultee(*wish.consultee);
        if (!consultee || consultee->round != round.id || consultee->party != wish.party)
            checks.refuse("author", "author.missing");
        else
        {
            hand.consultee = consultee->id;
            hand.author = full_name(consultee->name);
        }
    }
    else
    {
        checks.required("author", wish.author);
        checks.one_line("author", wish.author, 200);
        hand.author = wish.author;
    }
    if (auto outcome = checks.outcome(); !outcome)
        return outcome.error();
    return hand;
}

void write_receipts(Context& context, const Round& round, const EnterRemarks& wish)
{
    for (const auto& consultee : context.records.rounds.consultees_of(round.id))
        if (consultee.party == wish.party && consultee.invited_at && !consultee.withdrawn_at &&
            (!wish.consultee || *wish.consultee == consultee.id))
            queue_round_letter(context, LetterKind::reaction_receipt, round, consultee, occasion_of(round));
}

} // namespace

Result<int> enter_remarks(Context& context, const EnterRemarks& wish)
{
    context.records.rounds.take_turn(wish.round);
    const auto round = context.records.rounds.find(wish.round);
    if (!round)
        return not_found("round");
    if (round->state == RoundState::planned)
        return conflict("round.not_open");
    if (round->state == RoundState::concluded)
        return conflict("round.concluded");
    auto reaction = context.records.reactions.of(wish.round, wish.party);
    if (!reaction)
        return not_found("party");
    const auto hand = hand_from(context, *round, wish);
    if (!hand)
        return hand.error();
    const auto text = read_canonical(context.records.versions.find(round->version).value().canonical);
    int written = 0;
    for (const auto& remark : wish.remarks)
    {
        auto one = write_remark(context, text, *reaction, remark, *hand);
        if (!one)
            return one.error();
        ++written;
    }
    if (!wish.handed_in)
        return written;
    if (auto given = hand_in_reaction(context, *round, *reaction, wish.no_remarks, *hand); !given)
        return given.error();
    write_receipts(context, *round, wish);
    return written;
}

} // namespace rondetafel::actions
