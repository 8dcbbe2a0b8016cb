// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/language.hpp>
#include <rondetafel/base/result.hpp>
#include <rondetafel/domain/letters.hpp>
#include <rondetafel/domain/people.hpp>
#include <rondetafel/domain/reactions.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel
{

/// A party to a covenant. What the text says of it stands in `text`; the organisation of the register is where its
/// contacts are.
struct CovenantParty
{
    CovenantPartyId id;
    CovenantId covenant;
    std::optional<OrganisationId> organisation;
    PartyText text;
    std::optional<ContactId> speaker; ///< who speaks for the party; none: every contact may
    bool left = false;                ///< no longer a party; its reactions stay
    int revision = 0;
};

/// What lists and letters call a party: its legal name, for several may share one short name ("de werkgever").
inline const std::string& name_of(const CovenantParty& party) { return party.text.legal_name; }

/// Who may read the reactions of others while a round runs.
enum class Visibility
{
    open, ///< all parties see all reactions
    blind ///< each party sees its own only
};

template <>
struct Words<Visibility>
{
    static constexpr std::pair<Visibility, std::string_view> all[] = {{Visibility::open, "open"},
                                                                      {Visibility::blind, "blind"}};
};

enum class RoundState
{
    planned,
    open,
    closed,   ///< by the clock; decisions are made
    concluded ///< the next version was issued: nothing about this round changes any more
};

template <>
struct Words<RoundState>
{
    static constexpr std::pair<RoundState, std::string_view> all[] = {
        {RoundState::planned, "planned"},
        {RoundState::open, "open"},
        {RoundState::closed, "closed"},
        {RoundState::concluded, "concluded"}};
};

/// A consultation round about one issued version. Opens and closes by the programme clock.
struct Round
{
    RoundId id;
    CovenantId covenant;
    VersionId version;
    Visibility visibility = Visibility::open;
    LocalTime opens;
    LocalTime closes; ///< wall clock in home_zone; the last moment to react
    bool accept_late = false;
    std::string introduction;         ///< what the coordinator says at the top of page and letter
    std::vector<int> reminders{7, 2}; ///< working days before closing, to parties that have not reacted
    RoundState state = RoundState::planned;
    int revision = 0;

    Instant opens_at() const { return to_instant(opens, home_zone); }
    Instant closes_at() const { return to_instant(closes, home_zone); }
};

/// What must hold of a round before it is stored; Problems name the fields "opens", "closes", "reminders" and
/// "introduction". `now` is none when only text changes, so that the past is no obstacle.
Result<Done> check_round(const Round& round, std::optional<Instant> now);

/// A contact person who is asked to react, on behalf of a party, by a personal link.
struct Consultee
{
    ConsulteeId id;
    RoundId round;
    CovenantPartyId party;
    ContactId contact;
    PersonName name;
    std::string email;
    Language language = Language::nl;
    std::optional<Instant> invited_at;
    std::optional<Instant> withdrawn_at;
};

/// Whether reactions are taken at this moment: before opening, open, late but welcome, or over.
enum class ReactionWindow
{
    not_yet,
    open,
    late,
    closed
};
ReactionWindow reaction_window(const Round& round, Instant now);

/// Whether a party, or the staff when `reader` is none, may read a remark of a reaction. Other parties read only what was
/// handed in, in an open round; staff also read what was never handed in, once the round is closed.
bool may_read(const Round& round, const Reaction& reaction, const Remark& remark, std::optional<CovenantPartyId> reader);

/// When the reminder of so many working days before closing falls due: at 9.00 hours on a working day.
Instant reminder_due_at(const Round& round, int working_days);
/// Whether this person must get that reminder now; the one guard, judged at the moment of writing. Skipped when it fell
/// due on or before the day of inviting, or more than two working days ago.
bool reminder_applies(const Round& round, int working_days, const Consultee& consultee, const Reaction& reaction,
                      Instant now);
/// The first moment after `now` at which a round opens, closes or reminds.
std::optional<Instant> next_moment(const Round& round, Instant now);

/// Whether a letter about a round still makes sense; decided when it leaves.
bool letter_still_relevant(LetterKind kind, const Round& round, const Consultee& consultee, const Reaction& reaction,
                           Instant now);

/// How the parties of a round stand; the numbers add up to `parties`.
struct RoundTally
{
    int parties = 0;
    int with_remarks = 0; ///< handed in
    int no_remarks = 0;   ///< handed in, agrees as a whole
    int writing = 0;      ///< wrote something, handed in nothing yet
    int silent = 0;
};

/// What one party did so far.
enum class PartyProgress
{
    silent,
    writing,
    no_remarks,
    with_remarks
};

template <>
struct Words<PartyProgress>
{
    static constexpr std::pair<PartyProgress, std::string_view> all[] = {
        {PartyProgress::silent, "silent"},
        {PartyProgress::writing, "writing"},
        {PartyProgress::no_remarks, "no_remarks"},
        {PartyProgress::with_remarks, "with_remarks"}};
};

/// `remarks` are those of this reaction or of many; the others do not count.
PartyProgress progress_of(const Reaction& reaction, const std::vector<Remark>& remarks);
RoundTally tally(const std::vector<Reaction>& reactions, const std::vector<Remark>& remarks);

} // namespace rondetafel
