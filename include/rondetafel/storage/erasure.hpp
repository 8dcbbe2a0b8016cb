// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/domain/invitations.hpp>
#include <rondetafel/domain/parties.hpp>

namespace rondetafel::storage
{

class Sql;

/// Takes people out of the records, wherever they stand; what is counted stays. Each says how many rows it
/// touched, and touches none a second time.
class Erasure
{
public:
    explicit Erasure(Sql& sql) : sql_(sql) {}

    /// Of meetings that ended before: names, addresses and remarks. Organisation and answer stay.
    long long answers_before(Instant ended);
    /// Of letters that rest and were written before: to whom, and what the mail server said.
    long long letters_before(Instant written);
    long long sign_ins_before(Instant begun);
    /// A contact: out of the register, out of each invitation and letter, out of the history.
    void contact(ContactId contact);

private:
    void invitation(InvitationId invitation);
    void in_rounds(ContactId contact);

    Sql& sql_;
};

} // namespace rondetafel::storage
