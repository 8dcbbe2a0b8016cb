// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/id.hpp>
#include <rondetafel/base/language.hpp>
#include <rondetafel/base/result.hpp>
#include <rondetafel/base/time.hpp>
#include <rondetafel/base/words.hpp>
#include <rondetafel/domain/meetings.hpp>
#include <rondetafel/domain/parties.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel
{

/// Whether an invitation is alive. `selected` has not been sent yet.
enum class InvitationState
{
    selected,
    invited,
    withdrawn
};

template <>
struct Words<InvitationState>
{
    static constexpr std::pair<InvitationState, std::string_view> all[] = {
        {InvitationState::selected, "selected"},
        {InvitationState::invited, "invited"},
        {InvitationState::withdrawn, "withdrawn"}};
};

/// The standing answer of an invitation. `waiting` asked to come when the table was full; `offered` has a
/// place held for a while.
enum class Answer
{
    none,
    yes,
    substitute,
    no,
    waiting,
    offered
};

template <>
struct Words<Answer>
{
    static constexpr std::pair<Answer, std::string_view> all[] = {
        {Answer::none, "none"}, {Answer::yes, "yes"},         {Answer::substitute, "substitute"},
        {Answer::no, "no"},     {Answer::waiting, "waiting"}, {Answer::offered, "offered"}};
};

/// How an answer reached us.
enum class AnswerSource
{
    self,
    phone,
    mail,
    in_person
};

template <>
struct Words<AnswerSource>
{
    static constexpr std::pair<AnswerSource, std::string_view> all[] = {
        {AnswerSource::self, "self"},
        {AnswerSource::phone, "phone"},
        {AnswerSource::mail, "mail"},
        {AnswerSource::in_person, "in_person"}};
};

/// One person invited to one meeting. Name, address and language are as they were when the invitation was
/// made.
struct Invitation
{
    InvitationId id;
    MeetingId meeting;
    std::optional<ContactId> contact;           ///< none for a substitute who is not in the register
    std::optional<InvitationId> substitute_for; ///< the invitation this person comes in place of
    PersonName name;
    std::string organisation;
    std::optional<OrganisationId> organisation_id;
    std::string email;
    Language language = Language::nl;
    InvitationState state = InvitationState::selected;
    Answer answer = Answer::none;
    AnswerSource source = AnswerSource::self;
    std::string entered_by; ///< name of the coordinator who wrote it down; empty when the partner did
    std::string remark;
    std::optional<Instant> invited_at; ///< when this person's own invitation was sent
    std::optional<Instant> answered_at;
    std::optional<Instant> waiting_since;
    std::optional<Instant> offer_until;
    AddressState address_state = AddressState::good;
    bool contradictory = false; ///< answered twice, differently, within a minute: a person should look
    std::string uid;            ///< of this person's calendar file
    int revision = 0;
};

/// What a partner, or the coordinator on a partner's behalf, sends in.
struct Reply
{
    Answer answer = Answer::none; ///< yes, substitute or no
    std::string remark;
    std::string substitute_name; ///< full name as typed
    std::string substitute_email;
    AnswerSource source = AnswerSource::self;
    std::string entered_by;
};

/// Why a partner's link shows no form: after the cut-off, after cancelling, after withdrawal, or when held.
enum class AnswerWindow
{
    open,
    past_cut_off,
    cancelled,
    withdrawn,
    over
};

/// A place that is held for someone can be answered until the offer ends, also after the cut-off.
AnswerWindow answer_window(const Meeting& meeting, const Invitation& invitation, Instant now);

/// Whether "somebody else comes for me" is among the choices. A substitute cannot send a substitute in turn.
bool may_send_substitute(const Meeting& meeting, const Invitation& invitation);

/// Judges a reply against the rules; the coordinator's entries (source other than self) may come after the
/// cut-off. `seats_taken` counts those who come or hold an offer, without this invitation
/// (`seats_taken_by_others`). Returns the standing answer it leads to: yes, no, substitute, or waiting when
/// the table is full. Sending a substitute needs no seat: judge that person's own invitation with a reply of
/// yes.
Result<Answer> decide(const Meeting& meeting, const Invitation& invitation, const Reply& reply,
                      int seats_taken, Instant now);

/// Whether `next` differs from what the person answered less than a minute ago: one of the two may be a
/// machine's.
bool contradicts(const Invitation& invitation, Answer next, Instant now);

/// Which invitations of a meeting end when those in `chosen` are withdrawn: they themselves, as far as they
/// are out, and the invitations of the substitutes they sent, who come for somebody that is no longer
/// invited. Each stands there once, in the order of `invitations`. Withdrawing a substitute leaves the
/// sender's invitation alone.
std::vector<InvitationId> withdrawn_together(const std::vector<Invitation>& invitations,
                                             const std::vector<InvitationId>& chosen);

/// How the invitations that are alive stand; the numbers add up to `invited`. Whoever sent a substitute
/// counts once, by what that substitute does; the substitute's own invitation is not counted beside it.
struct Tally
{
    int invited = 0;
    int yes = 0;
    int substitute = 0;
    int no = 0;
    int none = 0;
    int waiting = 0; ///< waiting or offered
};

Tally tally(const std::vector<Invitation>& invitations);

/// Seats in use: yes and offered, over the invitations that are alive.
int seats_taken(const std::vector<Invitation>& invitations);
/// The same without the seat of `own` and of the substitutes it sent, who leave when `own` comes after all.
int seats_taken_by_others(const std::vector<Invitation>& invitations, InvitationId own);

/// Until when a place that came free is held for the next on the waiting list: 17.00 hours local on the
/// second working day, at the latest on the working day before the meeting. Nothing when that leaves too
/// little time.
std::optional<Instant> offer_deadline(const Meeting& meeting, Instant now);

} // namespace rondetafel
