// SPDX-License-Identifier: EUPL-1.2
#include "programmes.hpp"

#include "meeting_parts.hpp"
#include "timeline_picture.hpp"

#include "covenants/covenant_standing.hpp"

#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/csv.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

std::string short_month(const Context& context, Day day)
{
    return short_month_name(day, context.language()) + ' ' +
           std::to_string(static_cast<int>(std::chrono::year_month_day{day}.year()));
}

bool needs_attention(const TimelineRow& row)
{
    return row.standing == StepStanding::late || row.standing == StepStanding::no_date_yet;
}

// One link at most: the next sensible step.
void add_next_link(const Context& context, View& out, const Programme& programme, const TimelineRow& row)
{
    std::string href;
    std::string key;
    const bool asked =
        std::any_of(programme.questions.begin(), programme.questions.end(),
                    [&](const OpenQuestion& question) { return question.step_key == row.step.key; });
    if (row.meeting)
    {
        href = meeting_path(row.meeting->id);
        key = "programme.to_meeting";
    }
    else if (row.step.meeting_kind && row.step.state != StepState::done && context.may_write())
    {
        href = "/bijeenkomsten/nieuw?stap=" + std::to_string(row.step.id.value);
        key = "programme.plan_meeting";
    }
    else if (row.standing == StepStanding::late && context.may_write())
    {
        href = step_path(row.step.id) + "#state";
        key = "programme.update_state";
    }
    else if (row.standing == StepStanding::empty_in_note && asked)
    {
        href = "/programma/lijnen#vragen";
        key = "programme.open_question";
    }
    out.set("next", false);
    if (!key.empty())
        out.set("next", View{}.set("href", href).set("word", context.text(key)));
}

using Standings = std::vector<actions::CovenantStanding>;

View row_view(const Context& context, const actions::ProgrammeView& view, const Standings& standings,
              const TimelineRow& row)
{
    const bool before = row.step.window && !row.meeting && view.scale.begins_after(*row.step.window);
    View out;
    out.set("number", row.step.number)
        .set("title", row.step.title)
        .set("href", step_path(row.step.id))
        .set("window", row.step.window_text)
        .set("attention", needs_attention(row))
        .set("chip", step_chip(context, row));
    out.optional("track", before ? "" : timeline_track(row, view.scale, view.today));
    out.optional("before",
                 before ? context.text("programme.before", {{"month", short_month(context, view.scale.from)}})
                        : "");
    add_covenants_of_step(context, out, standings, row.step.id);
    add_next_link(context, out, *view.programme, row);
    return out;
}

std::vector<View> groups_of(const Context& context, const actions::ProgrammeView& view,
                            const Standings& standings)
{
    std::vector<View> groups;
    for (const auto& [lane, word] : Words<Lane>::all)
    {
        std::vector<View> rows;
        for (const auto& row : view.rows)
            if (row.step.lane == lane)
                rows.push_back(row_view(context, view, standings, row));
        if (!rows.empty())
            groups.push_back(
                View{}.set("lane", context.text("lane." + std::string(word))).set("rows", std::move(rows)));
    }
    return groups;
}

long long standing_count(const actions::ProgrammeView& view, StepStanding standing)
{
    return std::count_if(view.rows.begin(), view.rows.end(),
                         [&](const TimelineRow& row) { return row.standing == standing; });
}

void add_facts(const Context& context, View& page, const actions::ProgrammeView& view)
{
    const auto late = standing_count(view, StepStanding::late);
    const auto undated = standing_count(view, StepStanding::no_date_yet);
    const auto steps =
        static_cast<long long>(view.rows.size()) - standing_count(view, StepStanding::empty_in_note);
    std::string attention = late > 0 ? context.count("programme.late", late) : "";
    if (undated > 0)
        attention += (attention.empty() ? "" : ", ") + context.count("programme.undated", undated);
    const auto questions = static_cast<long long>(view.programme->questions.size());
    page.set("done", context.count("programme.done", steps,
                                   {{"done", std::to_string(standing_count(view, StepStanding::done))}}))
        .optional("attention", attention)
        .optional("questions", questions > 0 ? context.count("programme.questions", questions) : "");
}

