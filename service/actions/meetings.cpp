// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/meetings.hpp>

#include "meeting_letters.hpp"

#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/actions/letters.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

bool is_alive(MeetingState state) { return state == MeetingState::draft || state == MeetingState::invited; }

MeetingView view_of(Context& context, const Meeting& meeting, const Programme* programme)
{
    MeetingView view;
    view.meeting = meeting;
    if (meeting.step)
        view.step = context.records.programmes.find_step(*meeting.step);
    view.invitations = context.records.invitations.of(meeting.id);
    view.rules = context.records.reminders.rules_of(meeting.id);
    view.tally = tally(view.invitations);
    if (programme != nullptr && is_alive(meeting.state))
        view.warnings = date_warnings(day_of(meeting.starts), view.step ? &*view.step : nullptr, programme->peaks,
                                      context.actor.account ? context.actor.account->language : Language::nl);
    return view;
}

Result<MeetingId> add_meeting(Context& context, Meeting meeting)
{
    meeting.state = MeetingState::draft;
    meeting.sequence = 0;
    meeting.uid = hex(context.installation.randomness->bytes(16)) + '@' + context.installation.mail_domain;
    meeting.id = context.records.meetings.add(meeting);
    for (const auto& rule : default_reminder_rules(meeting.id))
        context.records.reminders.add_rule(rule);
    auto made = event(context, "meeting.planned");
    made.meeting = meeting.id;
    context.records.events.add(made);
    return meeting.id;
}

// After a real change partners answer again, unless the coordinator lets their answers stand.
void reset_answers(Context& context, const Meeting& meeting)
{
    for (auto invitation : context.records.invitations.of(meeting.id))
    {
        if (invitation.state != InvitationState::invited || invitation.answer == Answer::none)
            continue;
        invitation.answer = Answer::none;
        invitation.offer_until.reset();
        invitation.waiting_since.reset();
        invitation.contradictory = false;
        context.records.invitations.save(invitation);
    }
}

Result<MeetingId> change_meeting(Context& context, const SaveMeeting& wish, const Meeting& before)
{
    auto meeting = wish.meeting;
    meeting.state = before.state;
    meeting.uid = before.uid;
    meeting.sequence = before.sequence;
    meeting.invited_at = before.invited_at;
    meeting.programme = before.programme;
    const bool concerns = before.state == MeetingState::invited && concerns_invitees(before, meeting);
    if (concerns)
        ++meeting.sequence;
    context.records.meetings.save(meeting);
    if (concerns && !wish.keep_answers)
        reset_answers(context, meeting);
    if (concerns && wish.tell)
        write_update(context, meeting, before, !wish.keep_answers);
    offer_free_places(context, meeting);
    auto made = event(context, concerns ? "meeting.moved" : "meeting.changed");
    made.meeting = meeting.id;
    context.records.events.add(made);
    return meeting.id;
}

} // namespace

Result<MeetingView> show_meeting(Context& context, const MeetingId& id)
{
    const auto meeting = context.records.meetings.find(id);
    if (!meeting)
        return not_found("meeting");
    const auto programme = context.records.programmes.find(meeting->programme);
    auto view = view_of(context, *meeting, programme ? &*programme : nullptr);
    view.not_reached_yet = context.records.outbox.waiting_for_first(id);
    return view;
}

Result<std::vector<MeetingView>> list_meetings(Context& context, const Done&)
{
    std::vector<MeetingView> views;
    if (const auto programme = context.records.programmes.current())
        for (const auto& meeting : context.records.meetings.of(programme->id))
            views.push_back(view_of(context, meeting, nullptr));
    return views;
}

Result<MeetingId> save_meeting(Context& context, const SaveMeeting& wish)
{
    if (!wish.meeting.id)
    {
        if (auto checked = check_meeting(wish.meeting, context.now, wish.occurrence_chosen); !checked)
            return checked.error();
        return add_meeting(context, wish.meeting);
    }
    const auto before = context.records.meetings.find(wish.meeting.id);
    if (!before)
        return not_found("meeting");
    if (!is_alive(before->state))
        return conflict("meeting.over");
    if (auto checked = check_meeting(wish.meeting, context.now, wish.occurrence_chosen, &*before); !checked)
        return checked.error();
    if (before->revision != wish.meeting.revision)
        return conflict("changed.meanwhile");
    return change_meeting(context, wish, *before);
}

