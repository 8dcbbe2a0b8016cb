// SPDX-License-Identifier: EUPL-1.2
#include "meeting_parts.hpp"
#include "meetings.hpp"

#include "problems.hpp"

#include <rondetafel/documents/clean_text.hpp>
#include <rondetafel/domain/fields.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr std::size_t reason_characters_max = 300;

using ListDeed = Result<int> (*)(actions::Context&, const actions::InvitationsWish&);

http::Response to_ticked(http::Request& request, Context& context, ListDeed deed, const std::string& notice)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    actions::InvitationsWish wish{meeting_named(request), {}};
    for (const auto id : ticked(*form))
        wish.invitations.push_back(InvitationId{id});
    const auto done = context.perform(deed, wish);
    if (!done)
        return context.refuse(done.error());
    return context.go(meeting_path(wish.meeting), "meetings." + notice, std::to_string(*done));
}

http::Response set_state(http::Request& request, Context& context, MeetingState state)
{
    const auto id = meeting_named(request);
    const auto done = context.perform(actions::set_meeting_state, {id, state});
    if (!done)
        return context.refuse(done.error());
    return context.go(meeting_path(id), "meetings." + std::string(word(state)));
}

http::Response cancel_page(http::Request& request, Context& context, const std::string& reason, const Problem* problem)
{
    const auto entry = context.read(actions::show_meeting, meeting_named(request));
    if (!entry)
        return context.refuse(entry.error());
    View view;
    add_meeting_head(context, view, entry->meeting, "");
    add_problem(context, view, problem, {"reason"});
    view.set("title", context.text("meetings.cancel_title"))
        .set("reason", reason)
        .set("told", context.count("meetings.cancel_told", entry->tally.invited));
    return context.page("meetings/cancel", std::move(view), "meetings", problem ? 422 : 200);
}

} // namespace

http::Response remind_invitees(http::Request& request, Context& context)
{
    return to_ticked(request, context, actions::remind_by_hand, "reminded");
}

http::Response withdraw_invitees(http::Request& request, Context& context)
{
    return to_ticked(request, context, actions::withdraw_invitations, "withdrawn");
}

http::Response remove_invitees(http::Request& request, Context& context)
{
    return to_ticked(request, context, actions::remove_invitees, "removed");
}

http::Response ask_cancel_reason(http::Request& request, Context& context)
{
    return cancel_page(request, context, "", nullptr);
}

http::Response cancel_meeting(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    // Letters and calendar files quote the reason.
    const actions::CancelMeeting wish{meeting_named(request), documents::one_line(form->value("reason"))};
    FieldChecks checks;
    checks.required("reason", wish.reason);
    checks.one_line("reason", wish.reason, reason_characters_max);
    if (const auto checked = checks.outcome(); !checked)
    {
        const auto problem = checked.error();
        return cancel_page(request, context, wish.reason, &problem);
    }
    const auto done = context.perform(actions::cancel_meeting, wish);
    if (!done)
        return context.refuse(done.error());
    return context.go(meeting_path(wish.meeting), "meetings.cancelled");
}

http::Response mark_meeting_held(http::Request& request, Context& context)
{
    return set_state(request, context, MeetingState::held);
}

http::Response mark_meeting_closed(http::Request& request, Context& context)
{
    return set_state(request, context, MeetingState::closed);
}

http::Response delete_draft_meeting(http::Request& request, Context& context)
{
    const auto done = context.perform(actions::delete_draft, meeting_named(request));
    if (!done)
        return context.refuse(done.error());
    return context.go("/bijeenkomsten", "meetings.draft_deleted");
}

} // namespace rondetafel::web::pages
