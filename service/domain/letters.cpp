// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/letters.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

using namespace std::chrono;

constexpr seconds first_delay = minutes{5};
constexpr seconds delay_max = hours{2};
constexpr hours trying_max{48};

/// Letters that say something about a gathering that is still to come.
bool looks_ahead(const Meeting& meeting, Instant now)
{
    return meeting.state == MeetingState::invited && now < meeting.starts_at();
}

bool concerns(LetterKind kind, const Meeting& meeting, const Invitation& invitation, Instant now)
{
    switch (kind)
    {
    case LetterKind::substitute_invitation:
        return invitation.substitute_for && looks_ahead(meeting, now);
    case LetterKind::reminder:
        return looks_ahead(meeting, now) && invitation.answer == Answer::none &&
               now < meeting.answers_until();
    case LetterKind::tomorrow:
        return looks_ahead(meeting, now) && invitation.answer == Answer::yes;
    case LetterKind::receipt:
        return looks_ahead(meeting, now) && invitation.answer != Answer::none;
    case LetterKind::place_offer:
        return looks_ahead(meeting, now) && invitation.answer == Answer::offered && invitation.offer_until &&
               now < *invitation.offer_until;
    case LetterKind::cancellation:
        // Also after the start: somebody may stand at the door.
        return meeting.state == MeetingState::cancelled && now < meeting.ends_at();
    case LetterKind::reaction_invitation:
    case LetterKind::reaction_reminder:
    case LetterKind::reaction_update:
    case LetterKind::reaction_receipt:
    case LetterKind::reaction_decisions:
        return false; // about a round, not about a meeting
    default:
        return looks_ahead(meeting, now);
    }
}

} // namespace

std::chrono::seconds retry_delay(int attempts)
{
    auto delay = first_delay;
    for (; attempts > 1 && delay < delay_max; --attempts)
        delay *= 2;
    return std::min(delay, delay_max);
}

bool gives_up(Instant queued_at, Instant now)
{
    return now - queued_at >= trying_max;
}

bool repeats_when_uncertain(LetterKind kind)
{
    return kind != LetterKind::account_invitation && kind != LetterKind::password_reset;
}

bool letter_still_relevant(LetterKind kind, const Meeting* meeting, const Invitation* invitation, Instant now)
{
    if (kind == LetterKind::account_invitation || kind == LetterKind::password_reset)
        return true;
    if (meeting == nullptr || invitation == nullptr || invitation->address_state == AddressState::refused)
        return false;
    const bool withdrawn = invitation->state == InvitationState::withdrawn;
    return withdrawn == (kind == LetterKind::withdrawn) && concerns(kind, *meeting, *invitation, now);
}

} // namespace rondetafel
