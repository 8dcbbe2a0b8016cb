// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/email_address.hpp>
#include <rondetafel/domain/fields.hpp>
#include <rondetafel/domain/invitations.hpp>

#include <algorithm>

namespace rondetafel
{

namespace
{

constexpr std::chrono::seconds contradiction_window{60};

bool has_open_offer(const Invitation& invitation, Instant now)
{
    return invitation.answer == Answer::offered && invitation.offer_until && now <= *invitation.offer_until;
}

/// What a person means by an answer; waiting and an offer both began with "I come".
Answer intention(Answer answer)
{
    return answer == Answer::waiting || answer == Answer::offered ? Answer::yes : answer;
}

/// Whether the state of the meeting and the invitation lets this reply in.
Result<Done> check_window(const Meeting& meeting, const Invitation& invitation, const Reply& reply,
                          Instant now)
{
    switch (answer_window(meeting, invitation, now))
    {
    case AnswerWindow::withdrawn:
        return conflict("invitation.withdrawn");
    case AnswerWindow::cancelled:
        return conflict("meeting.cancelled");
    case AnswerWindow::over:
        return conflict("meeting.over");
    case AnswerWindow::past_cut_off:
        if (reply.source == AnswerSource::self)
            return conflict("answer.past_cut_off");
        break;
    case AnswerWindow::open:
        break;
    }
    return Done{};
}

void check_substitute(FieldChecks& checks, const Meeting& meeting, const Invitation& invitation,
                      const Reply& reply)
{
    if (!may_send_substitute(meeting, invitation))
        return checks.refuse("answer", "substitute.not_allowed");
    checks.required("substitute_name", reply.substitute_name);
    checks.one_line("substitute_name", reply.substitute_name, 200);
    if (is_blank(reply.substitute_email))
        return checks.refuse("substitute_email", "substitute_email.missing");
    const auto address = checked_email_address(reply.substitute_email, "substitute_email");
    if (!address)
        return checks.refuse("substitute_email", address.error().fields.front().code);
    // Servers tell capitals in the local part apart on paper only.
    if (in_small_letters(*address) == in_small_letters(invitation.email))
        checks.refuse("substitute_email", "substitute.same_person");
}

/// Yes needs a seat, unless this person has one already.
Answer seated(const Meeting& meeting, const Invitation& invitation, int seats_taken, Instant now)
{
    const bool has_seat = invitation.answer == Answer::yes || has_open_offer(invitation, now);
    const bool full = meeting.capacity && seats_taken >= *meeting.capacity;
    return full && !has_seat ? Answer::waiting : Answer::yes;
}

} // namespace

AnswerWindow answer_window(const Meeting& meeting, const Invitation& invitation, Instant now)
{
    if (invitation.state == InvitationState::withdrawn)
        return AnswerWindow::withdrawn;
    if (meeting.state == MeetingState::cancelled)
        return AnswerWindow::cancelled;
    if (meeting.state == MeetingState::held || meeting.state == MeetingState::closed ||
        now >= meeting.ends_at())
        return AnswerWindow::over;
    // "Vóór 17.00 uur": the moment itself is too late.
    if (now >= meeting.answers_until() && !has_open_offer(invitation, now))
        return AnswerWindow::past_cut_off;
    return AnswerWindow::open;
}

bool may_send_substitute(const Meeting& meeting, const Invitation& invitation)
{
    return meeting.substitutes_allowed && !invitation.substitute_for;
}

Result<Answer> decide(const Meeting& meeting, const Invitation& invitation, const Reply& reply,
                      int seats_taken, Instant now)
{
    if (const auto window = check_window(meeting, invitation, reply, now); !window)
        return window.error();

    FieldChecks checks;
    if (reply.answer != Answer::yes && reply.answer != Answer::no && reply.answer != Answer::substitute)
        checks.refuse("answer", "answer.missing");
    if (reply.answer == Answer::substitute)
        check_substitute(checks, meeting, invitation, reply);
    checks.lines("remark", reply.remark, 1000);
    if (reply.source != AnswerSource::self)
        checks.required("entered_by", reply.entered_by);
    if (const auto outcome = checks.outcome(); !outcome)
        return outcome.error();

    return reply.answer == Answer::yes ? seated(meeting, invitation, seats_taken, now) : reply.answer;
}

std::vector<InvitationId> withdrawn_together(const std::vector<Invitation>& invitations,
                                             const std::vector<InvitationId>& chosen)
{
    const auto is_chosen = [&](InvitationId id)
    { return std::find(chosen.begin(), chosen.end(), id) != chosen.end(); };
    std::vector<InvitationId> ending;
    for (const auto& invitation : invitations)
        if (invitation.state == InvitationState::invited &&
            (is_chosen(invitation.id) ||
             (invitation.substitute_for && is_chosen(*invitation.substitute_for))))
            ending.push_back(invitation.id);
    return ending;
}

bool contradicts(const Invitation& invitation, Answer next, Instant now)
{
    if (!invitation.answered_at || invitation.answer == Answer::none)
        return false;
    return intention(invitation.answer) != intention(next) &&
           std::chrono::abs(now - *invitation.answered_at) <= contradiction_window;
}

} // namespace rondetafel
