// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/parties.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// Which organisations a page asks for; empty fields do not narrow.
struct PartyFilter
{
    std::string search; ///< part of the name or place, in any case
    std::optional<PartyKind> kind;
    std::vector<PartyKind> one_of;  ///< of at least one of these kinds; empty: of any
    std::vector<PartyKind> none_of; ///< of none of these kinds
    std::optional<int> line;
    std::string tag;
    bool archived = false;
    int limit = 50;
    int offset = 0;
};

/// A group of kinds, such as "care": an organisation belongs to it with any of them.
using KindGroup = std::vector<PartyKind>;

/// How many organisations belong to just these groups: bit 0 is the first group, and so on.
struct GroupCount
{
    int groups = 0;
    long long organisations = 0;
};

/// An organisation in a list, with the contact that speaks for it first.
struct PartyRow
{
    Organisation organisation;
    std::vector<Contact> contacts; ///< not archived, in order
};

class Parties
{
public:
    explicit Parties(Sql& sql) : sql_(sql) {}

    std::vector<PartyRow> list(const PartyFilter& filter) const;
    long long count(const PartyFilter& filter) const;
    /// What the filter finds, counted by the groups it belongs to, in one pass.
    std::vector<GroupCount> count_by(const std::vector<KindGroup>& groups, const PartyFilter& filter) const;
    long long count_contacts() const;
    std::optional<Organisation> find(OrganisationId id) const;
    OrganisationId add(const Organisation& organisation);
    void save(Organisation& organisation);
    std::vector<std::string> tags() const;

    std::optional<Contact> find_contact(ContactId id) const;
    std::vector<Contact> contacts_of(OrganisationId id, bool with_archived = false) const;
    ContactId add_contact(const Contact& contact);
    void save_contact(Contact& contact);
    void mark_address(const std::string& email, AddressState state);

private:
    void read_parts(Organisation& organisation) const;
    void write_parts(const Organisation& organisation);
    Sql& sql_;
};

/// What a search compares: lower case, without accents.
std::string search_form(const std::string& text);

} // namespace rondetafel::storage
