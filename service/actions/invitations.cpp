// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/invitations.hpp>

#include "meeting_letters.hpp"

#include <rondetafel/actions/letters.hpp>
#include <rondetafel/base/email_address.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

/// The invitation of the person who comes in place of `own`, if there is one that is alive.
std::optional<Invitation> substitute_of(Context& context, const Invitation& own)
{
    for (const auto& other : context.records.invitations.of(own.meeting))
        if (other.substitute_for == own.id && other.state == InvitationState::invited)
            return other;
    return std::nullopt;
}

void withdraw_substitute(Context& context, const Meeting& meeting, const Invitation& own)
{
    if (const auto substitute = substitute_of(context, own))
        withdraw(context, meeting, *substitute);
}

void invite_substitute(Context& context, const Meeting& meeting, const Invitation& own, const Reply& reply,
                       const std::string& address)
{
    Invitation substitute;
    substitute.meeting = meeting.id;
    substitute.substitute_for = own.id;
    substitute.name = name_from(reply.substitute_name);
    substitute.organisation = own.organisation;
    substitute.organisation_id = own.organisation_id;
    substitute.email = address;
    substitute.language = own.language;
    substitute.state = InvitationState::invited;
    substitute.invited_at = context.now;
    substitute.uid = hex(context.installation.randomness->bytes(16)) + '@' + context.installation.mail_domain;
    substitute.id = context.records.invitations.add(substitute);
    LetterWords words;
    words.on_behalf_of = full_name(own.name);
    queue_letter(context, LetterKind::substitute_invitation, meeting, substitute, occasion_of(meeting), words);
}

bool same_answer(Context& context, const Invitation& invitation, Answer standing, const Reply& reply)
{
    if (invitation.answer != standing || invitation.remark != reply.remark)
        return false;
    if (standing != Answer::substitute)
        return true;
    const auto substitute = substitute_of(context, invitation);
    return substitute && substitute->email == reply.substitute_email &&
           full_name(substitute->name) == full_name(name_from(reply.substitute_name));
}

void write_receipt(Context& context, const Meeting& meeting, const Invitation& invitation, const Reply& reply)
{
    LetterWords words;
    words.answer = invitation.answer;
    words.substitute = invitation.answer == Answer::substitute ? reply.substitute_name : "";
    queue_letter(context, LetterKind::receipt, meeting, invitation, occasion_of(meeting), words);
}

void record_answer(Context& context, const Meeting& meeting, const Invitation& invitation, const Reply& reply)
{
    storage::GivenAnswer given;
    given.invitation = invitation.id;
    given.answer = invitation.answer;
    given.remark = reply.remark;
    given.substitute_name = reply.substitute_name;
    given.substitute_email = reply.substitute_email;
    given.source = reply.source;
    given.entered_by = reply.entered_by;
    given.given_at = context.now;
    context.records.invitations.add_answer(given);
    auto made = event(context, "invitation.answered", std::string(word(invitation.answer)));
    made.meeting = meeting.id;
    made.invitation = invitation.id;
    made.organisation = invitation.organisation_id;
    context.records.events.add(made);
}

/// Judges, stores and confirms one answer; the one road for partner and coordinator.
Result<Done> apply(Context& context, const Meeting& meeting, Invitation& invitation, Reply reply)
{
    std::string address;
    if (reply.answer == Answer::substitute && !reply.substitute_email.empty())
    {
        const auto checked = checked_email_address(reply.substitute_email);
        if (!checked)
            return invalid("substitute_email", "email.not_an_address");
        address = reply.substitute_email = *checked;
    }
    int taken = 0;
    if (meeting.capacity)
    {
        context.records.meetings.take_turn(meeting.id);
        taken = context.records.invitations.seats_taken_by_others(meeting.id, invitation.id);
    }
    const auto standing = decide(meeting, invitation, reply, taken, context.now);
    if (!standing)
        return standing.error();
    if (reply.answer != Answer::substitute)
        reply.substitute_name = reply.substitute_email = "";
    if (same_answer(context, invitation, *standing, reply))
        return Done{};
    const bool other_substitute = invitation.answer == Answer::substitute;
    invitation.contradictory = invitation.contradictory || contradicts(invitation, *standing, context.now);
    invitation.answer = *standing;
    invitation.remark = reply.remark;
    invitation.source = reply.source;
    invitation.entered_by = reply.entered_by;
    invitation.answered_at = context.now;
    invitation.offer_until.reset();
    if (*standing != Answer::waiting)
        invitation.waiting_since.reset();
    else if (!invitation.waiting_since)
        invitation.waiting_since = context.now;
    if (reply.source != AnswerSource::self)
        invitation.contradictory = false; // a person has looked
    context.records.invitations.save(invitation);
    if (other_substitute)
        withdraw_substitute(context, meeting, invitation);
    if (*standing == Answer::substitute)
        invite_substitute(context, meeting, invitation, reply, address);
    record_answer(context, meeting, invitation, reply);
    write_receipt(context, meeting, invitation, reply);
    offer_free_places(context, meeting);
    return Done{};
}

