// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// Which parties a coordinator wants to see when choosing invitees; empty fields do not narrow.
struct PickWish
{
    MeetingId meeting;
    storage::PartyFilter filter;
};

/// Parties with their contacts, and what the page says beside them.
struct PickView
{
    Meeting meeting;
    std::vector<storage::PartyRow> parties;
    std::vector<ContactId> on_the_list; ///< contacts that are chosen or invited already
    std::vector<std::string> tags;
    std::vector<ProgrammeLine> lines;
};
Result<PickView> pick_contacts(Context& context, const PickWish& wish);

/// A meeting that is not stored yet, with what the step it comes from already tells. Without a step: an empty one.
Result<Meeting> plan_meeting(Context& context, const std::optional<StepId>& step);

/// A meeting with every letter written about it, oldest first.
struct MeetingLetters
{
    Meeting meeting;
    std::vector<Invitation> invitations;
    std::vector<storage::OutboxLetter> letters;
};
Result<MeetingLetters> meeting_letters(Context& context, const MeetingId& id);

} // namespace rondetafel::actions
