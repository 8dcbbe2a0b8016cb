// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/language.hpp>
#include <rondetafel/domain/amendments.hpp>
#include <rondetafel/domain/people.hpp>

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
    closed
};

template <>
struct Words<RoundState>
{
    static constexpr std::pair<RoundState, std::string_view> all[] = {
        {RoundState::planned, "planned"}, {RoundState::open, "open"}, {RoundState::closed, "closed"}};
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
    std::string introduction; ///< what the coordinator says at the top of page and letter
    RoundState state = RoundState::planned;
    int revision = 0;
};

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

/// How a reaction reached us.
enum class ReactionSource
{
    link,
    mail,
    phone,
    in_person,
    word_file
};

template <>
struct Words<ReactionSource>
{
    static constexpr std::pair<ReactionSource, std::string_view> all[] = {
        {ReactionSource::link, "link"},
        {ReactionSource::mail, "mail"},
        {ReactionSource::phone, "phone"},
        {ReactionSource::in_person, "in_person"},
        {ReactionSource::word_file, "word_file"}};
};

/// One party's answer to a round, on which its contacts build together. Handed in when somebody said "this is our
/// reaction", with or without remarks.
struct Reaction
{
    ReactionId id;
    RoundId round;
    CovenantPartyId party;
    bool no_remarks = false;
    std::optional<Instant> given_at; ///< none: remarks are being written, nothing is handed in yet
    bool late = false;
    ReactionSource source = ReactionSource::link;
    std::string author;     ///< who handed it in
    std::string entered_by; ///< the member of staff who wrote it down; empty when it came by link
    int revision = 0;
};

enum class RemarkKind
{
    agree,
    comment,
    amendment
};

template <>
struct Words<RemarkKind>
{
    static constexpr std::pair<RemarkKind, std::string_view> all[] = {
        {RemarkKind::agree, "agree"}, {RemarkKind::comment, "comment"}, {RemarkKind::amendment, "amendment"}};
};

/// What a party says about one article.
struct Remark
{
    RemarkId id;
    ReactionId reaction;
    RemarkKind kind = RemarkKind::comment;
    Amendment amendment;     ///< `article` is the article of any kind of remark; the rest only for an amendment
    std::string comment;     ///< what is said; of an amendment the explanation
    std::string quote;       ///< the words a comment hangs on; empty: the whole article
    std::string prefix;      ///< up to 32 characters before and after, to find the quote again
    std::string suffix;
    std::string author;
    ReactionSource source = ReactionSource::link;
    bool late = false;
    Instant given_at;
    std::optional<Instant> withdrawn_at;
    std::optional<RemarkId> carried_from; ///< the remark of an earlier round that this one carries on
    bool look_again = false;
    int revision = 0;
};

enum class Outcome
{
    taken_over,
    taken_over_otherwise, ///< in other words, which stand in the decision
    partly,               ///< in other words too
    not_taken_over,
    carried_over, ///< to the next round
    withdrawn     ///< by its party
};

template <>
struct Words<Outcome>
{
    static constexpr std::pair<Outcome, std::string_view> all[] = {
        {Outcome::taken_over, "taken_over"},
        {Outcome::taken_over_otherwise, "taken_over_otherwise"},
        {Outcome::partly, "partly"},
        {Outcome::not_taken_over, "not_taken_over"},
        {Outcome::carried_over, "carried_over"},
        {Outcome::withdrawn, "withdrawn"}};
};

/// What was decided about a remark, with its reason. Append-only: the last one counts, until the next version is issued.
struct Decision
{
    DecisionId id;
    RemarkId remark;
    Outcome outcome = Outcome::not_taken_over;
    std::string heading; ///< the words that were adopted instead, as source_text
    std::string text;
    std::string reason; ///< never empty
    std::string decided_by;
    Instant decided_at;
    std::optional<VersionId> sealed_in; ///< the version that carries it; after that it is never revised
};

/// Where a quotation stands in a text now, in bytes; nothing when it is gone: the comment "belongs to earlier text".
struct Anchor
{
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::optional<Anchor> find_quote(std::string_view text, std::string_view quote, std::string_view prefix,
                                 std::string_view suffix);

/// Whether reactions are taken at this moment: before opening, open, late but welcome, or over.
enum class ReactionWindow
{
    not_yet,
    open,
    late,
    closed
};
ReactionWindow reaction_window(const Round& round, Instant now);

} // namespace rondetafel
