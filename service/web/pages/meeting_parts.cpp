// SPDX-License-Identifier: EUPL-1.2
#include "meeting_parts.hpp"

#include <rondetafel/base/wording.hpp>

#include <charconv>

namespace rondetafel::web::pages
{

using templates::View;

std::optional<long long> number_from(std::string_view text)
{
    long long number = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || rest != end || number < 0)
        return std::nullopt;
    return number;
}

MeetingId meeting_named(const http::Request& request)
{
    return MeetingId{number_from(request.parameter("meeting")).value_or(0)};
}

InvitationId invitation_named(const http::Request& request)
{
    return InvitationId{number_from(request.parameter("invitation")).value_or(0)};
}

std::string meeting_path(MeetingId id, const std::string& rest)
{
    return "/bijeenkomsten/" + std::to_string(id.value) + rest;
}

std::string invitation_path(InvitationId id, const std::string& rest)
{
    return "/uitnodigingen/" + std::to_string(id.value) + rest;
}

std::vector<long long> ticked(const http::Form& form)
{
    std::vector<long long> ids;
    for (const auto& value : form.values("kies"))
        if (const auto number = number_from(value))
            ids.push_back(*number);
    return ids;
}

http::Query query_of(const http::Request& request)
{
    auto query = http::read_query(request);
    return query ? *query : http::Query{};
}

View chip(const std::string& tone, const std::string& icon, std::string text, bool open)
{
    View view;
    for (const char* name : {"cal", "chat", "check", "clock", "lock", "mailx", "move", "pen", "plus", "send", "swap", "wait", "warn",
                             "x"})
        view.set(std::string("icon_") + name, icon == name);
    return std::move(view.set("tone", tone).set("open", open).set("word", std::move(text)));
}

View meeting_chip(const Context& context, const Meeting& meeting)
{
    const auto text = context.text("meetings.state." + std::string(word(meeting.state)));
    switch (meeting.state)
    {
    case MeetingState::draft:
        return chip("inactive", "pen", text, true);
    case MeetingState::invited:
        return chip("neutral", "send", text);
    case MeetingState::held:
    case MeetingState::closed:
        return chip("success", "check", text);
    case MeetingState::cancelled:
        return chip("inactive", "x", text);
    }
    return {};
}

View answer_chip(const Context& context, const Invitation& invitation)
{
    const auto say = [&](std::string_view key) { return context.text("meetings.answer." + std::string(key)); };
    if (invitation.state == InvitationState::withdrawn)
        return chip("inactive", "x", say("withdrawn"));
    if (invitation.address_state == AddressState::refused && invitation.answer == Answer::none)
        return chip("danger", "mailx", say("bounced"));
    if (invitation.state == InvitationState::selected)
        return chip("inactive", "wait", say("selected"), true);
    const auto text = say(word(invitation.answer));
    switch (invitation.answer)
    {
    case Answer::yes:
        return chip("success", "check", text);
    case Answer::substitute:
        return chip("neutral", "swap", text);
    case Answer::no:
        return chip("inactive", "x", text);
    case Answer::none:
    case Answer::waiting:
    case Answer::offered:
        return chip("warning", "clock", text);
    }
    return {};
}

View letter_chip(const Context& context, const storage::OutboxLetter& letter)
{
    const auto text = context.text("meetings.letter_state." + std::string(word(letter.state)));
    switch (letter.state)
    {
    case LetterState::sent:
        return chip("success", "check", text);
    case LetterState::queued:
    case LetterState::leased:
    case LetterState::data_started:
        return chip("inactive", "wait", text, true);
    case LetterState::deferred:
        return chip("warning", "clock", text);
    case LetterState::held:
        return chip("inactive", "lock", text);
    case LetterState::cancelled:
        return chip("inactive", "x", text);
    case LetterState::failed:
    case LetterState::uncertain:
    case LetterState::expired:
        return chip("danger", "mailx", text);
    }
    return {};
}

std::string moment_of(const Context& context, Instant instant)
{
    const auto local = to_local(instant, home_zone);
    return date_text(day_of(local), context.language()) + ", " + time_text(local, context.language());
}

std::string place_of(const Context& context, const Meeting& meeting)
{
    if (meeting.place.empty())
        return context.text("meetings.online");
    return meeting.address.empty() ? meeting.place : meeting.place + ", " + meeting.address;
}

std::string party_of(const Invitation& invitation)
{
    return invitation.organisation.empty() ? full_name(invitation.name) : invitation.organisation;
}

void add_meeting_head(const Context& context, View& view, const Meeting& meeting, const std::string& tab)
{
    const auto language = context.language();
    view.set("title", meeting.title)
        .set("guest", false)
        .set("errors", false)
        .set("meeting_title", meeting.title)
        .set("meeting_href", meeting_path(meeting.id))
        .set("kind", context.text("meetings.kind." + std::string(word(meeting.kind))))
        .set("state", meeting_chip(context, meeting))
        .set("when", long_date(day_of(meeting.starts), language) + ", " +
                         time_range(meeting.starts, meeting.ends, language))
        .set("where", place_of(context, meeting))
        .set("answer_by", moment_text(meeting.answer_by, language));
    for (const char* name : {"invitees", "reminders", "messages"})
        view.set(std::string("tab_") + name, tab == name);
}

} // namespace rondetafel::web::pages
