// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/meetings.hpp>

#include "letter_words.hpp"
#include "meeting_letters.hpp"

#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/actions/letters.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

Invitation invitation_for(Context& context, const Meeting& meeting, const Contact& contact)
{
    Invitation invitation;
    invitation.meeting = meeting.id;
    invitation.contact = contact.id;
    invitation.name = contact.name;
    invitation.organisation_id = contact.organisation;
    if (const auto organisation = context.records.parties.find(contact.organisation))
        invitation.organisation = organisation->name;
    invitation.email = contact.email;
    invitation.language = contact.language;
    invitation.address_state = contact.address_state;
    invitation.uid = hex(context.installation.randomness->bytes(16)) + '@' + context.installation.mail_domain;
    return invitation;
}

/// The chosen invitations that belong to the meeting, in their present state.
std::vector<Invitation> chosen(Context& context, const InvitationsWish& wish)
{
    std::vector<Invitation> all;
    for (const auto id : wish.invitations)
        if (const auto invitation = context.records.invitations.find(id); invitation && invitation->meeting == wish.meeting)
            all.push_back(*invitation);
    return all;
}

} // namespace

namespace
{

// An update that never left is replaced by the new one, which then has to start from what the person did hear
// of.
Meeting last_told(Context& context, const Invitation& invitation, const Meeting& before)
{
    for (const auto& letter : context.records.outbox.of_invitation(invitation.id))
    {
        const bool waits = letter.state == LetterState::queued || letter.state == LetterState::deferred ||
                           letter.state == LetterState::held;
        if (letter.kind == LetterKind::update && waits)
            return letter_words(letter.facts).before.value_or(before);
    }
    return before;
}

} // namespace

void write_update(Context& context, const Meeting& meeting, const Meeting& before, bool answers_reset)
{
    for (const auto& invitation : context.records.invitations.of(meeting.id))
    {
        if (invitation.state != InvitationState::invited)
            continue;
        if (invitation.answer == Answer::no && !answers_reset)
            continue; // who does not come need not hear where we meet
        LetterWords words;
        words.answers_reset = answers_reset;
        words.answer = invitation.answer;
        words.before = last_told(context, invitation, before);
        context.records.outbox.cancel_waiting(invitation.id);
        queue_letter(context, LetterKind::update, meeting, invitation, occasion_of(meeting), words);
    }
}

Result<int> add_invitees(Context& context, const AddInvitees& wish)
{
    const auto meeting = context.records.meetings.find(wish.meeting);
    if (!meeting)
        return not_found("meeting");
    if (meeting->state != MeetingState::draft && meeting->state != MeetingState::invited)
        return conflict("meeting.over");
    const auto present = context.records.invitations.of(meeting->id);
    int added = 0;
    for (const auto id : wish.contacts)
    {
        const auto contact = context.records.parties.find_contact(id);
        const bool there = std::any_of(present.begin(), present.end(),
                                       [&](const auto& invitation) { return invitation.contact == id; });
        if (!contact || contact->archived || there)
            continue;
        context.records.invitations.add(invitation_for(context, *meeting, *contact));
        ++added;
    }
    return added;
}

Result<int> remove_invitees(Context& context, const InvitationsWish& wish)
{
    if (!context.records.meetings.find(wish.meeting))
        return not_found("meeting");
    int removed = 0;
    for (const auto& invitation : chosen(context, wish))
        if (invitation.state == InvitationState::selected)
        {
            context.records.invitations.remove(invitation.id);
            ++removed;
        }
    return removed;
}

void withdraw(Context& context, const Meeting& meeting, Invitation invitation)
{
    invitation.state = InvitationState::withdrawn;
    invitation.offer_until.reset();
    context.records.invitations.save(invitation);
    context.records.outbox.cancel_waiting(invitation.id);
    queue_letter(context, LetterKind::withdrawn, meeting, invitation, occasion_of(meeting));
    auto made = event(context, "invitation.withdrawn", full_name(invitation.name));
    made.meeting = meeting.id;
    made.invitation = invitation.id;
    context.records.events.add(made);
}

Result<int> withdraw_invitations(Context& context, const InvitationsWish& wish)
{
    const auto meeting = context.records.meetings.find(wish.meeting);
    if (!meeting)
        return not_found("meeting");
    if (meeting->state != MeetingState::invited)
        return conflict("meeting.over"); // who heard that it is cancelled need not hear this too
    int withdrawn = 0;
    for (const auto id : withdrawn_together(context.records.invitations.of(meeting->id), wish.invitations))
    {
        withdraw(context, *meeting, *context.records.invitations.find(id));
        ++withdrawn;
    }
    offer_free_places(context, *meeting);
    return withdrawn;
}

Result<int> remind_by_hand(Context& context, const InvitationsWish& wish)
{
    const auto meeting = context.records.meetings.find(wish.meeting);
    if (!meeting)
        return not_found("meeting");
    if (meeting->state != MeetingState::invited || meeting->answers_until() <= context.now)
        return conflict("meeting.answer_by_passed");
    int written = 0;
    for (const auto& invitation : chosen(context, wish))
    {
        if (invitation.state != InvitationState::invited || invitation.answer != Answer::none ||
            invitation.address_state == AddressState::refused)
            continue;
        queue_letter(context, LetterKind::reminder, *meeting, invitation, occasion_of(*meeting) + ":hand");
        ++written;
    }
    return written;
}

Result<MeetingId> renew_link(Context& context, const RenewLink& wish)
{
    auto invitation = context.records.invitations.find(wish.invitation);
    if (!invitation)
        return not_found("invitation");
    const auto meeting = context.records.meetings.find(invitation->meeting);
    if (invitation->state != InvitationState::invited || meeting->state != MeetingState::invited)
        return conflict("meeting.over");
    // The address may have been mended in the register since.
    if (invitation->contact)
        if (const auto contact = context.records.parties.find_contact(*invitation->contact))
        {
            invitation->email = contact->email;
            invitation->address_state = contact->address_state;
            context.records.invitations.save(*invitation);
        }
    context.records.links.revoke(invitation->id, context.now);
    context.records.outbox.cancel_waiting(invitation->id);
    auto made = event(context, wish.send_new ? "link.renewed" : "link.revoked", full_name(invitation->name));
    made.meeting = meeting->id;
    made.invitation = invitation->id;
    context.records.events.add(made);
    if (wish.send_new)
        queue_letter(context, LetterKind::invitation, *meeting, *invitation, occasion_of(*meeting) + ":renewed");
    return meeting->id;
}

} // namespace rondetafel::actions
