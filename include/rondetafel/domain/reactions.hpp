// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/base/result.hpp>
#include <rondetafel/domain/amendments.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel
{

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
/// reaction", with or without remarks. What was written and not handed in counts too once the round closes, so that
/// nothing is lost; until then only the party itself sees it, and other parties never do.
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
    int given_revision = 0; ///< the revision that was handed in
    int revision = 0;       ///< raised by every change, of its remarks too

    /// Whether something was written or withdrawn after it was handed in.
    bool changed_since_given() const { return given_at && revision != given_revision; }
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
    std::optional<ConsulteeId> consultee; ///< the author, when that is somebody who was asked
    ReactionSource source = ReactionSource::link;
    bool late = false;
    Instant given_at;
    std::optional<Instant> withdrawn_at;
    std::optional<RemarkId> replaced_by; ///< changing a remark makes a new one; the old words stay
    std::optional<RemarkId> carried_from; ///< the remark of an earlier round that this one carries on
    bool carried_openly = false; ///< other parties could read it in the round it comes from
    bool look_again = false;     ///< its article changed since it was written

    bool stands() const { return !withdrawn_at && !replaced_by; }
    /// Whether it was written in this round.
    bool is_new() const { return stands() && !carried_from; }
    /// Whether somebody has to decide about it: agreement asks nothing.
    bool asks_decision() const { return stands() && kind != RemarkKind::agree; }
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

/// Whether the outcome brings the remark's own words, or those in the decision, into the next version.
bool changes_text(Outcome outcome);
/// What must hold of a decision: a reason always; words when the outcome says "in other words" about an amendment
/// (fields "reason" and "text").
Result<Done> check_decision(const Decision& decision, const Remark& remark);

/// Words of a text with up to 32 characters around them, by which they are found again in another text.
struct Quotation
{
    std::string quote;
    std::string prefix;
    std::string suffix;
};

/// Where a quotation stands in a text, in bytes.
struct Anchor
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The quotation of words as somebody typed or copied them from `text`; nothing when they are not there.
/// Spaces, quotation marks, emphasis and list marks do not matter.
std::optional<Quotation> quotation_of(std::string_view text, std::string_view typed);
/// Where a quotation stands in a text now: of several places the one with the likest surroundings, and of a few words
/// only a place whose surroundings are alike. Nothing when it is gone: the comment "belongs to earlier text".
std::optional<Anchor> find_quote(std::string_view text, std::string_view quote, std::string_view prefix,
                                 std::string_view suffix);

} // namespace rondetafel
