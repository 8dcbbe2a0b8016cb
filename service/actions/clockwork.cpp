// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/clockwork.hpp>

#include "meeting_letters.hpp"

#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/rounds.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

LetterKind letter_of(ReminderKind kind)
{
    return kind == ReminderKind::unanswered ? LetterKind::reminder : LetterKind::tomorrow;
}

int remind(Context& context, const Meeting& meeting)
{
    int written = 0;
    const auto invitations = context.records.invitations.of(meeting.id);
    for (const auto& rule : context.records.reminders.rules_of(meeting.id))
    {
        if (!rule.active || due_at(rule, meeting) > context.now)
            continue;
        for (const auto& invitation : invitations)
        {
            if (!reminder_applies(rule, meeting, invitation, context.now) ||
                context.records.reminders.made(rule.id, invitation.id))
                continue;
            // The unique index decides between two machines: the loser's transaction is undone as a whole.
            context.records.reminders.make(rule.id, invitation.id, context.now);
            queue_letter(context, letter_of(rule.kind), meeting, invitation,
                         "rule:" + std::to_string(rule.id.value), {}, true);
            ++written;
        }
    }
    return written;
}

int end_offers(Context& context)
{
    int written = 0;
    for (auto invitation : context.records.invitations.expired_offers(context.now))
    {
        const auto meeting = context.records.meetings.find(invitation.meeting);
        // Who let an offer pass goes to the end of the line.
        invitation.answer = Answer::waiting;
        invitation.waiting_since = context.now;
        invitation.offer_until.reset();
        context.records.invitations.save(invitation);
        auto made = event(context, "offer.expired", full_name(invitation.name));
        made.meeting = invitation.meeting;
        made.invitation = invitation.id;
        context.records.events.add(made);
        written += offer_free_places(context, *meeting);
    }
    return written;
}

void keep_earliest(std::optional<Instant>& earliest, std::optional<Instant> candidate)
{
    if (candidate && (!earliest || *candidate < *earliest))
        earliest = candidate;
}

} // namespace

Result<int> do_what_is_due(Context& context, const Done&)
{
    int written = end_offers(context);
    for (const auto& meeting : context.records.meetings.running(context.now))
        written += remind(context, meeting);
    return written + do_what_is_due_in_rounds(context);
}

Result<std::optional<Instant>> next_due(Context& context, const Done&)
{
    auto earliest = next_due_in_rounds(context);
    for (const auto& meeting : context.records.meetings.running(context.now))
    {
        keep_earliest(earliest, next_moment(context.records.reminders.rules_of(meeting.id), meeting, context.now));
        for (const auto& invitation : context.records.invitations.of(meeting.id))
            if (invitation.answer == Answer::offered && invitation.offer_until > context.now)
                keep_earliest(earliest, invitation.offer_until);
    }
    return earliest;
}

} // namespace rondetafel::actions