Result<int> send_invitations(Context& context, const MeetingId& id)
{
    auto meeting = context.records.meetings.find(id);
    if (!meeting)
        return not_found("meeting");
    if (!is_alive(meeting->state))
        return conflict("meeting.over");
    if (meeting->answers_until() <= context.now)
        return conflict("meeting.answer_by_passed");
    int written = 0;
    for (auto invitation : context.records.invitations.of(id))
    {
        if (invitation.state != InvitationState::selected)
            continue;
        invitation.state = InvitationState::invited;
        invitation.invited_at = context.now;
        context.records.invitations.save(invitation);
        queue_letter(context, LetterKind::invitation, *meeting, invitation, occasion_of(*meeting), {}, true);
        ++written;
    }
    if (written == 0)
        return conflict("meeting.nobody_to_invite");
    if (meeting->state == MeetingState::draft)
    {
        meeting->state = MeetingState::invited;
        meeting->invited_at = context.now;
        context.records.meetings.save(*meeting);
    }
    auto made = event(context, "meeting.invited", std::to_string(written));
    made.meeting = id;
    context.records.events.add(made);
    return written;
}

Result<Done> cancel_meeting(Context& context, const CancelMeeting& wish)
{
    auto meeting = context.records.meetings.find(wish.meeting);
    if (!meeting)
        return not_found("meeting");
    if (!is_alive(meeting->state))
        return conflict("meeting.over");
    meeting->state = MeetingState::cancelled;
    meeting->cancel_reason = wish.reason;
    ++meeting->sequence;
    context.records.meetings.save(*meeting);
    for (const auto& invitation : context.records.invitations.of(meeting->id))
        if (invitation.state == InvitationState::invited)
        {
            context.records.outbox.cancel_waiting(invitation.id);
            queue_letter(context, LetterKind::cancellation, *meeting, invitation, occasion_of(*meeting));
        }
    auto made = event(context, "meeting.cancelled", wish.reason);
    made.meeting = meeting->id;
    context.records.events.add(made);
    return Done{};
}

Result<Done> delete_draft(Context& context, const MeetingId& id)
{
    const auto meeting = context.records.meetings.find(id);
    if (!meeting)
        return not_found("meeting");
    if (meeting->state != MeetingState::draft)
        return conflict("meeting.not_a_draft");
    context.records.meetings.remove_draft(id);
    return Done{};
}

Result<Done> set_meeting_state(Context& context, const SetMeetingState& wish)
{
    auto meeting = context.records.meetings.find(wish.meeting);
    if (!meeting)
        return not_found("meeting");
    const bool to_held = wish.state == MeetingState::held && meeting->state == MeetingState::invited &&
                         meeting->starts_at() <= context.now;
    const bool to_closed = wish.state == MeetingState::closed && meeting->state == MeetingState::held;
    if (!to_held && !to_closed)
        return conflict("meeting.state_not_possible");
    meeting->state = wish.state;
    context.records.meetings.save(*meeting);
    auto made = event(context, to_held ? "meeting.held" : "meeting.closed");
    made.meeting = meeting->id;
    context.records.events.add(made);
    return Done{};
}

Result<Done> save_rules(Context& context, const SaveRules& wish)
{
    for (const auto& rule : wish.rules)
        if (auto checked = check_reminder_rule(rule); !checked)
            return checked.error();
    const auto known = context.records.reminders.rules_of(wish.meeting);
    for (const auto& rule : wish.rules)
        if (std::any_of(known.begin(), known.end(), [&](const auto& old) { return old.id == rule.id; }))
            context.records.reminders.save_rule(rule);
    return Done{};
}

} // namespace rondetafel::actions
