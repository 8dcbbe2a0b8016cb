// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/result.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>
#include <rondetafel/domain/invitations.hpp>
#include <rondetafel/domain/meetings.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel
{

/// Whom a rule reminds: those without an answer, before the answer-by date; or those who come, before the
/// meeting.
enum class ReminderKind
{
    unanswered,
    coming
};

template <>
struct Words<ReminderKind>
{
    static constexpr std::pair<ReminderKind, std::string_view> all[] = {
        {ReminderKind::unanswered, "unanswered"}, {ReminderKind::coming, "coming"}};
};

/// "So many working days before". Stored as the rule, never as a date, so that moving a meeting moves it too.
struct ReminderRule
{
    RuleId id;
    MeetingId meeting;
    ReminderKind kind = ReminderKind::unanswered;
    int working_days = 7;
    bool active = true;
};

/// T-14, T-7 and T-2 working days before the answer-by date, T-1 working day before the meeting.
std::vector<ReminderRule> default_reminder_rules(MeetingId meeting);

/// What must hold of a rule before it is stored: 0 to 60 working days.
Result<Done> check_reminder_rule(const ReminderRule& rule);

/// When a rule falls due: at 9.00 hours local on a working day (never a weekend or public holiday).
Instant due_at(const ReminderRule& rule, const Meeting& meeting);

/// The first moment after `now` at which a rule of this meeting falls due; the demo clock stops there.
std::optional<Instant> next_moment(const std::vector<ReminderRule>& rules, const Meeting& meeting,
                                   Instant now);

/// Whether mail that reminds may leave now: 8-18 h local on a working day.
bool within_office_hours(Instant now, const std::string& zone);

/// Whether this invitation must get this reminder now; the one guard, judged at the moment of sending.
/// A rule that was due on or before the day of inviting, or is late by more than two working days, is
/// skipped.
bool reminder_applies(const ReminderRule& rule, const Meeting& meeting, const Invitation& invitation,
                      Instant now);

} // namespace rondetafel
