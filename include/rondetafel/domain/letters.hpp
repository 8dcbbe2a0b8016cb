// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>
#include <rondetafel/domain/invitations.hpp>
#include <rondetafel/domain/meetings.hpp>

#include <chrono>

namespace rondetafel
{

enum class LetterKind
{
    invitation,
    update,
    cancellation,
    reminder,
    tomorrow,
    receipt,
    substitute_invitation,
    place_offer,
    withdrawn,
    account_invitation,
    password_reset,
    reaction_invitation, ///< to react to a covenant in a consultation round
    reaction_reminder,
    reaction_update, ///< the closing date of an open round moved
    reaction_receipt,
    reaction_decisions ///< what became of somebody's own remarks
};

template <>
struct Words<LetterKind>
{
    static constexpr std::pair<LetterKind, std::string_view> all[] = {
        {LetterKind::invitation, "invitation"},
        {LetterKind::update, "update"},
        {LetterKind::cancellation, "cancellation"},
        {LetterKind::reminder, "reminder"},
        {LetterKind::tomorrow, "tomorrow"},
        {LetterKind::receipt, "receipt"},
        {LetterKind::substitute_invitation, "substitute_invitation"},
        {LetterKind::place_offer, "place_offer"},
        {LetterKind::withdrawn, "withdrawn"},
        {LetterKind::account_invitation, "account_invitation"},
        {LetterKind::password_reset, "password_reset"},
        {LetterKind::reaction_invitation, "reaction_invitation"},
        {LetterKind::reaction_reminder, "reaction_reminder"},
        {LetterKind::reaction_update, "reaction_update"},
        {LetterKind::reaction_receipt, "reaction_receipt"},
        {LetterKind::reaction_decisions, "reaction_decisions"}};
};

/// Where a letter is on its way. `data_started` means the relay may have it: never send that again by itself.
enum class LetterState
{
    queued,
    leased,
    data_started,
    sent,
    deferred,
    failed,
    uncertain,
    held,      ///< no relay is set
    cancelled, ///< no longer relevant when its turn came
    expired    ///< not accepted within two days
};

template <>
struct Words<LetterState>
{
    static constexpr std::pair<LetterState, std::string_view> all[] = {
        {LetterState::queued, "queued"},
        {LetterState::leased, "leased"},
        {LetterState::data_started, "data_started"},
        {LetterState::sent, "sent"},
        {LetterState::deferred, "deferred"},
        {LetterState::failed, "failed"},
        {LetterState::uncertain, "uncertain"},
        {LetterState::held, "held"},
        {LetterState::cancelled, "cancelled"},
        {LetterState::expired, "expired"}};
};

/// How long to wait after the `attempts`-th attempt that was put off: five minutes, doubling to two hours.
std::chrono::seconds retry_delay(int attempts);
/// Whether a letter has been tried long enough: two days after it was queued.
bool gives_up(Instant queued_at, Instant now);

/// Whether a letter that may or may not have arrived is sent once more by itself. Letters about an account
/// hold a one-time link and never are; for all others a second copy does no harm.
bool repeats_when_uncertain(LetterKind kind);

/// Whether a letter still makes sense; decided when it leaves. Letters about a meeting need both pointers;
/// those about an account need neither.
bool letter_still_relevant(LetterKind kind, const Meeting* meeting, const Invitation* invitation,
                           Instant now);

} // namespace rondetafel
