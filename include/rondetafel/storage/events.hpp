// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/time.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// Something that happened, for the history of a thing and for accountability. `verb` is a stable word,
/// noun.past; `detail` is one short public text or empty.
struct Event
{
    Instant happened_at;
    std::string actor_kind; ///< "staff", "partner", "service"
    std::string actor_name;
    std::optional<AccountId> account;
    std::string verb;
    std::optional<MeetingId> meeting;
    std::optional<InvitationId> invitation;
    std::optional<OrganisationId> organisation;
    std::optional<ContactId> contact;
    std::optional<ProgrammeId> programme;
    std::optional<CovenantId> covenant;
    std::string detail;
};

class Events
{
public:
    explicit Events(Sql& sql) : sql_(sql) {}

    void add(const Event& event);
    std::vector<Event> of(MeetingId meeting) const;
    std::vector<Event> of(InvitationId invitation) const;
    std::vector<Event> of(OrganisationId organisation) const;
    std::vector<Event> of(CovenantId covenant) const;
    std::vector<Event> recent(const std::string& verb, Instant since, int limit) const;

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
