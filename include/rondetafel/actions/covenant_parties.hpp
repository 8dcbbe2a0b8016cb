// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// A party with what the register knows of it.
struct CovenantPartyView
{
    CovenantParty party;
    std::optional<Organisation> organisation;
    std::vector<Contact> contacts; ///< who may speak for it
};
struct CovenantPartiesView
{
    Covenant covenant;
    bool has_versions = false;
    std::vector<CovenantPartyView> parties;  ///< those that left at the end
    std::vector<Organisation> organisations; ///< of the register, that are no party yet
};
Result<CovenantPartiesView> list_covenant_parties(Context& context, const CovenantId& id);

struct CovenantPartyWish
{
    CovenantId covenant;
    CovenantPartyId party;
};
Result<CovenantPartyView> show_covenant_party(Context& context, const CovenantPartyWish& wish);

/// Takes organisations of the register in as parties, by the name they have there. Says how many.
struct AddParties
{
    CovenantId covenant;
    std::vector<OrganisationId> organisations;
};
Result<int> add_parties(Context& context, const AddParties& wish);

/// A new party (`party.id` zero) or changed fields of one. Invalid names legal_name, short_name,
/// registration, represented_by, capacity, authority or speaker.
Result<Done> save_covenant_party(Context& context, const CovenantParty& party);

/// No longer a party, or a party again. What it said in rounds stays.
struct LeaveCovenant
{
    CovenantId covenant;
    CovenantPartyId party;
    bool leave = true;
};
Result<Done> leave_covenant(Context& context, const LeaveCovenant& wish);

} // namespace rondetafel::actions
