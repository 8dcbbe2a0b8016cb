// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/decisions.hpp>
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
                 due, meeting.title, meeting.id, {}, static_cast<int>(people)});
    }
}

void add_ends_of_offers(const Context& context, const Meeting& meeting,
                        const std::vector<Invitation>& invitations, std::vector<Upcoming>& upcoming)
{
    for (const auto& invitation : invitations)
        if (invitation.state == InvitationState::invited && invitation.answer == Answer::offered &&
            invitation.offer_until && *invitation.offer_until > context.now &&
            *invitation.offer_until <= context.now + looked_ahead)
            upcoming.push_back({Upcoming::Kind::offer_ends, *invitation.offer_until, meeting.title, meeting.id, {}, 1});
}

int reminded(Context& context, const Round& round, int working_days)
{
    const auto at = reminder_due_at(round, working_days);
    int people = 0;
    for (const auto& consultee : context.records.rounds.consultees_of(round.id))
    {
        const auto reaction = context.records.reactions.of(round.id, consultee.party);
        people += reaction && reminder_applies(round, working_days, consultee, *reaction, at) ? 1 : 0;
    }
    return people;
}

void add_round(Context& context, const Round& round, const std::string& title, std::vector<Upcoming>& upcoming)
{
    using Kind = Upcoming::Kind;
    const auto add = [&](Kind kind, Instant at, int people)
    {
        if (at > context.now && at <= context.now + looked_ahead)
            upcoming.push_back({kind, at, title, {}, round, people});
    };
    if (round.state == RoundState::planned)
        add(Kind::round_opens, round.opens_at(),
            static_cast<int>(context.records.rounds.consultees_of(round.id).size()));
    if (round.state != RoundState::open)
        return;
    add(Kind::round_closes, round.closes_at(), 0);
    for (const int working_days : round.reminders)
        if (const int people = reminded(context, round, working_days); people > 0)
            add(Kind::round_reminder, reminder_due_at(round, working_days), people);
}

void add_rounds(Context& context, Today& today)
{
    for (const auto& round : context.records.rounds.unconcluded())
    {
        const auto all = list_rounds(context, round.covenant).value();
        const auto summary = std::ranges::find_if(
            all.rounds, [&](const auto& candidate) { return candidate.round.id == round.id; });
        const bool decided = round.state == RoundState::closed && summary->undecided == 0;
        const auto& title = all.covenant.covenant.title;
        today.rounds.push_back({title, *summary, decided && show_merge(context, round.id).value().in_text});
        add_round(context, round, title, today.upcoming);
    }
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
    add_rounds(context, today);
    std::ranges::stable_sort(today.upcoming, {}, &Upcoming::at);
    for (const auto& count : records.outbox.counts())
        if (count.state == LetterState::queued || count.state == LetterState::deferred)
            today.letters_waiting += count.letters;
    // The demonstration's clock can be set back: what comes later than now is not there yet.
    const auto is_news = [&](Instant at) { return at >= begin_of_yesterday(context.now) && at <= context.now; };
    today.received = records.invitations.last_received(today_lines_max);
    std::erase_if(today.received, [&](const auto& answer) { return !is_news(answer.given.given_at); });
    today.reactions = records.reactions.last_received(today_lines_max);
    std::erase_if(today.reactions, [&](const auto& reaction) { return !is_news(reaction.given_at); });
    today.undelivered = records.outbox.undelivered(today_lines_max);
    return today;
}

} // namespace rondetafel::actions
