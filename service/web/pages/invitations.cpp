// SPDX-License-Identifier: EUPL-1.2
#include "invitations.hpp"

#include "meeting_parts.hpp"
#include "problems.hpp"

#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/base/email_address.hpp>
#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

void add_person(const Context& context, View& view, const actions::InvitationView& entry)
{
    const auto& invitation = entry.invitation;
    add_meeting_head(context, view, entry.meeting, "");
    view.set("title", party_of(invitation))
        .set("party", party_of(invitation))
        .set("person", full_name(invitation.name))
        .set("email", shown_email_address(invitation.email))
        .set("address_refused", invitation.address_state == AddressState::refused)
        .set("person_language", context.text("meetings.language." + code(invitation.language)))
        .set("invitation_href", invitation_path(invitation.id))
        .set("chip", answer_chip(context, invitation))
        .optional("party_href", invitation.organisation_id
                                    ? "/partners/" + std::to_string(invitation.organisation_id->value)
                                    : "");
}

View answer_line(const Context& context, const storage::GivenAnswer& answer)
{
    const auto given = std::string(word(answer.answer));
    View line;
    return std::move(line.set("moment", moment_of(context, answer.given_at))
                         .set("what", context.text("meetings.answer." + given))
                         .set("how", context.text("meetings.source." + std::string(word(answer.source))))
                         .optional("entered", answer.entered_by)
                         .optional("substitute", answer.substitute_name)
                         .optional("remark", answer.remark));
}

View letter_line(const Context& context, const storage::OutboxLetter& letter)
{
    View line;
    return std::move(line.set("moment", moment_of(context, letter.written_at))
                         .set("what", context.text("meetings.letter." + std::string(word(letter.kind))))
                         .set("chip", letter_chip(context, letter)));
}

View event_line(const Context& context, const storage::Event& event)
{
    const auto key = "meetings.event." + event.verb;
    const bool known = context.site().texts->has(context.language(), key);
    const auto who = event.actor_name.empty() ? context.text("meetings.by_itself") : event.actor_name;
    View line;
    return std::move(line.set("moment", moment_of(context, event.happened_at))
                         .set("what", known ? context.text(key) : event.verb)
                         .set("who", who));
}

void add_history(const Context& context, View& view, const actions::InvitationView& entry)
{
    std::vector<View> answers;
    for (const auto& answer : entry.answers)
        answers.push_back(answer_line(context, answer));
    std::vector<View> letters;
    for (const auto& letter : entry.letters)
        letters.push_back(letter_line(context, letter));
    std::vector<View> events;
    for (const auto& event : entry.events)
        events.push_back(event_line(context, event));
    view.set("no_answers", answers.empty())
        .set("no_letters", letters.empty())
        .set("any_events", !events.empty())
        .set("answers", std::move(answers))
        .set("letters", std::move(letters))
        .set("events", std::move(events));
}

// The form a coordinator fills in for somebody who called, wrote or said it.
http::Response answer_page(Context& context, const actions::InvitationView& entry, const http::Form& form,
                           const Problem* problem)
{
    View view;
    add_person(context, view, entry);
    add_problem(context, view, problem, {"answer", "source", "substitute_name", "substitute_email", "remark"});
    std::vector<View> sources;
    for (const char* name : {"phone", "mail", "in_person"})
        sources.push_back(View{}
                              .set("value", name)
                              .set("label", context.text(std::string("meetings.source.") + name))
                              .set("checked", form.value("source") == name));
    view.set("title", context.text("meetings.enter_title", {{"name", party_of(entry.invitation)}}))
        .set("sources", std::move(sources))
        .set("chose_yes", form.value("answer") == "yes")
        .set("chose_no", form.value("answer") == "no")
        .set("chose_substitute", form.value("answer") == "substitute")
        .set("substitutes", may_send_substitute(entry.meeting, entry.invitation))
        .set("substitute_name", form.value("substitute_name"))
        .set("substitute_email", form.value("substitute_email"))
        .set("remark", form.value("remark"));
    const auto status = problem ? status_of(problem->refusal) : 200;
    return context.page("meetings/enter_answer", std::move(view), "meetings", status);
}

Reply reply_of(const http::Form& form)
{
    Reply reply;
    reply.answer = from_word<Answer>(form.value("answer")).value_or(Answer::none);
    reply.source = from_word<AnswerSource>(form.value("source")).value_or(AnswerSource::self);
    reply.remark = form.value("remark");
    if (reply.answer == Answer::substitute)
    {
        reply.substitute_name = form.value("substitute_name");
        reply.substitute_email = form.value("substitute_email");
    }
    return reply;
}

} // namespace

http::Response show_invitation(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_invitation, invitation_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto& invitation = entry->invitation;
    const bool alive = invitation.state == InvitationState::invited && entry->meeting.state == MeetingState::invited;
    View view;
    add_person(context, view, *entry);
    add_history(context, view, *entry);
    view.set("alive", alive)
        .set("contradictory", invitation.contradictory)
        .set("waits", alive && (invitation.answer == Answer::waiting || invitation.answer == Answer::offered));
    return context.page("meetings/invitation", std::move(view), "meetings");
}

http::Response ask_answer(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_invitation, invitation_named(request));
    return entry ? answer_page(context, *entry, http::Form{}, nullptr) : context.refuse(entry.error());
}

http::Response enter_answer(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto id = invitation_named(request);
    const auto meeting = context.perform(actions::enter_answer, {id, reply_of(*form)});
    if (meeting)
        return context.go(meeting_path(*meeting), "meetings.answer_entered");
    const auto problem = meeting.error();
    const auto entry = context.read(actions::show_invitation, id);
    return entry ? answer_page(context, *entry, *form, &problem) : context.refuse(problem);
}

http::Response renew_invitation_link(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto id = invitation_named(request);
    const bool send_new = form->value("wat") != "intrekken";
    const auto meeting = context.perform(actions::renew_link, {id, send_new});
    if (!meeting)
        return context.refuse(meeting.error());
    return context.go(invitation_path(id), send_new ? "meetings.link_renewed" : "meetings.link_revoked");
}

http::Response place_from_waiting(http::Request& request, Context& context)
{
    const auto id = invitation_named(request);
    const auto meeting = context.perform(actions::place_from_waiting, id);
    if (!meeting)
        return context.refuse(meeting.error());
    return context.go(invitation_path(id), "meetings.placed");
}

} // namespace rondetafel::web::pages
