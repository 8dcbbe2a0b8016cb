// SPDX-License-Identifier: EUPL-1.2
#include "today_parts.hpp"

#include "meeting_parts.hpp"
#include "rounds/round_parts.hpp"

#include <rondetafel/base/email_address.hpp>
#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

namespace
{

using templates::View;

constexpr std::size_t received_max = 8;
constexpr std::size_t undelivered_max = 5;

std::string short_day(const Context& context, Instant instant)
{
    const auto day = day_of(to_local(instant, home_zone));
    const auto number = static_cast<unsigned>(std::chrono::year_month_day{day}.day());
    return short_weekday_name(day, context.language()) + ' ' + std::to_string(number) + ' ' +
           short_month_name(day, context.language());
}

View upcoming_in_round(const Context& context, const actions::Upcoming& upcoming)
{
    using Kind = actions::Upcoming::Kind;
    const Arguments title{{"title", upcoming.title}};
    const auto key = upcoming.kind == Kind::round_opens ? "today.by_itself.round_opens" : "today.by_itself.round_reminder";
    const bool closes = upcoming.kind == Kind::round_closes;
    return View{}
        .set("at", iso(upcoming.at))
        .set("when", short_day(context, upcoming.at))
        .set("text", closes ? context.text("today.round_closes", title) : context.count(key, upcoming.people, title))
        .set("href", round_path(*upcoming.round, closes ? "" : "/bewerk"))
        .set("link", context.text(closes ? "today.see" : "today.see_or_stop"));
}

View upcoming_row(const Context& context, const actions::Upcoming& upcoming)
{
    if (upcoming.round)
        return upcoming_in_round(context, upcoming);
    using Kind = actions::Upcoming::Kind;
    const auto key = upcoming.kind == Kind::reminder   ? "today.by_itself.reminder"
                     : upcoming.kind == Kind::tomorrow ? "today.by_itself.tomorrow"
                                                       : "today.by_itself.offer_ends";
    const bool rule = upcoming.kind != Kind::offer_ends;
    return View{}
        .set("at", iso(upcoming.at))
        .set("when", short_day(context, upcoming.at))
        .set("text", context.count(key, upcoming.people, {{"title", upcoming.title}}))
        .set("href", meeting_path(*upcoming.meeting, rule ? "/herinneringen" : "?antwoord=waiting"))
        .set("link", context.text(rule ? "today.see_or_stop" : "today.see"));
}

// The hour for today, the word for yesterday.
std::string when_received(const Context& context, Instant instant)
{
    const auto local = to_local(instant, home_zone);
    return day_of(local) == context.today() ? time_text(local, context.language())
                                            : context.text("today.yesterday");
}

View received_row(const Context& context, const storage::ReceivedAnswer& answer)
{
    const auto& given = answer.given;
    const auto name = full_name(answer.name);
    const auto who = answer.organisation.empty()
                         ? name
                         : context.text("today.of", {{"name", name}, {"organisation", answer.organisation}});
    View row;
    row.set("at", iso(given.given_at))
        .set("when", when_received(context, given.given_at))
        .set("text", context.text("today.received." + std::string(word(given.answer)),
                                  {{"who", who}, {"substitute", given.substitute_name}}))
        .optional("remark", given.remark)
        .optional("entered", given.entered_by.empty()
                                 ? ""
                                 : context.text("today.entered." + std::string(word(given.source)),
                                                {{"name", given.entered_by}}))
        .set("meeting", answer.meeting_title)
        .set("href", invitation_path(given.invitation));
    return row;
}

View reaction_row(const Context& context, const storage::ReceivedReaction& reaction)
{
    Round round;
    round.id = reaction.round;
    round.covenant = reaction.covenant;
    View row;
    row.set("at", iso(reaction.given_at))
        .set("when", when_received(context, reaction.given_at))
        .set("text", context.text("today.reacted", {{"name", reaction.author}, {"organisation", reaction.party}}))
        .set("remark", false)
        .optional("entered", reaction.entered_by.empty()
                                 ? ""
                                 : context.text("today.entered." + std::string(word(reaction.source)),
                                                {{"name", reaction.entered_by}}))
        .set("meeting", reaction.covenant_title)
        .set("href", round_path(round));
    return row;
}

/// Answers and reactions, newest first.
std::vector<View> received_rows(const Context& context, const actions::Today& today)
{
    std::vector<std::pair<Instant, View>> rows;
    const auto same = [&](const auto& answer) { return answer.meeting == today.received.front().meeting; };
    const bool one_meeting = std::ranges::all_of(today.received, same); // of the only one there is no need to speak
    for (const auto& answer : today.received)
    {
        rows.emplace_back(answer.given.given_at, received_row(context, answer));
        if (one_meeting)
            rows.back().second.set("meeting", false);
    }
    for (const auto& reaction : today.reactions)
        rows.emplace_back(reaction.given_at, reaction_row(context, reaction));
    std::ranges::stable_sort(rows, std::ranges::greater{}, &std::pair<Instant, View>::first);
    std::vector<View> views;
    for (auto& row : rows)
        if (views.size() < received_max)
            views.push_back(std::move(row.second));
    return views;
}

View undelivered_row(const Context& context, const storage::OutboxLetter& letter)
{
    const bool refused = letter.state == LetterState::failed;
    const auto local = to_local(letter.written_at, home_zone);
    View row;
    row.set("name", letter.to_name)
        .set("address", shown_email_address(letter.to_address))
        .set("state", context.text("today.undelivered_state." + std::string(word(letter.state))))
        .set("kind", context.text("post.letter_kind." + std::string(word(letter.kind))))
        .set("date", weekday_and_date(day_of(local), context.language()))
        .set("href",
             refused ? invitation_path(*letter.invitation) : "/post/" + std::to_string(letter.id.value))
        .set("link", context.text(refused ? "today.mend_address_button" : "today.see_letter"));
    return row;
}

template <class Rows, class Make>
std::vector<View> rows_of(const Rows& rows, std::size_t most, const Make& make)
{
    std::vector<View> views;
    for (const auto& row : rows)
        if (views.size() < most)
            views.push_back(make(row));
    return views;
}

} // namespace

void add_today_lists(const Context& context, View& view, const actions::Today& today)
{
    const auto make = [&](auto row_of)
    { return [&context, row_of](const auto& row) { return row_of(context, row); }; };
    auto upcoming = rows_of(today.upcoming, today.upcoming.size(), make(upcoming_row));
    const bool leaving = context.site().installation->relay_set && today.letters_waiting > 0;
    view.optional("leaving", leaving ? context.count("today.leaving", today.letters_waiting) : "")
        .set("by_itself", leaving || !upcoming.empty())
        .set("any_upcoming", !upcoming.empty())
        .set("upcoming", std::move(upcoming));
    const auto count = today.received.size() + today.reactions.size();
    view.set("any_received", count > 0).set("received_count", count).set("received", received_rows(context, today));
    view.set("any_undelivered", !today.undelivered.empty())
        .set("undelivered_count", today.undelivered.size())
        .set("undelivered", rows_of(today.undelivered, undelivered_max, make(undelivered_row)));
}

} // namespace rondetafel::web::pages
