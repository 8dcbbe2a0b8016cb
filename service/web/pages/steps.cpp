// SPDX-License-Identifier: EUPL-1.2
#include "steps.hpp"

#include "form_fields.hpp"
#include "meeting_parts.hpp"
#include "programmes.hpp"

#include "covenants/covenant_standing.hpp"

#include "../problems.hpp"

#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

StepId step_named(const http::Request& request)
{
    return StepId{number_from(request.parameter("step")).value_or(0)};
}

http::Form form_of(const Step& step)
{
    http::Fields fields{{"title", step.title},
                        {"lane", std::string(word(step.lane))},
                        {"number", step.number},
                        {"content", step.content},
                        {"window_text", step.window_text},
                        {"meeting_kind", step.meeting_kind ? std::string(word(*step.meeting_kind)) : ""},
                        {"state", std::string(word(step.state))},
                        {"revision", std::to_string(step.revision)}};
    if (step.window)
    {
        fields.emplace_back("from", short_date(step.window->from, Language::nl));
        fields.emplace_back("to", short_date(step.window->to, Language::nl));
    }
    if (step.uncertain_end)
        fields.emplace_back("uncertain_end", "ja");
    return http::Form(std::move(fields));
}

// An empty window is a window nobody knows yet; half a window is a mistake.
void read_window(const http::Form& form, Step& step, Problem& problem)
{
    const auto from_text = trimmed(form.value("from"));
    const auto to_text = trimmed(form.value("to"));
    if (from_text.empty() && to_text.empty())
        return;
    const auto from = day_as_typed(from_text);
    const auto to = day_as_typed(to_text);
    if (!from)
        problem.fields.push_back({"from", from_text.empty() ? "step.half_window" : "date.not_a_date", {}});
    if (!to)
        problem.fields.push_back({"to", to_text.empty() ? "step.half_window" : "date.not_a_date", {}});
    if (from && to)
        step.window = Window{*from, *to};
}

