// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// What the page behind a personal link shows.
struct AnswerPage
{
    Meeting meeting;
    Invitation invitation;
    AnswerWindow window = AnswerWindow::open;
    std::string substitute_name;  ///< who comes in this person's place, if so
    std::string substitute_email;
    bool full = false; ///< every seat is taken by others
};

/// The invitation a link's token belongs to. Wrong, altered, expired and revoked links are one and the same Problem.
Result<AnswerPage> find_by_token(Context& context, const std::string& token);

struct GiveAnswer
{
    std::string token;
    Reply reply;
};
/// A partner answers. Repeating the same answer changes nothing and sends nothing.
Result<AnswerPage> give_answer(Context& context, const GiveAnswer& wish);

struct EnterAnswer
{
    InvitationId invitation;
    Reply reply;
};
/// The coordinator writes down what a partner said.
Result<MeetingId> enter_answer(Context& context, const EnterAnswer& wish);

/// One invitation with its history.
struct InvitationView
{
    Meeting meeting;
    Invitation invitation;
    std::vector<storage::GivenAnswer> answers;
    std::vector<storage::OutboxLetter> letters;
    std::vector<storage::Event> events;
};
Result<InvitationView> show_invitation(Context& context, const InvitationId& id);

/// Gives a waiting person a place by hand, also beyond the capacity.
Result<MeetingId> place_from_waiting(Context& context, const InvitationId& id);

/// Offers every free place to the next in line; called after each withdrawal and by the clock.
int offer_free_places(Context& context, const Meeting& meeting);

} // namespace rondetafel::actions
