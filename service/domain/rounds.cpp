// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/calendar.hpp>
#include <rondetafel/domain/fields.hpp>
#include <rondetafel/domain/reminders.hpp>
#include <rondetafel/domain/rounds.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

using std::chrono::hours;

constexpr hours due_hour{9};
constexpr int late_working_days_max = 2;
constexpr int reminder_working_days_max = 60;
constexpr std::size_t reminders_max = 5;
constexpr std::size_t introduction_characters_max = 4000;

Day reminder_day(const Round& round, int working_days)
{
    const auto day = working_days_before(day_of(round.closes), working_days);
    return is_working_day(day) ? day : working_days_before(day, 1);
}

void keep_earliest(std::optional<Instant>& earliest, Instant candidate, Instant now)
{
    if (candidate > now && (!earliest || candidate < *earliest))
        earliest = candidate;
}

} // namespace

Result<Done> check_round(const Round& round, std::optional<Instant> now)
{
    FieldChecks checks;
    if (round.closes <= round.opens)
        checks.refuse("closes", "round.closes_before_opening");
    else if (now && round.closes_at() <= *now)
        checks.refuse("closes", "round.closes_in_the_past");
    const bool in_range = std::all_of(round.reminders.begin(), round.reminders.end(), [](int days) {
        return days >= 1 && days <= reminder_working_days_max;
    });
    if (!in_range || round.reminders.size() > reminders_max)
        checks.refuse("reminders", "round.reminders_range",
                      {{"count", std::to_string(reminders_max)}, {"max", std::to_string(reminder_working_days_max)}});
    checks.lines("introduction", round.introduction, introduction_characters_max);
    return checks.outcome();
}

ReactionWindow reaction_window(const Round& round, Instant now)
{
    if (round.state == RoundState::planned || now < round.opens_at())
        return ReactionWindow::not_yet;
    if (round.state == RoundState::concluded)
        return ReactionWindow::closed;
    if (round.state == RoundState::open && now < round.closes_at())
        return ReactionWindow::open;
    return round.accept_late ? ReactionWindow::late : ReactionWindow::closed;
}

bool may_read(const Round& round, const Reaction& reaction, const Remark& remark, std::optional<CovenantPartyId> reader)
{
    if (reader && *reader == reaction.party)
        return true;
    if (reader)
        return round.visibility == Visibility::open && (reaction.given_at.has_value() || remark.carried_openly);
    const bool finished = round.state == RoundState::closed || round.state == RoundState::concluded;
    return reaction.given_at.has_value() || finished || remark.carried_from.has_value();
}

Instant reminder_due_at(const Round& round, int working_days)
{
    return to_instant(LocalTime{reminder_day(round, working_days)} + due_hour, home_zone);
}

bool reminder_applies(const Round& round, int working_days, const Consultee& consultee, const Reaction& reaction,
                      Instant now)
{
    const bool of_this_round = consultee.round == round.id && reaction.round == round.id &&
                               consultee.party == reaction.party;
    if (!of_this_round || !consultee.invited_at || consultee.withdrawn_at || reaction.given_at)
        return false;
    if (reaction_window(round, now) != ReactionWindow::open || now < reminder_due_at(round, working_days) ||
        !within_office_hours(now, home_zone))
        return false;
    const auto day = reminder_day(round, working_days);
    // Whoever was asked on the day itself has just read the same thing.
    return day_of(to_local(*consultee.invited_at, home_zone)) < day &&
           day_of(to_local(now, home_zone)) <= working_days_after(day, late_working_days_max);
}

std::optional<Instant> next_moment(const Round& round, Instant now)
{
    std::optional<Instant> earliest;
    if (round.state == RoundState::planned)
        keep_earliest(earliest, round.opens_at(), now);
    if (round.state != RoundState::open)
        return earliest;
    keep_earliest(earliest, round.closes_at(), now);
    for (const int working_days : round.reminders)
        keep_earliest(earliest, reminder_due_at(round, working_days), now);
    return earliest;
}

bool letter_still_relevant(LetterKind kind, const Round& round, const Consultee& consultee, const Reaction& reaction,
                           Instant now)
{
    if (consultee.withdrawn_at)
        return false;
    const auto window = reaction_window(round, now);
    if (kind == LetterKind::reaction_invitation || kind == LetterKind::reaction_update)
        return window == ReactionWindow::open || window == ReactionWindow::late;
    if (kind == LetterKind::reaction_reminder)
        return window == ReactionWindow::open && !reaction.given_at;
    return kind == LetterKind::reaction_receipt ? reaction.given_at.has_value()
                                                : kind == LetterKind::reaction_decisions;
}

PartyProgress progress_of(const Reaction& reaction, const std::vector<Remark>& remarks)
{
    const auto any = [&](bool (Remark::*holds)() const) {
        return std::any_of(remarks.begin(), remarks.end(), [&](const Remark& remark) {
            return remark.reaction == reaction.id && (remark.*holds)();
        });
    };
    if (!reaction.given_at)
        return any(&Remark::is_new) ? PartyProgress::writing : PartyProgress::silent;
    return any(&Remark::asks_decision) ? PartyProgress::with_remarks : PartyProgress::no_remarks;
}

RoundTally tally(const std::vector<Reaction>& reactions, const std::vector<Remark>& remarks)
{
    RoundTally sum;
    for (const auto& reaction : reactions)
    {
        ++sum.parties;
        const auto progress = progress_of(reaction, remarks);
        sum.with_remarks += progress == PartyProgress::with_remarks ? 1 : 0;
        sum.no_remarks += progress == PartyProgress::no_remarks ? 1 : 0;
        sum.writing += progress == PartyProgress::writing ? 1 : 0;
        sum.silent += progress == PartyProgress::silent ? 1 : 0;
    }
    return sum;
}

} // namespace rondetafel
