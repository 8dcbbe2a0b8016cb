// SPDX-License-Identifier: EUPL-1.2
#include "letter_parts.hpp"

#include <rondetafel/base/wording.hpp>
#include <rondetafel/documents/clean_text.hpp>

#include "colours.hpp"

#include <algorithm>
#include <vector>

namespace rondetafel::letters
{

namespace
{

using documents::one_line;
using documents::several_lines;
using templates::View;

std::vector<View> lines_of(const std::string& text)
{
    std::vector<View> lines;
    const auto clean = several_lines(text);
    for (std::size_t at = 0; at < clean.size();)
    {
        const auto end = std::min(clean.find('\n', at), clean.size());
        if (end > at)
            lines.push_back(View{}.set("line", clean.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

} // namespace

void set_lines(View& view, const std::string& name, const std::string& text)
{
    auto lines = lines_of(text);
    view.set("has_" + name, !lines.empty());
    view.set(name, std::move(lines));
}

namespace
{

std::string place_and_address(const Meeting& meeting)
{
    const auto place = unbroken(one_line(meeting.place));
    const auto address = unbroken(one_line(meeting.address));
    return place.empty() || address.empty() ? place + address : place + ", " + address;
}

// The name of the place and the rest of the address each have their own line; one alone is the name.
void set_place(View& view, const Meeting& meeting)
{
    auto place = unbroken(one_line(meeting.place));
    auto address = unbroken(one_line(meeting.address));
    if (place.empty())
        place.swap(address);
    view.set("place_and_address", place_and_address(meeting));
    view.optional("place", place).optional("address", address);
    view.optional("online_url", safe_url(meeting.online_url));
}

void set_meeting(View& view, const LetterFacts& facts)
{
    const auto& meeting = *facts.meeting;
    const auto language = facts.language;
    const auto day = day_of(meeting.starts);
    view.set("meeting_title", one_line(meeting.title));
    for (const auto& [kind, kind_word] : Words<MeetingKind>::all)
        view.set("kind_" + std::string(kind_word), kind == meeting.kind);
    view.set("date", long_date(day, language));
    view.set("day", weekday_and_date(day, language));
    view.set("time", time_range(meeting.starts, meeting.ends, language));
    view.optional("zone", meeting.zone == home_zone ? "" : one_line(meeting.zone));
    view.set("answer_by", moment_text(meeting.answer_by, language));
    view.set("may_change", facts.written_at < meeting.answers_until());
    view.set("substitutes_allowed", meeting.substitutes_allowed);
    set_place(view, meeting);
    set_lines(view, "goal", meeting.goal);
    set_lines(view, "agenda", meeting.agenda);
    const auto& reason = facts.cancel_reason.empty() ? meeting.cancel_reason : facts.cancel_reason;
    view.optional("reason", one_line(reason));
    if (facts.offer_until)
        view.set("offer_until", moment_text(to_local(*facts.offer_until, meeting.zone), language));
}

void set_changes(View& view, const LetterFacts& facts)
{
    const auto& now = *facts.meeting;
    const auto before = facts.before.value_or(now);
    const auto place_before = place_and_address(before);
    const bool moved = before.starts != now.starts || before.ends != now.ends || before.zone != now.zone;
    const bool elsewhere = place_before != place_and_address(now);
    view.set("time_changed", moved)
        .set("place_changed", elsewhere && !place_before.empty())
        .set("was_online", elsewhere && place_before.empty() && !before.online_url.empty())
        .set("new_link", !before.online_url.empty() && before.online_url != now.online_url);
    if (moved)
        view.set("before_date", long_date(day_of(before.starts), facts.language))
            .set("before_time", time_range(before.starts, before.ends, facts.language));
    view.set("before_place", place_before);
}

void set_answer(View& view, const LetterFacts& facts)
{
    for (const auto& [answer, answer_word] : Words<Answer>::all)
        view.set("answer_" + std::string(answer_word), answer == facts.answer);
    // Who holds an offer, or answered before the meeting moved, is asked as if there were no answer yet.
    view.set("asks_answer",
             facts.answers_reset || facts.answer == Answer::none || facts.answer == Answer::offered);
    view.set("reset", facts.answers_reset);
    view.set("waits", facts.answer == Answer::waiting || facts.answer == Answer::offered);
    view.optional("remark", one_line(facts.remark));
    view.optional("substitute_name", one_line(facts.substitute_name));
    view.optional("substitute_for", one_line(facts.substitute_for));
    view.set("has_calendar", carries_calendar(facts));
}

void set_office(View& view, const Office& office)
{
    view.set("office_name", one_line(office.name));
    view.optional("signed_by", one_line(office.signed_by));
    view.optional("signed_role", one_line(office.signed_role));
    view.optional("phone", unbroken(one_line(office.phone)));
    view.optional("hours", unbroken(one_line(office.hours)));
    view.optional("postal_address", unbroken(one_line(office.postal_address)));
    const auto colours = colours_of(office.hue);
    view.set("brand", colours.brand).set("brand_dark", colours.dark);
    view.set("brand_tint", colours.tint).set("brand_line", colours.line);
}

void set_link(View& view, const LetterFacts& facts)
{
    view.set("live", !facts.link.empty());
    view.set("link", facts.link);
    for (const auto language : languages)
    {
        view.set("link_" + code(language), facts.link + '/' + code(language));
        view.set("in_" + code(language), language == facts.language);
    }
    const auto form = plural_form(facts.link_hours, facts.language);
    view.set("link_hours", facts.link_hours);
    view.set("hours_one", form == "one").set("hours_few", form == "few");
    view.set("hours_many", form != "one" && form != "few");
}

} // namespace

std::string safe_url(std::string_view url)
{
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                         "-._~:/?#[]@!$&()*+,;=%";
    const bool safe = url.starts_with("https://") && url.find_first_not_of(allowed) == std::string_view::npos;
    return safe ? std::string(url) : std::string{};
}

View view_of(const LetterFacts& facts)
{
    View view;
    view.set("lang", code(facts.language));
    view.set("salutation", one_line(salutation(facts.to_name, facts.language)));
    view.set("to_email", one_line(facts.to_email));
    view.optional("organisation", one_line(facts.organisation));
    view.set("for_account", about_account(facts.kind));
    view.set("for_substitute", facts.kind == LetterKind::substitute_invitation);
    view.set("has_action", carries_link(facts.kind));
    view.set("asks_all_languages", carries_link(facts.kind) && !about_account(facts.kind));
    set_office(view, facts.office);
    set_link(view, facts);
    set_answer(view, facts);
    if (facts.meeting)
    {
        set_meeting(view, facts);
        set_changes(view, facts);
    }
    if (facts.round)
    {
        set_round(view, facts);
        set_lines(view, "introduction", facts.round->introduction);
    }
    return view;
}

} // namespace rondetafel::letters
