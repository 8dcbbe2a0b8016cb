// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/domain/people.hpp>
#include <rondetafel/storage/erasure.hpp>

namespace rondetafel::storage
{

namespace
{

// What stands where a name stood.
const std::string gone = "[…]";

/// Somebody who was asked in a round, as far as it takes to find what they left behind.
struct Asked
{
    ConsulteeId id;
    RoundId round;
    CovenantPartyId party;
    PersonName name;
};

void bind_asked(soci::statement& statement, Asked& row)
{
    columns(statement, row.id, row.round, row.party, row.name.given, row.name.infix, row.name.family);
}

void erase_letters(Sql& sql, const Asked& asked)
{
    change(sql, R"sql(
        UPDATE outbox_attempts SET reply = ''
        WHERE letter_id IN (SELECT letter_id FROM round_letters WHERE consultee_id = :id))sql",
           soci::use(asked.id, "id"));
    change(sql, R"sql(
        UPDATE outbox SET to_name = '', to_address = '', last_reply = '', facts = ''
        WHERE id IN (SELECT letter_id FROM round_letters WHERE consultee_id = :id))sql",
           soci::use(asked.id, "id"));
}

// A remark that was carried on, typed by staff or read from a Word file names its author and no consultee.
void erase_author(Sql& sql, ContactId contact)
{
    const auto name = select_one<PersonName>(
        sql, "SELECT given_name, infix, family_name FROM contacts WHERE id = :id",
        [](soci::statement& statement, PersonName& row) { columns(statement, row.given, row.infix, row.family); },
        soci::use(contact, "id"));
    if (!name)
        return;
    const auto full = full_name(*name);
    // MariaDB changes a table that it reads only by way of a copy.
    const std::string own_reactions = " IN (SELECT id FROM (SELECT r.id FROM reactions r "
                                      "JOIN covenant_parties p ON p.id = r.party_id "
                                      "JOIN contacts k ON k.organisation_id = p.organisation_id "
                                      "WHERE k.id = :contact) own)";
    change(sql, "UPDATE remarks SET author = :gone WHERE author = :name AND reaction_id" + own_reactions,
           soci::use(gone, "gone"), soci::use(full, "name"), soci::use(contact, "contact"));
    change(sql, "UPDATE reactions SET author = :gone WHERE author = :name AND id" + own_reactions,
           soci::use(gone, "gone"), soci::use(full, "name"), soci::use(contact, "contact"));
}

void erase_history(Sql& sql, const Asked& asked, const std::string& name)
{
    constexpr const char* of_covenant = " AND id IN (SELECT e.event_id FROM covenant_events e JOIN rounds r ON "
                                        "r.covenant_id = e.covenant_id WHERE r.id = :round)";
    change(sql, std::string("UPDATE events SET actor_name = '' WHERE actor_kind = 'partner' AND actor_name = :name") + of_covenant,
           soci::use(name, "name"), soci::use(asked.round, "round"));
    change(sql, std::string("UPDATE events SET detail = :gone WHERE detail = :name") + of_covenant, soci::use(gone, "gone"),
           soci::use(name, "name"), soci::use(asked.round, "round"));
}

} // namespace

// What the person said belongs to the party and stays; who said it goes.
void Erasure::in_rounds(ContactId contact)
{
    erase_author(sql_, contact);
    const auto all = select<Asked>(
        sql_, "SELECT id, round_id, party_id, given_name, infix, family_name FROM consultees WHERE contact_id = :id",
        bind_asked, soci::use(contact, "id"));
    for (const auto& asked : all)
    {
        const auto name = full_name(asked.name);
        change(sql_, "UPDATE remarks SET author = :gone WHERE consultee_id = :id", soci::use(gone, "gone"),
               soci::use(asked.id, "id"));
        change(sql_, "UPDATE reactions SET author = :gone WHERE round_id = :round AND party_id = :party AND author = :name",
               soci::use(gone, "gone"), soci::use(asked.round, "round"), soci::use(asked.party, "party"),
               soci::use(name, "name"));
        erase_letters(sql_, asked);
        erase_history(sql_, asked, name);
        // A contact is asked once per round; the number of nobody must be unique too.
        change(sql_, R"sql(
            UPDATE consultees
            SET given_name = '', infix = '', family_name = '', email = '', contact_id = 0 - id,
                withdrawn_at = CASE WHEN withdrawn_at IS NULL THEN 0 ELSE withdrawn_at END
            WHERE id = :id)sql",
               soci::use(asked.id, "id"));
    }
}

} // namespace rondetafel::storage
