// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/events.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string event_query = R"sql(
    SELECT happened_at, actor_kind, actor_name, account_id, verb, meeting_id, invitation_id, organisation_id, contact_id,
           programme_id, c.covenant_id, detail
    FROM events e LEFT JOIN covenant_events c ON c.event_id = e.id )sql";

void bind_event(soci::statement& statement, Event& row)
{
    columns(statement, row.happened_at, row.actor_kind, row.actor_name, row.account, row.verb, row.meeting,
            row.invitation, row.organisation, row.contact, row.programme, row.covenant, row.detail);
}

} // namespace

void Events::add(const Event& event)
{
    const auto id = insert(sql_, "events", R"sql(
        INSERT INTO events (happened_at, actor_kind, actor_name, account_id, verb, meeting_id, invitation_id,
                            organisation_id, contact_id, programme_id, detail)
        VALUES (:at, :actor_kind, :actor_name, :account, :verb, :meeting, :invitation, :organisation, :contact,
                :programme, :detail))sql",
                           soci::use(event.happened_at, "at"), soci::use(event.actor_kind, "actor_kind"),
                           soci::use(event.actor_name, "actor_name"), soci::use(event.account, "account"),
                           soci::use(event.verb, "verb"), soci::use(event.meeting, "meeting"),
                           soci::use(event.invitation, "invitation"),
                           soci::use(event.organisation, "organisation"), soci::use(event.contact, "contact"),
                           soci::use(event.programme, "programme"), soci::use(event.detail, "detail"));
    if (event.covenant)
        change(sql_, "INSERT INTO covenant_events (event_id, covenant_id) VALUES (:event, :covenant)",
               soci::use(id, "event"), soci::use(*event.covenant, "covenant"));
}

std::vector<Event> Events::of(MeetingId meeting) const
{
    return select<Event>(sql_, event_query + "WHERE meeting_id = :id ORDER BY id DESC LIMIT 500", bind_event,
                         soci::use(meeting, "id"));
}

std::vector<Event> Events::of(InvitationId invitation) const
{
    return select<Event>(sql_, event_query + "WHERE invitation_id = :id ORDER BY id DESC LIMIT 500",
                         bind_event, soci::use(invitation, "id"));
}

std::vector<Event> Events::of(OrganisationId organisation) const
{
    return select<Event>(sql_, event_query + "WHERE organisation_id = :id ORDER BY id DESC LIMIT 200",
                         bind_event, soci::use(organisation, "id"));
}

std::vector<Event> Events::of(CovenantId covenant) const
{
    return select<Event>(sql_, event_query + "WHERE c.covenant_id = :id ORDER BY e.id DESC LIMIT 500",
                         bind_event, soci::use(covenant, "id"));
}

std::vector<Event> Events::recent(const std::string& verb, Instant since, int limit) const
{
    return select<Event>(
        sql_,
        event_query +
            "WHERE happened_at >= :since AND verb = :verb ORDER BY happened_at DESC, id DESC "
            "LIMIT " +
            std::to_string(limit),
        bind_event, soci::use(since, "since"), soci::use(verb, "verb"));
}

} // namespace rondetafel::storage
