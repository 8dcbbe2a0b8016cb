// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/mail/smtp.hpp>
#include <rondetafel/storage/records.hpp>

#include <vector>

namespace rondetafel::jobs
{

/// How long a relay that does not answer is left alone.
inline constexpr std::chrono::seconds relay_pause{30};

/// A letter that was handled, not yet written down.
struct Handled
{
    storage::OutboxLetter letter;
    storage::OutboxAttempt attempt;
    bool bad_address = false;
};

/// A letter that leaves no more comes to rest in `state`; one that may have arrived stays visibly uncertain.
void give_up(Handled& handled, LetterState state);

/// What the relay's answer means for the letter. `now` by the machine clock; an uncertain one may be repeated after
/// `uncertain_wait`.
void judge(Handled& handled, const mail::Delivery& delivery, Instant now, std::chrono::seconds uncertain_wait);

/// Writes down what became of letters; not of those that another process took over, which will say so itself.
void record(storage::Records& records, const std::vector<Handled>& letters);

} // namespace rondetafel::jobs
