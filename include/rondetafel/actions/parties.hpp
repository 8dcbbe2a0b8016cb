// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

inline constexpr int parties_page_size = 25;

/// The tabs of the register. `other` is every kind without a tab of its own.
enum class PartyTab
{
    all,
    agencies,
    employers,
    care,
    other
};

struct PartiesWish
{
    std::string search;
    PartyTab tab = PartyTab::all;
    std::optional<PartyKind> kind;
    std::optional<int> line;
    bool archived = false;
    int page = 1;
};

/// One page of the register, and how much there is.
struct PartiesView
{
    std::vector<storage::PartyRow> rows;
    long long found = 0;         ///< what the search finds, over all pages
    int page = 1;                ///< within what there is
    long long organisations = 0; ///< in the whole register
    long long contacts = 0;
    std::vector<std::pair<PartyTab, long long>> tabs;
    std::vector<ProgrammeLine> lines; ///< of the programme, to choose from
};
Result<PartiesView> list_parties(Context& context, const PartiesWish& wish);

/// One invitation of somebody in this organisation.
struct PartyInvitation
{
    Meeting meeting;
    Invitation invitation;
};
struct PartyView
{
    Organisation organisation;
    std::vector<Contact> contacts; ///< archived ones too
    std::vector<PartyInvitation> invitations;
    std::vector<storage::Event> events;
    std::vector<ProgrammeLine> lines; ///< of the programme
};
Result<PartyView> show_party(Context& context, const OrganisationId& id);
/// The programme's lines, for the form of a new organisation.
Result<std::vector<ProgrammeLine>> lines_to_choose(Context& context, const Done&);

/// A new organisation (`id` zero) or changed fields of one; archiving has its own action.
Result<OrganisationId> save_organisation(Context& context, const Organisation& organisation);
struct ArchiveOrganisation
{
    OrganisationId organisation;
    bool archive = true; ///< or restore
};
Result<OrganisationId> archive_organisation(Context& context, const ArchiveOrganisation& wish);

struct ContactView
{
    Organisation organisation;
    Contact contact;
};
Result<ContactView> show_contact(Context& context, const ContactId& id);
/// A new contact (`id` zero) or changed fields of one. Gives the organisation, whose page shows the contact.
Result<OrganisationId> save_contact(Context& context, const Contact& contact);
struct ArchiveContact
{
    ContactId contact;
    bool archive = true;
};
Result<OrganisationId> archive_contact(Context& context, const ArchiveContact& wish);

} // namespace rondetafel::actions
