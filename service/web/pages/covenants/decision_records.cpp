// SPDX-License-Identifier: EUPL-1.2
#include "decision_records.hpp"

#include "covenant_parts.hpp"

#include "../../problems.hpp"

#include <rondetafel/actions/decision_records.hpp>
#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

View chip_of(const Context& context, Verdict outcome)
{
    const auto text = context.text("decision_records.outcome_" + std::string(word(outcome)));
    switch (outcome)
    {
    case Verdict::agreed:
    case Verdict::agreed_with_remarks:
        return chip("success", "check", text);
    case Verdict::postponed:
        return chip("warning", "clock", text);
    case Verdict::rejected:
        return chip("inactive", "x", text);
    }
    return {};
}

View row_of(const Context& context, const actions::DecisionRecordsView& entry, const DecisionRecord& record)
{
    const auto& parties = entry.covenant.parties;
    const auto party = std::find_if(parties.begin(), parties.end(),
                                    [&](const CovenantParty& one) { return record.party == one.id; });
    View row;
    row.set("body", context.text("decision_records.body_" + std::string(word(record.body))))
        .optional("party", party != parties.end() ? party->text.legal_name : "")
        .set("day", long_date(record.decided_on, context.language()))
        .optional("number", record.number)
        .optional("note", record.note)
        .set("outcome", chip_of(context, record.outcome))
        .set("entered", record.entered_by)
        .set("remove",
             covenant_path(record.covenant, "/besluiten/" + std::to_string(record.id.value) + "/weg"));
    return row;
}

void add_form(const Context& context, View& view, const actions::DecisionRecordsView& entry,
              const http::Form& typed, const Problem* problem)
{
    Choices bodies;
    for (const auto& [body, text] : Words<DecidingBody>::all)
        bodies.emplace_back(text, context.text("decision_records.body_" + std::string(text)));
    Choices outcomes;
    for (const auto& [outcome, text] : Words<Verdict>::all)
        outcomes.emplace_back(text, context.text("decision_records.outcome_" + std::string(text)));
    Choices parties{{"", context.text("decision_record.no_party")}};
    for (const auto& party : entry.covenant.parties)
        parties.emplace_back(std::to_string(party.id.value), party.text.legal_name);
    FormFields fields(context, typed, problem, "decision_record");
    fields.select("body", bodies).select("party", parties).line("decided_on", false, "rt-w-date");
    fields.line("number", true).select("outcome", outcomes).area("note", true);
    view.set("fields", std::move(fields).views());
}

http::Response records_page(Context& context, CovenantId id, const http::Form& typed, const Problem* problem)
{
    const auto entry = context.read(actions::list_decision_records, id);
    if (!entry)
        return context.refuse(entry.error());
    std::vector<View> rows;
    for (const auto& record : entry->records)
        rows.push_back(row_of(context, *entry, record));
    View view;
    add_covenant_head(context, view, entry->covenant.covenant, !entry->covenant.versions.empty(), "");
    add_problem(context, view, problem, {});
    add_form(context, view, *entry, typed, problem);
    view.set("title", context.text("decision_records.title"))
        .set("action", covenant_path(id, "/besluiten"))
        .set("none", rows.empty())
        .set("rows", std::move(rows));
    return covenant_page(context, "decision_records", std::move(view), problem != nullptr ? 422 : 200);
}

} // namespace

http::Response list_decision_records(http::Request& request, Context& context)
{
    return records_page(context, covenant_named(request), {}, nullptr);
}

http::Response add_decision_record(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    DecisionRecord record;
    record.covenant = covenant_named(request);
    record.body = from_word<DecidingBody>(form->value("body")).value_or(DecidingBody::college);
    record.outcome = from_word<Verdict>(form->value("outcome")).value_or(Verdict::agreed);
    if (const auto party = number_from(form->value("party")))
        record.party = CovenantPartyId{*party};
    record.number = trimmed(form->value("number"));
    record.note = trimmed(form->value("note"));
    const auto day = day_as_typed(trimmed(form->value("decided_on")));
    if (!day)
    {
        const auto problem = invalid("decided_on", "date.not_a_date");
        return records_page(context, record.covenant, *form, &problem);
    }
    record.decided_on = *day;
    const auto added = context.perform(actions::add_decision_record, record);
    if (added)
        return context.go(covenant_path(record.covenant, "/besluiten"), "decision_record_added");
    const auto refused = added.error();
    return refused.refusal == Refusal::invalid ? records_page(context, record.covenant, *form, &refused)
                                               : context.refuse(refused);
}

http::Response remove_decision_record(http::Request& request, Context& context)
{
    const actions::RemoveDecisionRecord wish{
        covenant_named(request), DecisionRecordId{number_from(request.parameter("record")).value_or(0)}};
    const auto removed = context.perform(actions::remove_decision_record, wish);
    return removed ? context.go(covenant_path(wish.covenant, "/besluiten"), "decision_record_removed")
                   : context.refuse(removed.error());
}

} // namespace rondetafel::web::pages