Step step_from(const http::Form& form, Problem& problem)
{
    Step step;
    step.title = trimmed(form.value("title"));
    step.lane = from_word<Lane>(form.value("lane")).value_or(Lane::planning);
    step.number = trimmed(form.value("number"));
    step.content = trimmed(form.value("content"));
    step.window_text = trimmed(form.value("window_text"));
    step.uncertain_end = form.has("uncertain_end");
    step.meeting_kind = from_word<MeetingKind>(form.value("meeting_kind"));
    step.state = from_word<StepState>(form.value("state")).value_or(StepState::open);
    step.revision =
        static_cast<int>(std::min(number_from(form.value("revision")).value_or(0), 1'000'000'000LL));
    read_window(form, step, problem);
    return step;
}

void add_fields(Context& context, View& page, const http::Form& typed, const Problem* problem)
{
    add_problem(context, page, problem, {});
    Choices kinds{{"", context.text("step_form.no_meeting")}};
    for (auto& choice : choices_of<MeetingKind>(context, "step_meeting"))
        kinds.push_back(std::move(choice));
    FormFields fields(context, typed, problem, "step_form");
    fields.line("title")
        .select("lane", choices_of<Lane>(context, "lane"))
        .line("number", true, "rt-w-time")
        .area("content", true)
        .line("window_text", true)
        .line("from", true, "rt-w-date")
        .line("to", true, "rt-w-date")
        .check("uncertain_end")
        .select("meeting_kind", kinds)
        .select("state", choices_of<StepState>(context, "step_state"));
    page.set("fields", std::move(fields).views()).set("revision", typed.value("revision"));
}

http::Response new_step_page(Context& context, const http::Form& typed, const Problem* problem)
{
    View page;
    page.set("title", context.text("step_form.new_title")).set("guest", false).set("is_new", true);
    page.set("action", "/programma/stappen").set("back", "/programma");
    add_fields(context, page, typed, problem);
    return context.page("programmes/new_step", std::move(page), "programme", problem != nullptr ? 422 : 200);
}

void add_meeting_link(const Context& context, View& page, const TimelineRow& row)
{
    page.set("meeting", false).set("plan_href", false);
    if (row.meeting)
        page.set("meeting", View{}
                                .set("href", meeting_path(row.meeting->id))
                                .set("meeting_title", row.meeting->title)
                                .set("day", long_date(day_of(row.meeting->starts), context.language())));
    else if (row.step.meeting_kind && row.step.state != StepState::done && context.may_write())
        page.set("plan_href", "/bijeenkomsten/nieuw?stap=" + std::to_string(row.step.id.value));
}

http::Response step_page(Context& context, const StepId& id, const http::Form* typed, const Problem* problem)
{
    const auto view = context.read(&actions::show_step, id);
    if (!view)
        return context.refuse(view.error());
    const auto& step = view->row.step;
    const auto language = context.language();
    View page;
    page.set("title", step.title)
        .set("guest", false)
        .set("lane", context.text("lane." + std::string(word(step.lane))))
        .set("chip", step_chip(context, view->row))
        .set("action", step_path(id))
        .set("back", "/programma");
    page.optional("number", step.number)
        .optional("content", step.content)
        .optional("window_text", step.window_text);
    page.optional("days", step.window ? context.text("step_form.days",
                                                     {{"from", date_text(step.window->from, language)},
                                                      {"to", date_text(step.window->to, language)}})
                                      : "");
    page.set("uncertain", step.uncertain_end);
    std::vector<View> questions;
    for (const auto& question : view->questions)
        questions.push_back(View{}.set("code", question.code).set("text", question.text));
    page.set("has_questions", !questions.empty()).set("questions", std::move(questions));
    const auto standings = context.read(actions::covenant_standings, Done{});
    if (!standings)
        return context.refuse(standings.error());
    add_covenants_of_step(context, page, *standings, id);
    page.set("may_start_covenant", step.lane == Lane::covenant && context.may_write())
        .set("start_covenant", "/convenanten/nieuw?stap=" + std::to_string(id.value));
    add_meeting_link(context, page, view->row);
    add_fields(context, page, typed != nullptr ? *typed : form_of(step), problem);
    return context.page("programmes/step", std::move(page), "programme", problem != nullptr ? 422 : 200);
}

} // namespace

http::Response new_step(http::Request&, Context& context)
{
    const http::Form empty{http::Fields{{"lane", "planning"}, {"state", "open"}}};
    return new_step_page(context, empty, nullptr);
}

http::Response add_step(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    Problem problem{Refusal::invalid, "form.invalid", {}, {}};
    const auto step = step_from(*form, problem);
    if (!problem.fields.empty())
        return new_step_page(context, *form, &problem);
    const auto id = context.perform(&actions::save_step, step);
    if (!id)
    {
        const auto refused = id.error();
        return refused.refusal == Refusal::invalid ? new_step_page(context, *form, &refused)
                                                   : context.refuse(refused);
    }
    return context.go(step_path(*id), "step_added");
}

http::Response show_step(http::Request& request, Context& context)
{
    return step_page(context, step_named(request), nullptr, nullptr);
}

http::Response save_step(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    Problem problem{Refusal::invalid, "form.invalid", {}, {}};
    auto step = step_from(*form, problem);
    step.id = step_named(request);
    if (!problem.fields.empty())
        return step_page(context, step.id, &*form, &problem);
    if (!step.id)
        return context.refuse(not_found("step"));
    const auto saved = context.perform(&actions::save_step, step);
    if (!saved)
    {
        const auto refused = saved.error();
        return refused.refusal == Refusal::invalid ? step_page(context, step.id, &*form, &refused)
                                                   : context.refuse(refused);
    }
    return context.go(step_path(*saved), "step_saved");
}

} // namespace rondetafel::web::pages
