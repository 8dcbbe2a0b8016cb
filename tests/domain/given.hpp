// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/invitations.hpp>
#include <rondetafel/domain/meetings.hpp>

#include <string>
#include <vector>

/// The world of the examples: the round table of Tuesday 10 September 2024 in Aalsmeer, answers before 3
/// September.
namespace rondetafel::given
{

inline Day day(const std::string& text)
{
    return day_from_iso(text).value();
}
inline LocalTime local(const std::string& text)
{
    return local_from_iso(text).value();
}
inline Instant at(const std::string& text)
{
    return to_instant(local(text), home_zone);
}

/// Monday 26 August, ten in the morning: the invitations have just left.
inline const Instant inviting = at("2024-08-26T10:00");

inline Meeting a_meeting()
{
    Meeting meeting;
    meeting.id = {1};
    meeting.programme = {1};
    meeting.title = "Eerste rondetafel met uitzendbureaus";
    meeting.starts = local("2024-09-10T14:00");
    meeting.ends = local("2024-09-10T16:00");
    meeting.place = "Raadhuis Aalsmeer";
    meeting.address = "Raadhuisplein 1, raadzaal";
    meeting.answer_by = local("2024-09-03T17:00");
    meeting.state = MeetingState::invited;
    meeting.invited_at = inviting;
    return meeting;
}

inline Invitation an_invitation(Answer answer = Answer::none, long long id = 1)
{
    Invitation invitation;
    invitation.id = {id};
    invitation.meeting = {1};
    invitation.name = {"Marek", "", "Wiśniewski", AddressForm::sir};
    invitation.organisation = "Uitzendbureau Seringa";
    invitation.email = "marek@seringa.example";
    invitation.state = InvitationState::invited;
    invitation.answer = answer;
    invitation.invited_at = inviting;
    if (answer != Answer::none)
        invitation.answered_at = at("2024-08-27T09:00");
    return invitation;
}

/// The own invitation of somebody who comes for the holder of `sender`.
inline Invitation a_substitute(long long sender, Answer answer, long long id)
{
    auto invitation = an_invitation(answer, id);
    invitation.substitute_for = InvitationId{sender};
    return invitation;
}

inline const auto before_cut_off = at("2024-08-29T10:00");
inline const auto after_cut_off = at("2024-09-04T10:00");

inline Reply saying(Answer answer)
{
    Reply reply;
    reply.answer = answer;
    if (answer == Answer::substitute)
    {
        reply.substitute_name = "Iris de Boer";
        reply.substitute_email = "iris@seringa.example";
    }
    return reply;
}

inline Reply by_phone(Answer answer)
{
    auto reply = saying(answer);
    reply.source = AnswerSource::phone;
    reply.entered_by = "Noor van Dijk";
    return reply;
}

inline Meeting with_seats(int seats)
{
    auto meeting = a_meeting();
    meeting.capacity = seats;
    return meeting;
}

/// The codes of a Problem's fields, "place:place.missing", or its own code when it names no field.
template <class Value>
std::vector<std::string> refusals(const Result<Value>& result)
{
    if (result)
        return {};
    std::vector<std::string> found;
    for (const auto& field : result.error().fields)
        found.push_back(field.field + ':' + field.code);
    if (found.empty())
        found.push_back(result.error().code);
    return found;
}

} // namespace rondetafel::given
