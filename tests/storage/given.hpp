// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/given.hpp"
#include "support/test_database.hpp"

#include <rondetafel/domain/parties.hpp>
#include <rondetafel/domain/programmes.hpp>

/// Rows to begin with, as they stand in the database.
namespace rondetafel::given
{

/// Letters of three alphabets, a quotation mark, a letter outside the basic plane and two that are joined.
inline const std::string unicode = "Zażółć gęślą jaźń – “Łódź” 'n \"x\" \\ % 🌷 👩‍🌾 Ελλάδα";

inline ProgrammeId a_stored_programme(storage::Records& records)
{
    Programme programme;
    programme.slug = "aalsmeer";
    programme.title = "Programma arbeidsmigranten";
    programme.period = {day("2024-01-01"), day("2026-12-31")};
    return records.programmes.add(programme);
}

inline Contact a_contact(OrganisationId organisation, int number = 1)
{
    Contact contact;
    contact.organisation = organisation;
    contact.name = {"Marek", "", "Wiśniewski", AddressForm::sir};
    contact.email = "marek" + std::to_string(number) + "@seringa.example";
    return contact;
}

inline OrganisationId a_stored_organisation(storage::Records& records, const std::string& name = "Uitzendbureau Seringa")
{
    Organisation organisation;
    organisation.name = name;
    organisation.kinds = {PartyKind::agency};
    return records.parties.add(organisation);
}

inline MeetingId a_stored_meeting(storage::Records& records)
{
    auto meeting = a_meeting();
    meeting.id = {};
    meeting.programme = a_stored_programme(records);
    meeting.uid = "meeting-1@rondetafel.example";
    return records.meetings.add(meeting);
}

inline InvitationId a_stored_invitation(storage::Records& records, MeetingId meeting, int number = 1)
{
    auto invitation = an_invitation();
    invitation.meeting = meeting;
    invitation.uid = "invitation-" + std::to_string(number) + "@rondetafel.example";
    return records.invitations.add(invitation);
}

inline CovenantId a_stored_covenant(storage::Records& records)
{
    Covenant covenant;
    covenant.programme = a_stored_programme(records);
    covenant.title = "Convenant goed werkgeverschap";
    covenant.created_at = inviting;
    return records.covenants.add(covenant);
}

inline storage::OutboxLetter a_letter(int number = 1)
{
    storage::OutboxLetter letter;
    letter.occasion = "meeting:1";
    letter.recipient = "invitation:" + std::to_string(number);
    letter.to_name = unicode;
    letter.to_address = "marek@seringa.example";
    letter.message_id = "letter." + std::to_string(number) + "@rondetafel.example";
    letter.seed = "0123456789abcdef";
    letter.facts = "answer=yes\n";
    letter.written_at = letter.next_attempt_at = letter.created_at = inviting;
    letter.expires_at = inviting + std::chrono::hours{48};
    return letter;
}

} // namespace rondetafel::given
