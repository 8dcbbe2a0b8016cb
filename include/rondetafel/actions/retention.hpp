// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/actions/invitations.hpp>
#include <rondetafel/base/result.hpp>

#include <vector>

namespace rondetafel::actions
{

/// Erases what was kept long enough, per class (domain/retention.hpp); once a day, by the programme clock.
/// Says how many invitations, letters and sign-ins lost their person.
Result<long long> erase_what_is_past(Context& context, const Done&);

/// A consultation a person was asked in, and what that person wrote there.
struct PersonInRound
{
    std::string covenant; ///< its title
    std::string party;
    Round round;
    Consultee consultee;
    std::vector<Remark> remarks;     ///< replaced and withdrawn ones too
    std::vector<std::string> places; ///< of each remark the article, "artikel 3"; empty when it is about no article
    std::vector<storage::OutboxLetter> letters;
};

/// Everything that is kept about a contact, for that person to see.
struct PersonalData
{
    Organisation organisation;
    Contact contact;
    std::vector<InvitationView> invitations; ///< newest first, each with answers, letters and history
    std::vector<PersonInRound> rounds;       ///< newest first
};
Result<PersonalData> personal_data(Context& context, const ContactId& id);

/// Takes a person out of register, invitations, letters and history, for good. What is counted stays: that
/// the organisation was invited, what it answered, and what the party said of a covenant. Conflict "contact.still_invited" (argument title)
/// while a meeting that is still to come counts on the person.
Result<OrganisationId> erase_person(Context& context, const ContactId& id);

} // namespace rondetafel::actions
