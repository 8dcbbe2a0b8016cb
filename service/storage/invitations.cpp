// SPDX-License-Identifier: EUPL-1.2
#include "columns.hpp"

#include <rondetafel/storage/database.hpp>
#include <rondetafel/storage/invitations.hpp>

namespace rondetafel::storage
{

namespace
{

const std::string invitation_query = R"sql(
    SELECT id, meeting_id, contact_id, substitute_for, given_name, infix, family_name, address_form, organisation,
           organisation_id, email, language, state, answer, source, entered_by, remark, invited_at, answered_at,
           waiting_since, offer_until, address_state, contradictory, uid, revision
    FROM invitations )sql";

void bind_invitation(soci::statement& statement, Invitation& row)
{
    columns(statement, row.id, row.meeting, row.contact, row.substitute_for, row.name.given, row.name.infix,
         row.name.family, row.name.form, row.organisation, row.organisation_id, row.email, row.language, row.state,
         row.answer, row.source, row.entered_by, row.remark, row.invited_at, row.answered_at, row.waiting_since,
         row.offer_until, row.address_state, row.contradictory, row.uid, row.revision);
}

} // namespace

std::optional<Invitation> Invitations::find(InvitationId id) const
{
    return select_one<Invitation>(sql_, invitation_query + "WHERE id = :id", bind_invitation, soci::use(id, "id"));
}

std::vector<Invitation> Invitations::of(MeetingId meeting) const
{
    return select<Invitation>(sql_, invitation_query + "WHERE meeting_id = :id ORDER BY organisation, id",
                              bind_invitation, soci::use(meeting, "id"));
}

std::vector<Invitation> Invitations::of_contact(ContactId contact) const
{
    return select<Invitation>(sql_, invitation_query + "WHERE contact_id = :id ORDER BY id", bind_invitation,
                              soci::use(contact, "id"));
}

int Invitations::seats_taken_by_others(MeetingId meeting, InvitationId own) const
{
    return *select_one<int>(
        sql_, R"sql(
        SELECT COUNT(*) FROM invitations
        WHERE meeting_id = :meeting AND answer IN ('yes', 'offered') AND state = 'invited' AND id <> :own
          AND (substitute_for IS NULL OR substitute_for <> :again))sql",
        [](soci::statement& statement, int& row) { columns(statement, row); }, soci::use(meeting, "meeting"),
        soci::use(own, "own"), soci::use(own, "again"));
}

std::vector<Invitation> Invitations::expired_offers(Instant now) const
{
    // Ordered by what the index holds: by number, SQLite would walk through every invitation there is.
    return select<Invitation>(
        sql_, invitation_query + "WHERE offer_until <= :now AND answer = 'offered' ORDER BY offer_until, id",
        bind_invitation, soci::use(now, "now"));
}

InvitationId Invitations::add(const Invitation& row)
{
    return InvitationId{insert(
        sql_, "invitations", R"sql(
        INSERT INTO invitations (meeting_id, contact_id, substitute_for, given_name, infix, family_name, address_form,
                                 organisation, organisation_id, email, language, state, answer, source, entered_by, remark,
                                 invited_at, answered_at, waiting_since, offer_until, address_state, contradictory, uid,
                                 revision)
        VALUES (:meeting, :contact, :substitute_for, :given, :infix, :family, :form, :organisation, :organisation_id,
                :email, :language, :state, :answer, :source, :entered_by, :remark, :invited_at, :answered_at,
                :waiting_since, :offer_until, :address_state, :contradictory, :uid, 1))sql",
        soci::use(row.meeting, "meeting"), soci::use(row.contact, "contact"),
        soci::use(row.substitute_for, "substitute_for"), soci::use(row.name.given, "given"),
        soci::use(row.name.infix, "infix"), soci::use(row.name.family, "family"), soci::use(row.name.form, "form"),
        soci::use(row.organisation, "organisation"), soci::use(row.organisation_id, "organisation_id"),
        soci::use(row.email, "email"), soci::use(row.language, "language"), soci::use(row.state, "state"),
        soci::use(row.answer, "answer"), soci::use(row.source, "source"), soci::use(row.entered_by, "entered_by"),
        soci::use(row.remark, "remark"), soci::use(row.invited_at, "invited_at"),
        soci::use(row.answered_at, "answered_at"), soci::use(row.waiting_since, "waiting_since"),
        soci::use(row.offer_until, "offer_until"), soci::use(row.address_state, "address_state"),
        soci::use(row.contradictory, "contradictory"), soci::use(row.uid, "uid"))};
}

