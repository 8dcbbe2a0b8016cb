// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// A meeting with everything its page shows.
struct MeetingView
{
    Meeting meeting;
    std::optional<Step> step;
    std::vector<Invitation> invitations;
    std::vector<ReminderRule> rules;
    std::vector<DateWarning> warnings;
    std::vector<InvitationId>
        not_reached_yet; ///< whose first letter still waits; on the page of one meeting only
    Tally tally;
};

Result<MeetingView> show_meeting(Context& context, const MeetingId& id);
Result<std::vector<MeetingView>> list_meetings(Context& context, const Done&);

/// A new meeting or changed fields of one. `meeting.id` zero means new. `tell` mails the invited about a change of
/// time or place; `keep_answers` leaves their answers standing.
struct SaveMeeting
{
    Meeting meeting;
    bool occurrence_chosen = false;
    bool tell = false;
    bool keep_answers = false;
};
Result<MeetingId> save_meeting(Context& context, const SaveMeeting& wish);

/// Puts contacts on the list; those that are on it already stay as they are.
struct AddInvitees
{
    MeetingId meeting;
    std::vector<ContactId> contacts;
};
Result<int> add_invitees(Context& context, const AddInvitees& wish);

struct InvitationsWish
{
    MeetingId meeting;
    std::vector<InvitationId> invitations; ///< an empty selection does nothing
};
/// Takes people who have no letter yet off the list.
Result<int> remove_invitees(Context& context, const InvitationsWish& wish);
/// Ends invitations that are out and those of the substitutes they sent, with a letter to each. Says how many
/// ended.
Result<int> withdraw_invitations(Context& context, const InvitationsWish& wish);
/// Sends a reminder by hand to those of the selection without an answer.
Result<int> remind_by_hand(Context& context, const InvitationsWish& wish);
/// Kills every link of an invitation and, when asked, sends a letter with a new one.
struct RenewLink
{
    InvitationId invitation;
    bool send_new = true;
};
Result<MeetingId> renew_link(Context& context, const RenewLink& wish);

/// Sends the invitations of everybody on the list who has none yet. Says how many letters were written.
Result<int> send_invitations(Context& context, const MeetingId& id);

struct CancelMeeting
{
    MeetingId meeting;
    std::string reason;
};
Result<Done> cancel_meeting(Context& context, const CancelMeeting& wish);
Result<Done> delete_draft(Context& context, const MeetingId& id);
/// held after it took place; closed when nothing is to be done any more.
struct SetMeetingState
{
    MeetingId meeting;
    MeetingState state = MeetingState::held;
};
Result<Done> set_meeting_state(Context& context, const SetMeetingState& wish);

struct SaveRules
{
    MeetingId meeting;
    std::vector<ReminderRule> rules;
};
Result<Done> save_rules(Context& context, const SaveRules& wish);

} // namespace rondetafel::actions
