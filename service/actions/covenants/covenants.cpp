// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/articles.hpp>
#include <rondetafel/actions/covenants.hpp>

#include <rondetafel/domain/fields.hpp>

namespace rondetafel::actions
{

namespace
{

CovenantView view_of(Context& context, const Covenant& covenant)
{
    CovenantView view;
    view.covenant = covenant;
    if (covenant.step)
        view.step = context.records.programmes.find_step(*covenant.step);
    view.articles = context.records.drafts.of(covenant.id);
    view.subjects = context.records.drafts.subjects_of(covenant.id);
    view.parties = context.records.covenants.parties_of(covenant.id);
    view.versions = context.records.versions.of(covenant.id);
    std::vector<PartyText> parties;
    for (const auto& party : view.parties)
        parties.push_back(party.text);
    view.text = storage::text_of(covenant, parties, view.articles);
    return view;
}

// A step of another programme, or of another lane, is no step for a covenant.
bool may_stand_in(Context& context, ProgrammeId programme, StepId id)
{
    const auto step = context.records.programmes.find_step(id);
    return step && step->programme == programme && step->lane == Lane::covenant;
}

Result<Done> check_covenant_fields(Context& context, ProgrammeId programme, const std::string& title,
                                   const std::optional<StepId>& step)
{
    FieldChecks checks;
    checks.required("title", title);
    checks.one_line("title", title, 300);
    if (step && !may_stand_in(context, programme, *step))
        checks.refuse("step", "step.not_found");
    return checks.outcome();
}

} // namespace

Result<std::vector<CovenantView>> list_covenants(Context& context, const Done&)
{
    std::vector<CovenantView> views;
    if (const auto programme = context.records.programmes.current())
        for (const auto& covenant : context.records.covenants.of(programme->id))
            views.push_back(view_of(context, covenant));
    return views;
}

Result<CovenantView> covenant_view(Context& context, CovenantId id)
{
    const auto covenant = context.records.covenants.find(id);
    if (!covenant)
        return not_found("covenant");
    return view_of(context, *covenant);
}

Result<CovenantView> show_covenant(Context& context, const CovenantId& id)
{
    return covenant_view(context, id);
}

Result<std::vector<storage::Event>> covenant_history(Context& context, const CovenantId& id)
{
    if (!context.records.covenants.find(id))
        return not_found("covenant");
    return context.records.events.of(id);
}

Result<std::vector<Step>> covenant_steps(Context& context, const Done&)
{
    std::vector<Step> steps;
    if (const auto programme = context.records.programmes.current())
        for (const auto& step : programme->steps)
            if (step.lane == Lane::covenant)
                steps.push_back(step);
    return steps;
}

Result<std::vector<CovenantStanding>> covenant_standings(Context& context, const Done&)
{
    std::vector<CovenantStanding> standings;
    if (const auto programme = context.records.programmes.current())
        for (const auto& covenant : context.records.covenants.of(programme->id))
            standings.push_back({covenant, context.records.versions.of(covenant.id),
                                 context.records.covenants.decisions_of(covenant.id)});
    return standings;
}

Result<CovenantId> start_covenant(Context& context, const StartCovenant& wish)
{
    const auto programme = context.records.programmes.current();
    if (!programme)
        return conflict("programme.none");
    if (auto checked = check_covenant_fields(context, programme->id, wish.title, wish.step); !checked)
        return checked.error();
    Covenant covenant;
    covenant.programme = programme->id;
    covenant.step = wish.step;
    covenant.subject = wish.subject;
    covenant.title = wish.title;
    covenant.created_at = context.now;
    covenant.id = context.records.covenants.add(covenant);
    replace_draft(context, covenant.id, wish.articles);
    for (const auto& subject : wish.subjects)
        context.records.drafts.set_subject(subject);
    write_covenant_event(context, "covenant.started", covenant.id, covenant.title);
    return covenant.id;
}

Result<Done> save_covenant(Context& context, const SaveCovenant& wish)
{
    auto covenant = covenant_to_change(context, wish.covenant);
    if (!covenant)
        return covenant.error();
    if (auto checked = check_covenant_fields(context, covenant->programme, wish.title, wish.step); !checked)
        return checked.error();
    covenant->title = wish.title;
    covenant->subject = wish.subject;
    covenant->step = wish.step;
    covenant->revision = wish.revision;
    context.records.covenants.save(*covenant);
    write_covenant_event(context, "covenant.changed", covenant->id, covenant->title);
    return Done{};
}

Result<Covenant> covenant_to_change(Context& context, CovenantId id)
{
    auto covenant = context.records.covenants.find(id);
    if (!covenant)
        return not_found("covenant");
    if (covenant->state == CovenantState::adopted || covenant->state == CovenantState::ended)
        return conflict("covenant.adopted");
    return *covenant;
}

void write_covenant_event(Context& context, const char* verb, CovenantId covenant, const std::string& detail)
{
    auto made = event(context, verb, detail);
    made.covenant = covenant;
    context.records.events.add(made);
}

} // namespace rondetafel::actions
