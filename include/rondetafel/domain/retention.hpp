// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/time.hpp>
#include <rondetafel/domain/invitations.hpp>
#include <rondetafel/domain/meetings.hpp>

namespace rondetafel
{

/// How long data about people are kept, per class, in months of the calendar.
struct Retention
{
    int answers = 12;  ///< after a meeting: names, addresses and remarks; organisation and answer stay
    int letters = 24;  ///< after writing: to whom a letter went and what the mail server said
    int sign_ins = 12; ///< of staff, after signing in
};

/// What happened before this moment is no longer kept: the begin of the day, so many months before today.
Instant kept_since(Instant now, int months);

/// Whether an invitation still has to do its work, so that the person in it cannot be erased yet.
bool still_invited(const Meeting& meeting, const Invitation& invitation, Instant now);

} // namespace rondetafel
