// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/decision_records.hpp>

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

Result<Done> check_record(Context& context, const DecisionRecord& record)
{
    FieldChecks checks;
    if (record.decided_on > day_of(to_local(context.now, home_zone)))
        checks.refuse("decided_on", "decided_on.to_come");
    checks.one_line("number", record.number, 60);
    checks.lines("note", record.note, 4000);
    if (record.body == DecidingBody::board)
    {
        const auto party = record.party ? context.records.covenants.find_party(*record.party) : std::nullopt;
        if (!party || party->covenant != record.covenant)
            checks.refuse("party", "party.missing");
    }
    return checks.outcome();
}

} // namespace

Result<DecisionRecordsView> list_decision_records(Context& context, const CovenantId& id)
{
    auto covenant = covenant_view(context, id);
    if (!covenant)
        return covenant.error();
    return DecisionRecordsView{std::move(*covenant), context.records.covenants.decisions_of(id)};
}

Result<DecisionRecordId> add_decision_record(Context& context, const DecisionRecord& wish)
{
    if (!context.records.covenants.find(wish.covenant))
        return not_found("covenant");
    if (auto checked = check_record(context, wish); !checked)
        return checked.error();
    auto record = wish;
    if (record.body != DecidingBody::board)
        record.party.reset();
    record.entered_by = context.actor.display_name();
    record.entered_at = context.now;
    const auto id = context.records.covenants.add_decision(record);
    write_covenant_event(context, "covenant.decided", record.covenant, record.number);
    return id;
}

Result<Done> remove_decision_record(Context& context, const RemoveDecisionRecord& wish)
{
    const auto record = context.records.covenants.find_decision(wish.record);
    if (!record || record->covenant != wish.covenant)
        return not_found("decision_record");
    context.records.covenants.take_turn(wish.covenant);
    for (const auto& version : context.records.versions.of(wish.covenant))
        if (version.decision_record == wish.record)
            return conflict("decision_record.used");
    context.records.covenants.remove_decision(wish.record);
    write_covenant_event(context, "covenant.decision_removed", wish.covenant, record->number);
    return Done{};
}

} // namespace rondetafel::actions