AnswerPage page_of(Context& context, const Meeting& meeting, const Invitation& invitation)
{
    AnswerPage page{meeting, invitation, answer_window(meeting, invitation, context.now), {}, {}, false};
    if (meeting.capacity)
        page.full = context.records.invitations.seats_taken_by_others(meeting.id, invitation.id) >= *meeting.capacity;
    if (invitation.answer == Answer::substitute)
        if (const auto substitute = substitute_of(context, invitation))
        {
            page.substitute_name = full_name(substitute->name);
            page.substitute_email = substitute->email;
        }
    return page;
}

} // namespace

Result<AnswerPage> find_by_token(Context& context, const std::string& token)
{
    const auto lookup = link_lookup(*context.installation.keys, token);
    if (!lookup)
        return not_found("link");
    const auto link = context.records.links.find(*lookup);
    if (!link || link->purpose != storage::LinkPurpose::answer || link->revoked_at || link->expires_at <= context.now)
        return not_found("link");
    const auto invitation = context.records.invitations.find(link->invitation.value());
    const auto meeting = invitation ? context.records.meetings.find(invitation->meeting) : std::nullopt;
    if (!meeting)
        return not_found("link");
    return page_of(context, *meeting, *invitation);
}

Result<AnswerPage> give_answer(Context& context, const GiveAnswer& wish)
{
    auto found = find_by_token(context, wish.token);
    if (!found)
        return found;
    auto reply = wish.reply;
    reply.source = AnswerSource::self;
    auto invitation = found->invitation;
    if (auto applied = apply(context, found->meeting, invitation, reply); !applied)
        return applied.error();
    return page_of(context, found->meeting, invitation);
}

Result<MeetingId> enter_answer(Context& context, const EnterAnswer& wish)
{
    auto invitation = context.records.invitations.find(wish.invitation);
    if (!invitation)
        return not_found("invitation");
    const auto meeting = context.records.meetings.find(invitation->meeting);
    auto reply = wish.reply;
    reply.entered_by = context.actor.display_name();
    if (reply.source == AnswerSource::self)
        return invalid("source", "source.missing");
    if (auto applied = apply(context, *meeting, *invitation, reply); !applied)
        return applied.error();
    return meeting->id;
}

Result<InvitationView> show_invitation(Context& context, const InvitationId& id)
{
    const auto invitation = context.records.invitations.find(id);
    if (!invitation)
        return not_found("invitation");
    return InvitationView{*context.records.meetings.find(invitation->meeting), *invitation,
                          context.records.invitations.answers_of(id), context.records.outbox.of_invitation(id),
                          context.records.events.of(id)};
}

Result<MeetingId> place_from_waiting(Context& context, const InvitationId& id)
{
    auto invitation = context.records.invitations.find(id);
    if (!invitation)
        return not_found("invitation");
    if (invitation->state != InvitationState::invited ||
        (invitation->answer != Answer::waiting && invitation->answer != Answer::offered))
        return conflict("invitation.not_waiting");
    const auto meeting = context.records.meetings.find(invitation->meeting);
    if (meeting->state != MeetingState::invited)
        return conflict("meeting.over");
    invitation->answer = Answer::yes;
    invitation->waiting_since.reset();
    invitation->offer_until.reset();
    invitation->entered_by = context.actor.display_name();
    context.records.invitations.save(*invitation);
    Reply reply;
    reply.remark = invitation->remark;
    reply.source = AnswerSource::in_person;
    reply.entered_by = invitation->entered_by;
    record_answer(context, *meeting, *invitation, reply);
    write_receipt(context, *meeting, *invitation, reply);
    return meeting->id;
}

int offer_free_places(Context& context, const Meeting& meeting)
{
    if (!meeting.capacity || meeting.state != MeetingState::invited)
        return 0;
    const auto until = offer_deadline(meeting, context.now);
    if (!until)
        return 0;
    auto all = context.records.invitations.of(meeting.id);
    std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return left.waiting_since.value_or(Instant::max()) < right.waiting_since.value_or(Instant::max());
    });
    int free = *meeting.capacity - seats_taken(all);
    int offered = 0;
    for (auto& invitation : all)
    {
        if (free <= 0)
            break;
        if (invitation.answer != Answer::waiting || invitation.state != InvitationState::invited)
            continue;
        invitation.answer = Answer::offered;
        invitation.offer_until = until;
        context.records.invitations.save(invitation);
        queue_letter(context, LetterKind::place_offer, meeting, invitation, occasion_of(meeting));
        --free;
        ++offered;
    }
    return offered;
}

} // namespace rondetafel::actions
