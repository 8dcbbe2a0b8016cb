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

/// Everything that is kept about a contact, for that person to see.
struct PersonalData
{
    Organisation organisation;
    Contact contact;
    std::vector<InvitationView> invitations; ///< newest first, each with answers, letters and history
};
Result<PersonalData> personal_data(Context& context, const ContactId& id);

/// Takes a person out of register, invitations, letters and history, for good. What is counted stays: that
/// the organisation was invited, and what it answered. Conflict "contact.still_invited" (argument title)
/// while a meeting that is still to come counts on the person.
Result<OrganisationId> erase_person(Context& context, const ContactId& id);

} // namespace rondetafel::actions
