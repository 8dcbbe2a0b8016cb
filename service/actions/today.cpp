// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/today.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

constexpr std::chrono::days looked_ahead{7};

void add_reminders(Context& context, const Meeting& meeting, const std::vector<Invitation>& invitations,
                   std::vector<Upcoming>& upcoming)
{
    for (const auto& rule : context.records.reminders.rules_of(meeting.id))
    {
        const auto due = due_at(rule, meeting);
        if (due <= context.now || due > context.now + looked_ahead)
            continue;
        const auto people =
            std::ranges::count_if(invitations, [&](const auto& invitation)
                                  { return reminder_applies(rule, meeting, invitation, due); });
        if (people > 0)
            upcoming.push_back(
                {rule.kind == ReminderKind::unanswered ? Upcoming::Kind::reminder : Upcoming::Kind::tomorrow,
                 due, meeting, static_cast<int>(people)});
    }
}

void add_ends_of_offers(const Context& context, const Meeting& meeting,
                        const std::vector<Invitation>& invitations, std::vector<Upcoming>& upcoming)
{
    for (const auto& invitation : invitations)
        if (invitation.state == InvitationState::invited && invitation.answer == Answer::offered &&
            invitation.offer_until && *invitation.offer_until > context.now &&
            *invitation.offer_until <= context.now + looked_ahead)
            upcoming.push_back({Upcoming::Kind::offer_ends, *invitation.offer_until, meeting, 1});
}

Instant begin_of_yesterday(Instant now)
{
    return to_instant(LocalTime{day_of(to_local(now, home_zone)) - std::chrono::days{1}}, home_zone);
}

} // namespace

Result<Today> show_today(Context& context, const Done&)
{
    auto& records = context.records;
    Today today;
    for (const auto& meeting : records.meetings.running(context.now))
    {
        const auto invitations = records.invitations.of(meeting.id);
        add_reminders(context, meeting, invitations, today.upcoming);
        add_ends_of_offers(context, meeting, invitations, today.upcoming);
    }
    std::ranges::stable_sort(today.upcoming, {}, &Upcoming::at);
    for (const auto& count : records.outbox.counts())
        if (count.state == LetterState::queued || count.state == LetterState::deferred)
            today.letters_waiting += count.letters;
    today.received = records.invitations.last_received(today_lines_max);
    // The demonstration's clock can be set back: what comes later than now is not there yet.
    std::erase_if(today.received,
                  [&](const auto& answer) {
                      return answer.given.given_at < begin_of_yesterday(context.now) ||
                             answer.given.given_at > context.now;
                  });
    today.undelivered = records.outbox.undelivered(today_lines_max);
    return today;
}

} // namespace rondetafel::actions
