// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/calendar.hpp>
#include <rondetafel/domain/invitations.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

constexpr std::chrono::hours offer_ends_at{17};
constexpr std::chrono::hours offer_least{2};

bool is_alive(const Invitation& invitation)
{
    return invitation.state != InvitationState::withdrawn;
}

bool holds_seat(const Invitation& invitation)
{
    return is_alive(invitation) && (invitation.answer == Answer::yes || invitation.answer == Answer::offered);
}

const Invitation* sender_of(const Invitation& substitute, const std::vector<Invitation>& invitations)
{
    const auto found = std::find_if(invitations.begin(), invitations.end(),
                                    [&](const Invitation& candidate)
                                    {
                                        return substitute.substitute_for == candidate.id &&
                                               is_alive(candidate) && candidate.answer == Answer::substitute;
                                    });
    return found == invitations.end() ? nullptr : &*found;
}

/// How an invitation counts; of somebody who sent a substitute, what that substitute makes of it.
Answer counted_answer(const Invitation& invitation, const std::vector<Invitation>& invitations)
{
    if (invitation.answer != Answer::substitute)
        return invitation.answer;
    for (const auto& candidate : invitations)
        if (candidate.substitute_for == invitation.id && is_alive(candidate))
            return candidate.answer == Answer::yes || candidate.answer == Answer::none ? Answer::substitute
                                                                                       : candidate.answer;
    return Answer::substitute;
}

int& counter(Tally& tally, Answer answer)
{
    switch (answer)
    {
    case Answer::yes:
        return tally.yes;
    case Answer::substitute:
        return tally.substitute;
    case Answer::no:
        return tally.no;
    case Answer::waiting:
    case Answer::offered:
        return tally.waiting;
    default:
        return tally.none;
    }
}

} // namespace

Tally tally(const std::vector<Invitation>& invitations)
{
    Tally result;
    for (const auto& invitation : invitations)
    {
        if (!is_alive(invitation) || sender_of(invitation, invitations) != nullptr)
            continue;
        ++result.invited;
        ++counter(result, counted_answer(invitation, invitations));
    }
    return result;
}

int seats_taken(const std::vector<Invitation>& invitations)
{
    return static_cast<int>(std::count_if(invitations.begin(), invitations.end(), holds_seat));
}

int seats_taken_by_others(const std::vector<Invitation>& invitations, InvitationId own)
{
    const auto is_other = [own](const Invitation& invitation)
    { return holds_seat(invitation) && invitation.id != own && invitation.substitute_for != own; };
    return static_cast<int>(std::count_if(invitations.begin(), invitations.end(), is_other));
}

std::optional<Instant> offer_deadline(const Meeting& meeting, Instant now)
{
    const auto today = day_of(to_local(now, meeting.zone));
    const auto last = std::min(working_days_after(today, 2), working_days_before(day_of(meeting.starts), 1));
    const auto deadline = to_instant(LocalTime{last} + offer_ends_at, meeting.zone);
    if (deadline - now < offer_least)
        return std::nullopt;
    return deadline;
}

} // namespace rondetafel
