// SPDX-License-Identifier: EUPL-1.2
#include "today_parts.hpp"

#include "meeting_parts.hpp"

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

View upcoming_row(const Context& context, const actions::Upcoming& upcoming)
{
    using Kind = actions::Upcoming::Kind;
    const auto key = upcoming.kind == Kind::reminder   ? "today.by_itself.reminder"
                     : upcoming.kind == Kind::tomorrow ? "today.by_itself.tomorrow"
                                                       : "today.by_itself.offer_ends";
    const bool rule = upcoming.kind != Kind::offer_ends;
    return View{}
        .set("at", iso(upcoming.at))
        .set("when", short_day(context, upcoming.at))
        .set("text", context.count(key, upcoming.people, {{"title", upcoming.meeting.title}}))
        .set("href", meeting_path(upcoming.meeting.id, rule ? "/herinneringen" : "?antwoord=waiting"))
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
    auto received = rows_of(today.received, received_max, make(received_row));
    const auto same = [&](const auto& answer) { return answer.meeting == today.received.front().meeting; };
    if (std::ranges::all_of(today.received, same)) // of the only meeting there is no need to speak
        for (auto& row : received)
            row.set("meeting", false);
    view.set("any_received", !today.received.empty())
        .set("received_count", today.received.size())
        .set("received", std::move(received));
    view.set("any_undelivered", !today.undelivered.empty())
        .set("undelivered_count", today.undelivered.size())
        .set("undelivered", rows_of(today.undelivered, undelivered_max, make(undelivered_row)));
}

} // namespace rondetafel::web::pages
