// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/calendar.hpp>
#include <rondetafel/domain/fields.hpp>
#include <rondetafel/domain/reminders.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

using std::chrono::hours;

constexpr hours due_hour{9};
constexpr hours office_opens{8};
constexpr hours office_closes{18};
constexpr int late_working_days_max = 2;
constexpr int rule_working_days_max = 60;

Day due_day(const ReminderRule& rule, const Meeting& meeting)
{
    const auto anchor = day_of(rule.kind == ReminderKind::coming ? meeting.starts : meeting.answer_by);
    const auto day = working_days_before(anchor, rule.working_days);
    return is_working_day(day) ? day : working_days_before(day, 1);
}

/// Whether the rule's moment has come, is not long past, and came after this person was invited.
bool is_due(const ReminderRule& rule, const Meeting& meeting, const Invitation& invitation, Instant now)
{
    const auto day = due_day(rule, meeting);
    const auto invited_at = invitation.invited_at ? invitation.invited_at : meeting.invited_at;
    if (now < due_at(rule, meeting) || !invited_at)
        return false;
    // Whoever was invited on the day itself has just read the same thing.
    if (day_of(to_local(*invited_at, meeting.zone)) >= day)
        return false;
    return day_of(to_local(now, meeting.zone)) <= working_days_after(day, late_working_days_max);
}

/// Whether this person is among those the rule is for, at this very moment.
bool is_addressed(const ReminderRule& rule, const Meeting& meeting, const Invitation& invitation, Instant now)
{
    if (rule.kind == ReminderKind::unanswered)
        return invitation.answer == Answer::none && now < meeting.answers_until() &&
               now < meeting.starts_at();
    // Who said yes after the rule fell due has the receipt before them.
    const bool known = !invitation.answered_at || *invitation.answered_at <= due_at(rule, meeting);
    return invitation.answer == Answer::yes && known && now < meeting.starts_at();
}

} // namespace

std::vector<ReminderRule> default_reminder_rules(MeetingId meeting)
{
    return {{{}, meeting, ReminderKind::unanswered, 14},
            {{}, meeting, ReminderKind::unanswered, 7},
            {{}, meeting, ReminderKind::unanswered, 2},
            {{}, meeting, ReminderKind::coming, 1}};
}

Result<Done> check_reminder_rule(const ReminderRule& rule)
{
    if (rule.working_days < 0 || rule.working_days > rule_working_days_max)
        return invalid("working_days", "reminder.range",
                       {{"min", "0"}, {"max", std::to_string(rule_working_days_max)}});
    return Done{};
}

Instant due_at(const ReminderRule& rule, const Meeting& meeting)
{
    return to_instant(LocalTime{due_day(rule, meeting)} + due_hour, meeting.zone);
}

std::optional<Instant> next_moment(const std::vector<ReminderRule>& rules, const Meeting& meeting,
                                   Instant now)
{
    std::optional<Instant> next;
    if (meeting.state != MeetingState::invited)
        return next;
    for (const auto& rule : rules)
    {
        const auto due = due_at(rule, meeting);
        if (rule.active && due > now && (!next || due < *next))
            next = due;
    }
    return next;
}

bool within_office_hours(Instant now, const std::string& zone)
{
    const auto local = to_local(now, zone);
    const auto day = day_of(local);
    const auto clock = local - LocalTime{day};
    return is_working_day(day) && clock >= office_opens && clock < office_closes;
}

bool reminder_applies(const ReminderRule& rule, const Meeting& meeting, const Invitation& invitation,
                      Instant now)
{
    const bool of_this_meeting = rule.meeting == meeting.id && invitation.meeting == meeting.id;
    const bool can_be_reached =
        invitation.state == InvitationState::invited && invitation.address_state == AddressState::good;
    return rule.active && of_this_meeting && can_be_reached && meeting.state == MeetingState::invited &&
           within_office_hours(now, meeting.zone) && is_due(rule, meeting, invitation, now) &&
           is_addressed(rule, meeting, invitation, now);
}

} // namespace rondetafel
