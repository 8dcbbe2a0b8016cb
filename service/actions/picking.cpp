// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/picking.hpp>

namespace rondetafel::actions
{

namespace
{

constexpr int parties_shown_max = 500;

} // namespace

Result<PickView> pick_contacts(Context& context, const PickWish& wish)
{
    const auto meeting = context.records.meetings.find(wish.meeting);
    if (!meeting)
        return not_found("meeting");
    PickView view;
    view.meeting = *meeting;
    auto filter = wish.filter;
    filter.limit = parties_shown_max;
    view.parties = context.records.parties.list(filter);
    view.tags = context.records.parties.tags();
    if (auto programme = context.records.programmes.find(meeting->programme))
        view.lines = std::move(programme->lines);
    for (const auto& invitation : context.records.invitations.of(meeting->id))
        if (invitation.contact)
            view.on_the_list.push_back(*invitation.contact);
    return view;
}

Result<Meeting> plan_meeting(Context& context, const std::optional<StepId>& step)
{
    Meeting meeting;
    if (step)
    {
        const auto found = context.records.programmes.find_step(*step);
        if (!found)
            return not_found("step");
        meeting.programme = found->programme;
        meeting.step = found->id;
        meeting.title = found->title;
        meeting.kind = found->meeting_kind.value_or(MeetingKind::round_table);
        return meeting;
    }
    const auto programme = context.records.programmes.current();
    if (!programme)
        return not_found("programme");
    meeting.programme = programme->id;
    return meeting;
}

Result<MeetingLetters> meeting_letters(Context& context, const MeetingId& id)
{
    const auto meeting = context.records.meetings.find(id);
    if (!meeting)
        return not_found("meeting");
    return MeetingLetters{*meeting, context.records.invitations.of(id), context.records.outbox.of_meeting(id)};
}

} // namespace rondetafel::actions
