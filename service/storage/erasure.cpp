// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/erasure.hpp>

namespace rondetafel::storage
{

namespace
{

// What stands where a name stood in a sentence.
const std::string gone = "[…]";

const std::string no_person = "given_name = '', infix = '', family_name = '', email = '', remark = '', "
                              "contact_id = NULL, revision = revision + 1";
const std::string no_recipient = "to_name = '', to_address = '', last_reply = ''";
const std::string no_words = "remark = '', substitute_name = '', substitute_email = ''";
const std::string no_name_in_event =
    "actor_name = CASE WHEN actor_kind = 'partner' THEN '' ELSE actor_name END, "
    "detail = CASE WHEN verb = 'invitation.answered' OR detail = '' THEN detail ELSE :gone END";

std::string of_meetings(const char* column)
{
    return std::string(column) + " IN (SELECT i.id FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
                                 "WHERE m.ends_at < :ended)";
}

} // namespace

long long Erasure::answers_before(Instant ended)
{
    change(sql_,
           "UPDATE answers SET " + no_words + " WHERE (remark <> '' OR substitute_name <> '') AND " +
               of_meetings("invitation_id"),
           soci::use(ended, "ended"));
    change(sql_,
           "UPDATE events SET " + no_name_in_event +
               " WHERE ((actor_kind = 'partner' AND actor_name <> '') OR (detail <> '' "
               "AND detail <> :same AND verb <> 'invitation.answered')) AND " +
               of_meetings("invitation_id"),
           soci::use(gone, "gone"), soci::use(gone, "same"), soci::use(ended, "ended"));
    return change(sql_,
                  "UPDATE invitations SET " + no_person +
                      " WHERE (email <> '' OR remark <> '' OR contact_id IS NOT NULL) AND meeting_id IN "
                      "(SELECT id FROM meetings WHERE ends_at < :ended)",
                  soci::use(ended, "ended"));
}

long long Erasure::letters_before(Instant written)
{
    change(sql_,
           "UPDATE outbox_attempts SET reply = '' WHERE reply <> '' AND letter_id IN "
           "(SELECT id FROM outbox WHERE written_at < :written)",
           soci::use(written, "written"));
    return change(sql_,
                  "UPDATE outbox SET " + no_recipient +
                      ", facts = '' WHERE written_at < :written AND "
                      "to_address <> '' AND state IN ('sent', 'failed', 'uncertain', 'cancelled', 'expired')",
                  soci::use(written, "written"));
}

long long Erasure::sign_ins_before(Instant begun)
{
    change(sql_,
           "DELETE FROM events WHERE happened_at < :begun AND verb IN "
           "('account.signed_in', 'account.signed_out', 'account.signed_out_everywhere')",
           soci::use(begun, "begun"));
    return change(sql_, "DELETE FROM sign_ins WHERE created_at < :begun", soci::use(begun, "begun"));
}

void Erasure::invitation(InvitationId id)
{
    change(sql_, "UPDATE invitations SET " + no_person + " WHERE id = :id", soci::use(id, "id"));
    change(sql_, "UPDATE answers SET " + no_words + " WHERE invitation_id = :id", soci::use(id, "id"));
    change(sql_, "UPDATE events SET " + no_name_in_event + " WHERE invitation_id = :id",
           soci::use(gone, "gone"), soci::use(id, "id"));
    change(sql_,
           "UPDATE outbox_attempts SET reply = '' WHERE letter_id IN (SELECT id FROM outbox WHERE "
           "invitation_id = :id)",
           soci::use(id, "id"));
    change(sql_, "UPDATE outbox SET " + no_recipient + ", facts = '' WHERE invitation_id = :id",
           soci::use(id, "id"));
    // A substitute's letters name the person they came for.
    const auto facts = "on_behalf_of=" + gone + "\n";
    change(sql_,
           "UPDATE outbox SET facts = :facts WHERE facts <> '' AND invitation_id IN "
           "(SELECT id FROM invitations WHERE substitute_for = :id)",
           soci::use(facts, "facts"), soci::use(id, "id"));
}

void Erasure::contact(ContactId id)
{
    const auto invitations = select<InvitationId>(
        sql_, "SELECT id FROM invitations WHERE contact_id = :id",
        [](soci::statement& statement, InvitationId& row) { columns(statement, row); }, soci::use(id, "id"));
    for (const auto each : invitations)
        invitation(each);
    in_rounds(id);
    change(sql_, "UPDATE events SET " + no_name_in_event + " WHERE contact_id = :id", soci::use(gone, "gone"),
           soci::use(id, "id"));
    change(sql_, "DELETE FROM contacts WHERE id = :id", soci::use(id, "id"));
}

} // namespace rondetafel::storage
