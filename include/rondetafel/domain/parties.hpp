// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/language.hpp>
#include <rondetafel/base/words.hpp>
#include <rondetafel/domain/people.hpp>

#include <string>
#include <vector>

namespace rondetafel
{

/// What an organisation is to the programme (process note, domain section 1.10). It may be more than one.
enum class PartyKind
{
    agency,
    employer,
    housing_provider,
    developer,
    care_partner,
    welfare_partner,
    interest_group,
    volunteers,
    knowledge_partner,
    advisory_council,
    regional_body,
    government
};

template <>
struct Words<PartyKind>
{
    static constexpr std::pair<PartyKind, std::string_view> all[] = {
        {PartyKind::agency, "agency"},
        {PartyKind::employer, "employer"},
        {PartyKind::housing_provider, "housing_provider"},
        {PartyKind::developer, "developer"},
        {PartyKind::care_partner, "care_partner"},
        {PartyKind::welfare_partner, "welfare_partner"},
        {PartyKind::interest_group, "interest_group"},
        {PartyKind::volunteers, "volunteers"},
        {PartyKind::knowledge_partner, "knowledge_partner"},
        {PartyKind::advisory_council, "advisory_council"},
        {PartyKind::regional_body, "regional_body"},
        {PartyKind::government, "government"}};
};

struct Organisation
{
    OrganisationId id;
    std::string name;
    std::vector<PartyKind> kinds;
    std::vector<int> lines; ///< numbers of the programme lines it takes part in
    std::vector<std::string> tags;
    std::string place;
    std::string website;
    std::string note;
    bool archived = false;
    int revision = 0;
};

/// What is known of a mail address: whether the last letter was refused for good.
enum class AddressState
{
    good,
    refused
};

template <>
struct Words<AddressState>
{
    static constexpr std::pair<AddressState, std::string_view> all[] = {{AddressState::good, "good"},
                                                                        {AddressState::refused, "refused"}};
};

/// A person who speaks for an organisation. Contact persons only; never data about migrants.
struct Contact
{
    ContactId id;
    OrganisationId organisation;
    PersonName name;
    std::string function;
    Language language = Language::nl;
    std::string email; ///< passed the strict grammar; the domain in A-label form
    std::string phone;
    bool signatory = false;
    bool archived = false;
    AddressState address_state = AddressState::good;
    int revision = 0;
};

} // namespace rondetafel
