// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/decisions.hpp>
#include <rondetafel/actions/reactions.hpp>
#include <rondetafel/actions/round_letters.hpp>

#include <string>
#include <vector>

namespace rondetafel::actions
{

/// "round:12": what letters about one round have in common.
inline std::string occasion_of(const Round& round) { return "round:" + std::to_string(round.id.value); }

/// Writes down what happened, for the history of the covenant.
void write_round_event(Context& context, const char* verb, const Round& round, const std::string& detail = {});

/// The round before this one, of which the parties saw the text.
std::optional<Round> round_before(Context& context, const Round& round);

/// Brings undecided remarks of the round before into the reactions of a round that opens, re-based on its text.
void carry_over(Context& context, const Round& round);

/// Who writes a remark, and how it reached us.
struct Hand
{
    std::string author;
    std::optional<ConsulteeId> consultee;
    ReactionSource source = ReactionSource::link;
    bool late = false;
};

/// Judges and stores one remark of a party; the one road for partners, staff and Word files.
Result<RemarkId> write_remark(Context& context, const CovenantText& text, Reaction& reaction, const RemarkWish& wish,
                              const Hand& hand);

/// Marks the reaction as handed in.
Result<Done> hand_in_reaction(Context& context, const Round& round, Reaction& reaction, bool no_remarks, const Hand& hand);

/// Whether a person gets the letter with decisions: wrote a remark that asked for one, or hears for the party.
bool has_own_remarks(Context& context, const Round& round, const Consultee& consultee);

/// Ends the part of somebody who left in every round that is not concluded: of all people of a party, or of one contact.
void withdraw_from_rounds(Context& context, CovenantPartyId party);
void withdraw_from_rounds(Context& context, ContactId contact);

/// What the decisions of a round make of its text.
Merged merged_of(Context& context, const RoundView& view);

} // namespace rondetafel::actions
