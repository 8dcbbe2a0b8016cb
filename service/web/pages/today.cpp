// SPDX-License-Identifier: EUPL-1.2
#include "today.hpp"

#include "covenants/covenant_parts.hpp"
#include "rounds/round_parts.hpp"
#include "seats_picture.hpp"
#include "today_parts.hpp"

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/meetings.hpp>
#include <rondetafel/actions/programmes.hpp>
#include <rondetafel/actions/today.hpp>
#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

namespace
{

using templates::View;

constexpr std::size_t todo_max = 5;
constexpr std::size_t agenda_max = 4;

std::string icon_of(const std::string& key)
{
    if (key == "mend_address" || key.starts_with("letters_"))
        return "mailx";
    if (key == "choose_day" || key == "send_invitations" || key == "mark_held")
        return "cal";
    if (key.starts_with("round_"))
        return "paper";
    return key == "contradictory" ? "user" : "warn";
}

/// One thing that asks something of the coordinator.
View todo(const Context& context, const std::string& key, const Arguments& arguments, const std::string& href)
{
    View view;
    for (const char* icon : {"mailx", "cal", "user", "paper", "warn"})
        view.set(std::string("icon_") + icon, icon == icon_of(key));
    return view.set("what", context.text("today." + key, arguments))
        .set("why", context.text("today." + key + "_why", arguments))
        .set("button", context.text("today." + key + "_button"))
        .set("href", href)
        .set("first", false);
}

std::string address_of(const Meeting& meeting) { return "/bijeenkomsten/" + std::to_string(meeting.id.value); }

void add_todos_of(const Context& context, const actions::MeetingView& view, std::vector<View>& todos)
{
    const auto& meeting = view.meeting;
    const Arguments title{{"title", meeting.title}, {"date", weekday_and_date(day_of(meeting.starts), context.language())}};
    if (meeting.state == MeetingState::draft)
        todos.push_back(todo(context, "send_invitations", title, address_of(meeting)));
    if (meeting.state == MeetingState::invited && meeting.ends_at() <= context.now())
        todos.push_back(todo(context, "mark_held", title, address_of(meeting)));
    for (const auto& invitation : view.invitations)
    {
        if (meeting.state != MeetingState::invited || invitation.state != InvitationState::invited)
            continue;
        const Arguments who{{"name", full_name(invitation.name)}, {"organisation", invitation.organisation},
                            {"title", meeting.title}};
        if (invitation.address_state == AddressState::refused && invitation.answer == Answer::none)
            todos.push_back(todo(context, "mend_address", who,
                                 "/uitnodigingen/" + std::to_string(invitation.id.value)));
        if (invitation.contradictory)
            todos.push_back(todo(context, "contradictory", who,
                                 "/uitnodigingen/" + std::to_string(invitation.id.value)));
    }
}

// Steps that ask for a day or are late; what lies beyond the next quarter can wait.
void add_todos_of(const Context& context, const actions::ProgrammeView& programme, std::vector<View>& todos)
{
    constexpr auto ahead = std::chrono::days(92);
    for (const auto& row : programme.rows)
    {
        const auto& step = row.step;
        const auto id = std::to_string(step.id.value);
        if (row.standing == StepStanding::no_date_yet && step.window && step.window->from - programme.today < ahead)
            todos.push_back(todo(context, "choose_day",
                                 {{"title", step.title},
                                  {"window", step.window_text},
                                  {"until", weekday_and_date(step.window->to, context.language())}},
                                 "/bijeenkomsten/nieuw?stap=" + id));
        if (row.standing == StepStanding::late)
            todos.push_back(todo(context, "late",
                                 {{"title", step.title},
                                  {"days", std::to_string(row.days_late)},
                                  {"until", weekday_and_date(step.window->to, context.language())}},
                                 "/programma/stappen/" + id));
    }
}

/// A round that closed asks for decisions, then for a text, then for a version.
void add_todos_of(const Context& context, const std::vector<actions::UnconcludedRound>& rounds, std::vector<View>& todos)
{
    for (const auto& [covenant, summary, in_text] : rounds)
    {
        if (summary.round.state != RoundState::closed)
            continue;
        const auto key = summary.undecided > 0 ? "round_decide" : in_text ? "round_issue" : "round_merge";
        const auto href = summary.undecided > 0 ? round_path(summary.round, "/reacties")
                          : in_text             ? covenant_path(summary.round.covenant, "/versies/nieuw")
                                                : round_path(summary.round, "/verwerken");
        todos.push_back(todo(context, key,
                             {{"title", covenant}, {"undecided", context.count("rounds.undecided", summary.undecided)}}, href));
    }
}

View agenda_entry(const Context& context, const actions::MeetingView& view)
{
    const auto& meeting = view.meeting;
    const auto day = day_of(meeting.starts);
    const std::chrono::year_month_day date{day};
    const auto days = (day - context.today()).count();
    return View{}
        .set("title", meeting.title)
        .set("href", address_of(meeting))
        .set("weekday", short_weekday_name(day, context.language()))
        .set("day", static_cast<unsigned>(date.day()))
        .set("month", short_month_name(day, context.language()))
        .set("when", weekday_and_date(day, context.language()) + ", " + time_text(meeting.starts, context.language()))
        .set("place", meeting.place.empty() ? meeting.online_url : meeting.place)
        .set("in_days", days == 0 ? context.text("today.today") : context.count("today.in_days", days))
        .set("coming", context.text("today.coming", {{"yes", std::to_string(view.tally.yes + view.tally.substitute)},
                                                     {"invited", std::to_string(view.tally.invited)}}));
}

void add_agenda(const Context& context, View& view, const std::vector<actions::MeetingView>& meetings)
{
    view.set("next", false);
    std::vector<View> agenda;
    bool first = true;
    for (const auto& entry : meetings)
    {
        const auto& meeting = entry.meeting;
        const bool coming = meeting.starts_at() > context.now() &&
                            (meeting.state == MeetingState::invited || meeting.state == MeetingState::draft);
        if (!coming || agenda.size() == agenda_max)
            continue;
        const auto seats = first && entry.tally.invited > 0 ? seats_picture(context, entry.tally) : "";
        if (seats.empty())
            agenda.push_back(agenda_entry(context, entry));
        else
            view.set("next", agenda_entry(context, entry).set("seats_svg", seats));
        first = false;
    }
    view.set("no_agenda", first).set("has_agenda", !agenda.empty()).set("agenda", std::move(agenda));
}

void add_todos_of(const Context& context, const actions::Post& post, std::vector<View>& todos)
{
    for (const auto& count : post.counts)
        if (count.state == LetterState::failed || count.state == LetterState::uncertain)
            todos.push_back(todo(context, "letters_" + std::string(word(count.state)),
                                 {{"count", std::to_string(count.letters)}},
                                 "/post?stand=" + std::string(word(count.state))));
}

void add_todos(View& view, std::vector<View> todos)
{
    view.set("todo_count", todos.size());
    if (todos.size() > todo_max)
        todos.erase(todos.begin() + todo_max, todos.end());
    if (!todos.empty())
        todos.front().set("first", true);
    view.set("has_todos", !todos.empty()).set("todos", std::move(todos));
}

} // namespace

http::Response show_today(http::Request&, Context& context)
{
    const auto meetings = context.read(actions::list_meetings, Done{});
    View view;
    view.set("title", context.text("today.title")).set("guest", false).set("errors", false);
    view.set("date", long_date(context.today(), context.language()) + ", " +
                         context.text("today.week", {{"week", std::to_string(iso_week(context.today()))}}));
    std::vector<View> todos;
    for (const auto& entry : *meetings)
        add_todos_of(context, entry, todos);
    const auto today = *context.read(actions::show_today, Done{});
    add_todos_of(context, today.rounds, todos);
    view.set("strip", false);
    if (const auto programme = context.read(actions::show_programme, Done{}))
    {
        add_todos_of(context, *programme, todos);
        add_programme_strip(context, view, *programme);
    }
    add_todos_of(context, *context.read(actions::show_post, {}), todos);
    add_todos(view, std::move(todos));
    add_agenda(context, view, *meetings);
    add_today_lists(context, view, today);
    return context.page("today/today", std::move(view), "today");
}

} // namespace rondetafel::web::pages
