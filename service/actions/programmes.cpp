// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/programmes.hpp>

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

Day today_of(const Context& context) { return day_of(to_local(context.now, home_zone)); }

// 29 February of a leap year becomes 28 February of a year without one.
Day shifted(Day day, int years)
{
    const std::chrono::year_month_day date{day};
    const auto moved = date + std::chrono::years{years};
    return moved.ok() ? Day{moved} : Day{moved.year() / moved.month() / std::chrono::last};
}

Window shifted(const Window& window, int years) { return {shifted(window.from, years), shifted(window.to, years)}; }

void write_event(Context& context, const char* verb, ProgrammeId programme, const std::string& detail)
{
    auto made = event(context, verb, detail);
    made.programme = programme;
    context.records.events.add(made);
}

Result<Done> check_step(const Step& step)
{
    FieldChecks checks;
    checks.required("title", step.title);
    checks.one_line("title", step.title, 200);
    checks.one_line("number", step.number, 20);
    checks.lines("content", step.content, 4000);
    checks.one_line("window_text", step.window_text, 100);
    if (step.window && step.window->to < step.window->from)
        checks.refuse("to", "step.to_before_from");
    return checks.outcome();
}

Result<StepId> add_step(Context& context, Step step)
{
    const auto programme = context.records.programmes.current();
    if (!programme)
        return not_found("programme");
    step.programme = programme->id;
    step.key = "stap-" + hex(context.installation.randomness->bytes(8));
    step.position = 1;
    for (const auto& known : programme->steps)
        step.position = std::max(step.position, known.position + 1);
    step.id = context.records.programmes.add_step(step);
    write_event(context, "step.added", programme->id, step.title);
    return step.id;
}

// A register is searched by name, so two of one name would be taken for each other.
bool stands_in_register(Context& context, const std::string& name)
{
    for (const bool archived : {false, true})
    {
        storage::PartyFilter filter;
        filter.search = name;
        filter.archived = archived;
        for (const auto& row : context.records.parties.list(filter))
            if (row.organisation.name == name)
                return true;
    }
    return false;
}

} // namespace

Result<ProgrammeId> import_programme(Context& context, const Programme& programme)
{
    if (context.records.programmes.find_by_slug(programme.slug))
        return conflict("programme.exists", {{"slug", programme.slug}});
    const auto id = context.records.programmes.add(programme);
    write_event(context, "programme.imported", id, programme.title);
    return id;
}

Result<int> import_register(Context& context, const std::vector<RegisterEntry>& entries)
{
    for (const auto& entry : entries)
    {
        if (stands_in_register(context, entry.organisation.name))
            return conflict("register.exists", {{"name", entry.organisation.name}});
        const auto id = context.records.parties.add(entry.organisation);
        for (auto contact : entry.contacts)
        {
            contact.organisation = id;
            context.records.parties.add_contact(contact);
        }
        auto made = event(context, "organisation.imported");
        made.organisation = id;
        context.records.events.add(made);
    }
    return static_cast<int>(entries.size());
}

Result<ProgrammeView> show_programme(Context& context, const Done&)
{
    ProgrammeView view;
    view.today = today_of(context);
    view.programme = context.records.programmes.current();
    if (!view.programme)
        return view;
    view.meetings = context.records.meetings.of(view.programme->id);
    view.rows = timeline_rows(*view.programme, view.meetings, view.today);
    view.scale = timeline_scale(*view.programme, view.today);
    return view;
}

Result<StepView> show_step(Context& context, const StepId& id)
{
    const auto step = context.records.programmes.find_step(id);
    const auto programme = step ? context.records.programmes.find(step->programme) : std::nullopt;
    if (!programme)
        return not_found("step");
    StepView view{*programme, {}, {}, today_of(context)};
    for (auto& row : timeline_rows(*programme, context.records.meetings.of(programme->id), view.today))
        if (row.step.id == id)
            view.row = std::move(row);
    for (const auto& question : programme->questions)
        if (question.step_key == step->key)
            view.questions.push_back(question);
    return view;
}

Result<StepId> save_step(Context& context, const Step& wish)
{
    if (auto checked = check_step(wish); !checked)
        return checked.error();
    if (!wish.id)
        return add_step(context, wish);
    const auto before = context.records.programmes.find_step(wish.id);
    if (!before)
        return not_found("step");
    if (before->revision != wish.revision)
        return conflict("changed.meanwhile");
    auto step = wish;
    step.programme = before->programme;
    step.key = before->key;
    step.position = before->position;
    context.records.programmes.save_step(step);
    write_event(context, "step.changed", step.programme, step.title);
    return step.id;
}

Result<int> shift_programme(Context& context, const ShiftProgramme& wish)
{
    if (wish.years == 0 || wish.years < -shift_years_max || wish.years > shift_years_max)
        return invalid("years", "programme.shift_range", {{"max", std::to_string(shift_years_max)}});
    auto programme = context.records.programmes.current();
    if (!programme)
        return not_found("programme");
    programme->period = shifted(programme->period, wish.years);
    context.records.programmes.save_period(*programme);
    for (auto& peak : programme->peaks)
        peak.window = shifted(peak.window, wish.years);
    context.records.programmes.replace_peaks(programme->id, programme->peaks);
    context.records.programmes.shift_budget(programme->id, wish.years);
    int moved = 0;
    for (auto& step : programme->steps)
    {
        if (!step.window)
            continue;
        step.window = shifted(*step.window, wish.years);
        context.records.programmes.save_step(step);
        ++moved;
    }
    write_event(context, "programme.shifted", programme->id, std::to_string(wish.years));
    return moved;
}

} // namespace rondetafel::actions
