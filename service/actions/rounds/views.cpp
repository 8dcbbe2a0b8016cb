// SPDX-License-Identifier: EUPL-1.2
#include "rounds.hpp"

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

int number_of(const std::vector<Round>& rounds, RoundId id)
{
    const auto found = std::find_if(rounds.begin(), rounds.end(), [&](const Round& round) { return round.id == id; });
    return static_cast<int>(found - rounds.begin()) + 1;
}

/// Parties that are asked or have a reaction, in the order of the text.
std::vector<RoundParty> parties_of(Context& context, const Round& round, const std::vector<Remark>& remarks)
{
    const auto consultees = context.records.rounds.consultees_of(round.id);
    const auto reactions = context.records.reactions.of(round.id);
    std::vector<RoundParty> parties;
    for (const auto& party : context.records.covenants.parties_of(round.covenant, true))
    {
        RoundParty row{party, {}, {}, PartyProgress::silent};
        std::copy_if(consultees.begin(), consultees.end(), std::back_inserter(row.consultees),
                     [&](const Consultee& consultee) { return consultee.party == party.id; });
        const auto reaction = std::find_if(reactions.begin(), reactions.end(),
                                           [&](const Reaction& candidate) { return candidate.party == party.id; });
        if (reaction != reactions.end())
        {
            row.reaction = *reaction;
            row.progress = progress_of(*reaction, remarks);
        }
        if (!row.consultees.empty() || row.reaction.id)
            parties.push_back(std::move(row));
    }
    return parties;
}

std::vector<RemarkView> remarks_for_staff(const Round& round, const std::vector<RoundParty>& parties,
                                          const std::vector<Remark>& remarks,
                                          const std::map<RemarkId, Decision>& decisions)
{
    std::vector<RemarkView> views;
    for (const auto& remark : remarks)
    {
        const auto party = std::find_if(parties.begin(), parties.end(), [&](const RoundParty& candidate) {
            return candidate.reaction.id == remark.reaction;
        });
        if (remark.replaced_by || party == parties.end() || !may_read(round, party->reaction, remark, {}))
            continue;
        const auto decision = decisions.find(remark.id);
        views.push_back({remark, party->party.id,
                         decision == decisions.end() ? std::nullopt : std::optional(decision->second)});
    }
    return views;
}

} // namespace

int RoundView::undecided() const
{
    return static_cast<int>(std::count_if(remarks.begin(), remarks.end(), [](const RemarkView& view) {
        return view.remark.asks_decision() && !view.decision;
    }));
}

const RoundParty* RoundView::party(CovenantPartyId id) const
{
    const auto found =
        std::find_if(parties.begin(), parties.end(), [&](const RoundParty& row) { return row.party.id == id; });
    return found == parties.end() ? nullptr : &*found;
}

Result<RoundView> show_round(Context& context, const RoundId& id)
{
    const auto round = context.records.rounds.find(id);
    if (!round)
        return not_found("round");
    auto covenant = covenant_view(context, round->covenant);
    if (!covenant)
        return covenant.error();
    const auto remarks = context.records.reactions.remarks_of(id);
    const auto decisions = standing_decisions(context.records.reactions.decisions_of(id));
    RoundView view{std::move(*covenant), *round, 1, *context.records.versions.find(round->version), {}, {}, {}, {}, {}, {}};
    view.number = number_of(context.records.rounds.of(round->covenant), id);
    view.text = read_canonical(view.version.canonical);
    view.parties = parties_of(context, *round, remarks);
    view.remarks = remarks_for_staff(*round, view.parties, remarks, decisions);
    view.tally = tally(context.records.reactions.of(id), remarks);
    const auto merged = merged_of(context, view);
    view.overlaps = merged.overlaps;
    view.stale = merged.stale;
    view.stale.insert(view.stale.end(), merged.unreadable.begin(), merged.unreadable.end());
    return view;
}

Result<RoundsView> list_rounds(Context& context, const CovenantId& id)
{
    auto covenant = covenant_view(context, id);
    if (!covenant)
        return covenant.error();
    RoundsView view{std::move(*covenant), {}};
    const auto rounds = context.records.rounds.of(id);
    for (const auto& round : rounds)
    {
        const auto remarks = context.records.reactions.remarks_of(round.id);
        const auto decisions = standing_decisions(context.records.reactions.decisions_of(round.id));
        RoundSummary summary{round, number_of(rounds, round.id), *context.records.versions.find(round.version), {}, 0};
        summary.tally = tally(context.records.reactions.of(round.id), remarks);
        if (round.state == RoundState::closed)
            summary.undecided = static_cast<int>(std::count_if(remarks.begin(), remarks.end(), [&](const Remark& remark) {
                return remark.asks_decision() && !decisions.contains(remark.id);
            }));
        view.rounds.insert(view.rounds.begin(), std::move(summary));
    }
    return view;
}

void write_round_event(Context& context, const char* verb, const Round& round, const std::string& detail)
{
    write_covenant_event(context, verb, round.covenant, detail);
}

std::optional<Round> round_before(Context& context, const Round& round)
{
    std::optional<Round> before;
    for (const auto& other : context.records.rounds.of(round.covenant))
        if (other.id < round.id && other.state != RoundState::planned)
            before = other;
    return before;
}

} // namespace rondetafel::actions
