// SPDX-License-Identifier: EUPL-1.2
#include "meeting_rows.hpp"

#include "meeting_parts.hpp"

#include <rondetafel/base/email_address.hpp>
#include <rondetafel/base/wording.hpp>

#include <algorithm>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

const Invitation* find(const std::vector<Invitation>& all, InvitationId id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

// The person who comes in place of this one, if a substitute was sent.
const Invitation* substitute_of(const Invitation& invitation, const std::vector<Invitation>& all)
{
    if (invitation.answer != Answer::substitute)
        return nullptr;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) {
        return one.substitute_for == invitation.id && one.state == InvitationState::invited;
    });
    return found == all.end() ? nullptr : &*found;
}

// The tally judges, so that numbers and rows never disagree.
bool counts_as(const Invitation& invitation, const std::vector<Invitation>& all, const std::string& filter)
{
    std::vector<Invitation> few{invitation};
    if (const auto* substitute = substitute_of(invitation, all))
        few.push_back(*substitute);
    const auto counted = tally(few);
    if (invitation.substitute_for)
        if (const auto* sender = find(all, *invitation.substitute_for); sender && sender->answer == Answer::substitute)
            return false;
    return (filter == "yes" && counted.yes > 0) || (filter == "substitute" && counted.substitute > 0) ||
           (filter == "no" && counted.no > 0) || (filter == "none" && counted.none > 0) ||
           (filter == "waiting" && counted.waiting > 0);
}

std::string last_of(const Context& context, const actions::MeetingView& meeting, const Invitation& invitation)
{
    const auto day = [&](Instant at) { return date_text(day_of(to_local(at, home_zone)), context.language()); };
    if (invitation.answered_at && invitation.answer != Answer::none)
        return context.text("meetings.last." + std::string(word(invitation.source)),
                            {{"day", day(*invitation.answered_at)}});
    if (std::ranges::find(meeting.not_reached_yet, invitation.id) != meeting.not_reached_yet.end())
        return context.text("meetings.last.waits");
    if (invitation.invited_at)
        return context.text("meetings.last.sent", {{"day", day(*invitation.invited_at)}});
    return {};
}

std::string beneath(const Context& context, const Invitation& invitation, const std::vector<Invitation>& all)
{
    if (const auto* substitute = substitute_of(invitation, all))
        return full_name(substitute->name);
    if (invitation.substitute_for)
        if (const auto* sender = find(all, *invitation.substitute_for))
            return context.text("meetings.comes_for", {{"name", full_name(sender->name)}});
    if (invitation.offer_until)
        return context.text("meetings.held_until", {{"moment", moment_of(context, *invitation.offer_until)}});
    return {};
}

void add_action(const Context& context, View& row, const Invitation& invitation, bool alive)
{
    row.set("action", false);
    if (!alive || invitation.state != InvitationState::invited)
        return;
    const auto link = [&](std::string href, const char* key) {
        row.set("action", View{}.set("href", std::move(href)).set("word", context.text(key)));
    };
    if (invitation.address_state == AddressState::refused && invitation.answer == Answer::none)
        return link(invitation.organisation_id ? "/partners/" + std::to_string(invitation.organisation_id->value)
                                               : invitation_path(invitation.id),
                    "meetings.mend_address");
    link(invitation_path(invitation.id, "/antwoord"),
         invitation.answer == Answer::none ? "meetings.fill_in" : "meetings.change");
}

} // namespace

bool row_is_shown(const Invitation& invitation, const std::vector<Invitation>& all, const std::string& filter,
                  const std::string& search)
{
    if (!filter.empty() && !counts_as(invitation, all, filter))
        return false;
    if (search.empty())
        return true;
    const auto wanted = storage::search_form(search);
    const auto names = storage::search_form(invitation.organisation + ' ' + full_name(invitation.name));
    return names.find(wanted) != std::string::npos;
}

View invitee_row(const Context& context, const actions::MeetingView& meeting, const Invitation& invitation,
                 bool checked)
{
    const auto state = meeting.meeting.state;
    const bool bounced = invitation.address_state == AddressState::refused && invitation.answer == Answer::none;
    const bool alone = invitation.organisation.empty();
    View row;
    row.set("id", invitation.id.value)
        .set("href", invitation_path(invitation.id))
        .set("party", party_of(invitation))
        .set("person", bounced || alone ? shown_email_address(invitation.email) : full_name(invitation.name))
        .set("attention",
             invitation.state != InvitationState::withdrawn && (bounced || invitation.contradictory))
        .set("checked", checked)
        .set("chip", answer_chip(context, invitation))
        .optional("sub", beneath(context, invitation, meeting.invitations))
        .optional("remark", invitation.remark)
        .set("contradictory", invitation.contradictory)
        .set("last", last_of(context, meeting, invitation))
        .optional("entered", invitation.entered_by.empty()
                                 ? ""
                                 : context.text("meetings.entered_by", {{"name", invitation.entered_by}}));
    add_action(context, row, invitation, state == MeetingState::draft || state == MeetingState::invited);
    return row;
}

} // namespace rondetafel::web::pages
