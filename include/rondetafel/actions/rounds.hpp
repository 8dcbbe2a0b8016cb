// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/covenant_parties.hpp>
#include <rondetafel/actions/covenants.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// A party in a round: who is asked, and what it did so far.
struct RoundParty
{
    CovenantParty party;
    std::vector<Consultee> consultees;
    Reaction reaction; ///< without an id as long as the round is planned
    PartyProgress progress = PartyProgress::silent;
};

/// A remark with whose it is and the decision that counts.
struct RemarkView
{
    Remark remark;
    CovenantPartyId party;
    std::optional<Decision> decision;
};

/// A round as the coordinator sees it.
struct RoundView
{
    CovenantView covenant;
    Round round;
    int number = 1; ///< first round, second round, …
    Version version;
    CovenantText text; ///< of that version
    std::vector<RoundParty> parties;
    std::vector<RemarkView> remarks; ///< in the order in which they were written; replaced ones are left out
    RoundTally tally;
    std::vector<Overlap> overlaps; ///< accepted amendments that nobody settled yet
    std::vector<RemarkId> stale;   ///< accepted, but written against another text of their article, or no article as it is

    int undecided() const;
    const RoundParty* party(CovenantPartyId id) const;
};
Result<RoundView> show_round(Context& context, const RoundId& id);

struct RoundSummary
{
    Round round;
    int number = 1;
    Version version;
    RoundTally tally;
    int undecided = 0;
};
struct RoundsView
{
    CovenantView covenant;
    std::vector<RoundSummary> rounds; ///< newest first
};
Result<RoundsView> list_rounds(Context& context, const CovenantId& id);

/// The form for a new round (no `round`), or for one that is planned or open.
struct PlanWish
{
    CovenantId covenant;
    std::optional<RoundId> round;
};
struct PlanView
{
    CovenantView covenant;
    Round round;
    std::vector<CovenantPartyView> parties; ///< those that take part, with their contacts
    std::vector<ContactId> chosen;
};
/// Conflict "round.no_version" when nothing was issued yet, "round.another_runs", "round.issue_first".
Result<PlanView> plan_round(Context& context, const PlanWish& wish);

/// A new round (`round.id` zero) or changed fields of one. Of a round that is open only closing date, reminders, late
/// reactions and introduction change; contacts that are new get their letter at once. Problems as of check_round, and the
/// field "contacts" when nobody is chosen.
struct SaveRound
{
    Round round;
    std::vector<ContactId> contacts;
};
Result<RoundId> save_round(Context& context, const SaveRound& wish);
Result<CovenantId> remove_round(Context& context, const RoundId& id);

/// Opens a planned round now: one reaction per party, what was carried over, and the letters. Says how many letters.
Result<int> open_round(Context& context, const RoundId& id);

/// Ends somebody's part in a round; the links stop working, what was said stays.
Result<RoundId> withdraw_consultee(Context& context, const ConsulteeId& id);
/// A new link for somebody who lost the letter; older ones stop working.
Result<RoundId> send_link_again(Context& context, const ConsulteeId& id);

/// Opens, reminds and closes what is due; says how many letters were written.
int do_what_is_due_in_rounds(Context& context);
std::optional<Instant> next_due_in_rounds(Context& context);

} // namespace rondetafel::actions