void Invitations::save(Invitation& row)
{
    const auto touched = change(
        sql_, R"sql(
        UPDATE invitations
        SET given_name = :given, infix = :infix, family_name = :family, address_form = :form, email = :email,
            language = :language, state = :state, answer = :answer, source = :source, entered_by = :entered_by,
            remark = :remark, invited_at = :invited_at, answered_at = :answered_at, waiting_since = :waiting_since,
            offer_until = :offer_until, address_state = :address_state, contradictory = :contradictory,
            revision = revision + 1
        WHERE id = :id AND revision = :revision)sql",
        soci::use(row.name.given, "given"), soci::use(row.name.infix, "infix"), soci::use(row.name.family, "family"),
        soci::use(row.name.form, "form"), soci::use(row.email, "email"), soci::use(row.language, "language"),
        soci::use(row.state, "state"), soci::use(row.answer, "answer"), soci::use(row.source, "source"),
        soci::use(row.entered_by, "entered_by"), soci::use(row.remark, "remark"),
        soci::use(row.invited_at, "invited_at"), soci::use(row.answered_at, "answered_at"),
        soci::use(row.waiting_since, "waiting_since"), soci::use(row.offer_until, "offer_until"),
        soci::use(row.address_state, "address_state"), soci::use(row.contradictory, "contradictory"),
        soci::use(row.id, "id"), soci::use(row.revision, "revision"));
    if (touched != 1)
        throw Outdated("invitation");
    ++row.revision;
}

void Invitations::remove(InvitationId id)
{
    change(sql_, "DELETE FROM invitations WHERE id = :id AND state = 'selected'", soci::use(id, "id"));
}

void Invitations::mark_address(const std::string& email, AddressState state)
{
    change(sql_, "UPDATE invitations SET address_state = :state, revision = revision + 1 WHERE email = :email",
           soci::use(state, "state"), soci::use(email, "email"));
}

void Invitations::add_answer(const GivenAnswer& answer)
{
    change(sql_, R"sql(
        INSERT INTO answers (invitation_id, answer, remark, substitute_name, substitute_email, source, entered_by, given_at)
        VALUES (:invitation, :answer, :remark, :name, :email, :source, :entered_by, :given_at))sql",
           soci::use(answer.invitation, "invitation"), soci::use(answer.answer, "answer"),
           soci::use(answer.remark, "remark"), soci::use(answer.substitute_name, "name"),
           soci::use(answer.substitute_email, "email"), soci::use(answer.source, "source"),
           soci::use(answer.entered_by, "entered_by"), soci::use(answer.given_at, "given_at"));
}

std::vector<GivenAnswer> Invitations::answers_of(InvitationId id) const
{
    return select<GivenAnswer>(
        sql_, R"sql(
        SELECT invitation_id, answer, remark, substitute_name, substitute_email, source, entered_by, given_at
        FROM answers WHERE invitation_id = :id ORDER BY id)sql",
        [](soci::statement& statement, GivenAnswer& row) {
            columns(statement, row.invitation, row.answer, row.remark, row.substitute_name, row.substitute_email,
                 row.source, row.entered_by, row.given_at);
        },
        soci::use(id, "id"));
}

std::vector<ReceivedAnswer> Invitations::last_received(int limit) const
{
    return select<ReceivedAnswer>(sql_, R"sql(
        SELECT a.invitation_id, a.answer, a.remark, a.substitute_name, a.source, a.entered_by, a.given_at,
               i.given_name, i.infix, i.family_name, i.address_form, i.organisation, i.meeting_id, m.title
        FROM answers a JOIN invitations i ON i.id = a.invitation_id JOIN meetings m ON m.id = i.meeting_id
        ORDER BY a.id DESC LIMIT )sql" + std::to_string(limit),
                                  [](soci::statement& statement, ReceivedAnswer& row)
                                  {
                                      auto& given = row.given;
                                      columns(statement, given.invitation, given.answer, given.remark,
                                              given.substitute_name, given.source, given.entered_by,
                                              given.given_at, row.name.given, row.name.infix, row.name.family,
                                              row.name.form, row.organisation, row.meeting,
                                              row.meeting_title);
                                  });
}

} // namespace rondetafel::storage
