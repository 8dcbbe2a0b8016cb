// SPDX-License-Identifier: EUPL-1.2
#include "meetings.hpp"

#include "meeting_parts.hpp"
#include "meeting_rows.hpp"
#include "tally_picture.hpp"

#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/clean_text.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

View listed(const Context& context, const actions::MeetingView& entry)
{
    const auto language = context.language();
    const auto& meeting = entry.meeting;
    View row;
    row.set("href", meeting_path(meeting.id))
        .set("name", meeting.title)
        .set("kind", context.text("meetings.kind." + std::string(word(meeting.kind))))
        .set("day", long_date(day_of(meeting.starts), language))
        .set("time", short_time_range(meeting.starts, meeting.ends, language))
        .set("state", meeting_chip(context, meeting));
    const auto come = std::to_string(entry.tally.yes + entry.tally.substitute);
    row.set("answers", meeting.state == MeetingState::draft
                           ? context.count("meetings.on_the_list", static_cast<long long>(entry.invitations.size()))
                           : context.count("meetings.come_of", entry.tally.invited, {{"come", come}}));
    return row;
}

View group(const Context& context, const std::string& name, std::vector<View> rows)
{
    View view;
    const auto count = rows.size();
    return std::move(view.set("id", name)
                         .set("heading", context.text("meetings.group." + name))
                         .set("count", count)
                         .set("rows", std::move(rows)));
}

bool any_unsent(const actions::MeetingView& entry)
{
    return std::any_of(entry.invitations.begin(), entry.invitations.end(),
                       [](const auto& invitation) { return invitation.state == InvitationState::selected; });
}

// The one next step: choose people, check and send, or ask again.
View primary(const Context& context, const actions::MeetingView& entry)
{
    const auto href = meeting_path(entry.meeting.id);
    const auto button = [&](const std::string& rest, const char* key) {
        return View{}.set("href", href + rest).set("word", context.text(key));
    };
    if (any_unsent(entry))
        return button("/versturen", "meetings.check_and_send");
    if (entry.meeting.state == MeetingState::draft)
        return button("/genodigden", "meetings.choose_invitees");
    return button("?antwoord=none&alle=ja#genodigden", "meetings.remind");
}

void add_primary(const Context& context, View& view, const actions::MeetingView& entry)
{
    const auto state = entry.meeting.state;
    const bool alive = state == MeetingState::draft || state == MeetingState::invited;
    const bool something_to_do = state == MeetingState::draft || entry.tally.none > 0 || any_unsent(entry);
    view.set("alive", alive)
        .set("may_tick", alive && context.may_write())
        .set("draft", state == MeetingState::draft)
        .set("invited", state == MeetingState::invited)
        .set("may_hold", state == MeetingState::invited && entry.meeting.starts_at() <= context.now())
        .set("may_close", state == MeetingState::held);
    if (alive && something_to_do)
        view.set("primary", primary(context, entry));
    else
        view.set("primary", false);
}

void add_warnings(const Context& context, View& view, const std::vector<DateWarning>& warnings)
{
    std::vector<View> texts;
    for (auto warning : warnings)
    {
        // A holiday comes as a catalogue word.
        for (auto& [name, value] : warning.arguments)
            if (name == "holiday")
                value = context.text("meetings." + value);
        texts.push_back(View{}.set("text", context.problem_text(warning.code, warning.arguments)));
    }
    view.set("warned", !texts.empty()).set("warnings", std::move(texts));
}

void add_agenda(View& view, const Meeting& meeting)
{
    std::vector<View> points;
    const auto lines = documents::several_lines(meeting.agenda);
    for (std::size_t at = 0; at < lines.size();)
    {
        const auto end = std::min(lines.find('\n', at), lines.size());
        if (end > at)
            points.push_back(View{}.set("text", lines.substr(at, end - at)));
        at = end + 1;
    }
    view.set("agenda_set", !points.empty() || !meeting.goal.empty())
        .optional("goal", meeting.goal)
        .set("agenda", std::move(points));
}

void add_invitees(const Context& context, View& view, const actions::MeetingView& entry, const http::Query& query)
{
    const auto filter = query.value("antwoord");
    const auto search = query.value("zoek");
    std::vector<View> rows;
    for (const auto& invitation : entry.invitations)
        if (row_is_shown(invitation, entry.invitations, filter, search))
            rows.push_back(invitee_row(context, entry, invitation, query.value("alle") == "ja"));
    view.set("filter", filter)
        .set("search", search)
        .set("shown", rows.size())
        .set("nobody", rows.empty())
        .set("anybody", !rows.empty())
        .set("rows", std::move(rows));
    if (entry.tally.invited > 0)
        view.set("tally", tally_picture(context, entry.tally, meeting_path(entry.meeting.id), filter));
    else
        view.set("tally", false);
}

} // namespace

http::Response list_meetings(http::Request&, Context& context)
{
    auto entries = context.read(actions::list_meetings, Done{});
    if (!entries)
        return context.refuse(entries.error());
    std::sort(entries->begin(), entries->end(),
              [](const auto& left, const auto& right) { return left.meeting.starts < right.meeting.starts; });
    std::vector<View> coming;
    std::vector<View> past;
    for (const auto& entry : *entries)
    {
        const auto state = entry.meeting.state;
        const bool over = state != MeetingState::draft && state != MeetingState::invited;
        (over || entry.meeting.ends_at() <= context.now() ? past : coming).push_back(listed(context, entry));
    }
    std::reverse(past.begin(), past.end());
    std::vector<View> groups;
    if (!coming.empty())
        groups.push_back(group(context, "coming", std::move(coming)));
    if (!past.empty())
        groups.push_back(group(context, "past", std::move(past)));
    View view;
    view.set("title", context.text("menu.meetings"))
        .set("guest", false)
        .set("errors", false)
        .set("empty", groups.empty())
        .set("groups", std::move(groups));
    return context.page("meetings/list", std::move(view), "meetings");
}

http::Response show_meeting(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_meeting, meeting_named(request));
    if (!entry)
        return context.refuse(entry.error());
    View view;
    add_meeting_head(context, view, entry->meeting, "invitees");
    add_primary(context, view, *entry);
    add_warnings(context, view, entry->warnings);
    add_agenda(view, entry->meeting);
    add_invitees(context, view, *entry, query_of(request));
    view.optional("cancel_reason", entry->meeting.cancel_reason);
    return context.page("meetings/show", std::move(view), "meetings");
}

} // namespace rondetafel::web::pages
