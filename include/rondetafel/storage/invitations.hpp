// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/invitations.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// One answer as it was given; the last one counts, all stay.
struct GivenAnswer
{
    InvitationId invitation;
    Answer answer = Answer::none;
    std::string remark;
    std::string substitute_name;
    std::string substitute_email;
    AnswerSource source = AnswerSource::self;
    std::string entered_by;
    Instant given_at;
};

/// An answer with who gave it and for what meeting.
struct ReceivedAnswer
{
    GivenAnswer given;
    PersonName name;
    std::string organisation;
    MeetingId meeting;
    std::string meeting_title;
};

class Invitations
{
public:
    explicit Invitations(Sql& sql) : sql_(sql) {}

    std::optional<Invitation> find(InvitationId id) const;
    std::vector<Invitation> of(MeetingId meeting) const;
    std::vector<Invitation> of_contact(ContactId contact) const;
    /// Seats in use: who comes and who holds an offer, without one invitation and its substitutes.
    int seats_taken_by_others(MeetingId meeting, InvitationId own) const;
    std::vector<Invitation> expired_offers(Instant now) const;
    InvitationId add(const Invitation& invitation);
    void save(Invitation& invitation);
    void remove(InvitationId id);
    void mark_address(const std::string& email, AddressState state);

    void add_answer(const GivenAnswer& answer);
    std::vector<GivenAnswer> answers_of(InvitationId id) const;
    /// The answers that came in last, over all meetings, newest first.
    std::vector<ReceivedAnswer> last_received(int limit) const;

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
