// SPDX-License-Identifier: EUPL-1.2
#include "form_fields.hpp"
#include "meeting_parts.hpp"
#include "programmes.hpp"

#include "../problems.hpp"

#include <rondetafel/base/wording.hpp>

#include <algorithm>
#include <set>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::vector<View> line_views(const Programme& programme)
{
    std::vector<View> views;
    for (const auto& line : programme.lines)
    {
        std::vector<View> deeds;
        for (const auto& deed : line.actions)
            deeds.push_back(View{}.set("text", deed));
        View view;
        view.set("number", line.number).set("line_title", line.title).set("has_actions", !deeds.empty());
        view.set("actions", std::move(deeds)).optional("goal", line.goal).optional("cost", line.cost);
        views.push_back(std::move(view));
    }
    return views;
}

// What one line, or the programme as a whole, may cost in each year. A cell without an amount stays empty: the
// note names none, which is not the same as nothing.
View budget_row(const Context& context, const Programme& programme, std::optional<int> line,
                const std::set<int>& years)
{
    std::vector<View> cells;
    for (const auto year : years)
    {
        long long sum = 0;
        bool known = false;
        for (const auto& item : programme.budget)
            if (item.line == line && item.year == year)
            {
                sum += item.euros;
                known = true;
            }
        cells.push_back(View{}
                            .set("year", year)
                            .set("euros", known ? euros(sum, context.language()) : ""));
    }
    std::vector<std::string> said;
    std::vector<View> notes;
    for (const auto& item : programme.budget)
        if (item.line == line && !item.note.empty() && std::find(said.begin(), said.end(), item.note) == said.end())
        {
            said.push_back(item.note);
            notes.push_back(View{}.set("note", item.note));
        }
    const auto title = line ? context.text("programme.budget_line", {{"number", std::to_string(*line)}})
                            : context.text("programme.budget_whole");
    return View{}.set("what", title).set("cells", std::move(cells)).set("notes", std::move(notes));
}

void add_budget(const Context& context, View& page, const Programme& programme)
{
    std::set<int> years;
    std::set<std::optional<int>> lines;
    for (const auto& item : programme.budget)
    {
        years.insert(item.year);
        lines.insert(item.line);
    }
    std::vector<View> heads;
    for (const auto year : years)
        heads.push_back(View{}.set("year", year));
    std::vector<View> rows;
    for (const auto& line : lines)
        rows.push_back(budget_row(context, programme, line, years));
    page.set("has_budget", !rows.empty()).set("years", std::move(heads)).set("budget", std::move(rows));
}

void add_questions(View& page, const Programme& programme)
{
    std::vector<View> views;
    for (const auto& question : programme.questions)
    {
        View view;
        view.set("code", question.code).set("text", question.text).set("step", false);
        for (const auto& step : programme.steps)
            if (!question.step_key.empty() && step.key == question.step_key)
                view.set("step", View{}.set("href", step_path(step.id)).set("step_title", step.title));
        views.push_back(std::move(view));
    }
    page.set("question_count", views.size()).set("has_questions", !views.empty()).set("questions", std::move(views));
}

http::Response shift_page(Context& context, const http::Form& typed, const Problem* problem)
{
    const auto view = context.read(&actions::show_programme, {});
    if (!view)
        return context.refuse(view.error());
    if (!view->programme)
        return context.refuse(not_found("programme"));
    Choices choices{{"", context.text("shift.choose")}};
    for (int years = -actions::shift_years_max; years <= actions::shift_years_max; ++years)
        if (years != 0)
            choices.emplace_back(std::to_string(years),
                                 context.count(years < 0 ? "shift.earlier" : "shift.later", std::abs(years)));
    View page;
    page.set("title", context.text("shift.title")).set("guest", false);
    add_problem(context, page, problem, {});
    FormFields fields(context, typed, problem, "shift");
    fields.select("years", choices);
    page.set("fields", std::move(fields).views())
        .set("from", date_text(view->programme->period.from, context.language()))
        .set("to", date_text(view->programme->period.to, context.language()));
    return context.page("programmes/shift", std::move(page), "programme", problem != nullptr ? 422 : 200);
}

} // namespace

http::Response show_lines(http::Request&, Context& context)
{
    const auto view = context.read(&actions::show_programme, {});
    if (!view)
        return context.refuse(view.error());
    if (!view->programme)
        return http::see_other("/programma");
    const auto& programme = *view->programme;
    View page;
    page.set("title", context.text("programme.lines_title"))
        .set("programme_title", programme.title)
        .set("guest", false)
        .set("errors", false)
        .set("line_count", programme.lines.size())
        .set("lines", line_views(programme));
    page.optional("note", programme.note);
    add_budget(context, page, programme);
    add_questions(page, programme);
    return context.page("programmes/lines", std::move(page), "programme");
}

http::Response show_shift(http::Request&, Context& context) { return shift_page(context, {}, nullptr); }

http::Response shift_programme(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto typed = form->value("years");
    const bool back = typed.starts_with('-');
    const auto number = number_from(std::string_view(typed).substr(back ? 1 : 0)).value_or(0);
    // Anything beyond the limit is refused by the action; the cap only keeps it an int.
    const auto years = static_cast<int>(std::min(number, 1000LL)) * (back ? -1 : 1);
    const auto moved = context.perform(&actions::shift_programme, {years});
    if (!moved)
    {
        const auto refused = moved.error();
        return refused.refusal == Refusal::invalid ? shift_page(context, *form, &refused) : context.refuse(refused);
    }
    return context.go("/programma", "programme_shifted", std::to_string(*moved));
}

} // namespace rondetafel::web::pages