http::Response no_programme(Context& context)
{
    View page;
    page.set("title", context.text("programme.none_title")).set("guest", false).set("errors", false);
    return context.page("programmes/none", std::move(page), "programme");
}

} // namespace

std::string step_path(StepId id)
{
    return "/programma/stappen/" + std::to_string(id.value);
}

View for_step_chip(View chip, const std::string& icon)
{
    for (const char* name : {"question", "arrow"})
        chip.set(std::string("icon_") + name, icon == name);
    return chip;
}

std::string step_standing_text(const Context& context, const TimelineRow& row)
{
    if (row.standing == StepStanding::late)
        return context.count("programme.days_late", row.days_late);
    const auto key = "step_standing." + std::string(word(row.standing));
    if (row.standing == StepStanding::begins_later && row.step.window)
        return context.text(key, {{"day", date_text(row.step.window->from, context.language())}});
    return context.text(key);
}

View step_chip(const Context& context, const TimelineRow& row)
{
    const auto text = step_standing_text(context, row);
    switch (row.standing)
    {
    case StepStanding::done:
        return for_step_chip(chip("success", "check", text));
    case StepStanding::running:
        return for_step_chip(chip("neutral", "arrow", text), "arrow");
    case StepStanding::begins_later:
        return for_step_chip(chip("inactive", "wait", text));
    case StepStanding::no_date_yet:
        return for_step_chip(chip("warning", "clock", text));
    case StepStanding::late:
        return for_step_chip(chip("warning", "warn", text));
    case StepStanding::empty_in_note:
        return for_step_chip(chip("inactive", "question", text, true), "question");
    case StepStanding::invited:
        return for_step_chip(chip("neutral", "send", text));
    case StepStanding::planned:
        return for_step_chip(chip("inactive", "pen", text, true));
    }
    return {};
}

http::Response show_programme(http::Request&, Context& context)
{
    const auto view = context.read(&actions::show_programme, {});
    if (!view)
        return context.refuse(view.error());
    if (!view->programme)
        return no_programme(context);
    const auto standings = context.read(actions::covenant_standings, Done{});
    if (!standings)
        return context.refuse(standings.error());
    View page;
    page.set("title", view->programme->title).set("guest", false).set("errors", false);
    add_facts(context, page, *view);
    const bool drawn =
        std::any_of(view->rows.begin(), view->rows.end(), [](const auto& row) { return row.drawn; });
    page.optional("picture", drawn ? timeline_picture(context, *view) : "");
    page.set("axis", short_month(context, view->scale.from) + " – " + short_month(context, view->scale.to))
        .set("count", view->rows.size())
        .set("groups", groups_of(context, *view, *standings))
        .set("no_steps", view->rows.empty());
    return context.page("programmes/programme", std::move(page), "programme");
}

http::Response download_steps(http::Request&, Context& context)
{
    const auto view = context.read(&actions::show_programme, {});
    if (!view)
        return context.refuse(view.error());
    if (!view->programme)
        return no_programme(context);
    std::vector<std::string> header;
    for (const char* column : {"lane", "number", "title", "content", "window_text", "from", "to", "state"})
        header.push_back(context.text("step_form." + std::string(column)));
    documents::Csv csv(header);
    for (const auto& row : view->rows)
    {
        const auto& window = row.step.window;
        csv.row({context.text("lane." + std::string(word(row.step.lane))), row.step.number, row.step.title,
                 row.step.content, row.step.window_text, window ? short_date(window->from, Language::nl) : "",
                 window ? short_date(window->to, Language::nl) : "", step_standing_text(context, row)});
    }
    auto response = http::text(200, csv.text());
    response.content_type = "text/csv; charset=utf-8";
    response.set_header("Content-Disposition", "attachment; filename=\"stappen.csv\"");
    return response;
}

} // namespace rondetafel::web::pages
