// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/rounds.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// What the page behind a link to react shows. Nothing in it that this party may not read.
struct ReactionPage
{
    std::string covenant; ///< its title
    Round round;
    Version version;
    CovenantText text;
    std::optional<Version> previous; ///< the version of the round before this one
    Consultee consultee;
    CovenantParty party;
    std::vector<Consultee> colleagues;
    std::string speaker; ///< the only one who may hand in; empty: everybody
    bool may_hand_in = true;
    Reaction reaction; ///< of this party
    ReactionWindow window = ReactionWindow::open;
    std::vector<RemarkView> remarks; ///< of this party, and of others when the round is open to all
    std::map<CovenantPartyId, std::string> names; ///< of the parties of `remarks`

    bool own(const RemarkView& view) const { return view.party == party.id; }
};

/// What the token of a link is for. Wrong, altered, expired and revoked links are one and the same Problem.
Result<storage::LinkPurpose> purpose_of_link(Context& context, const std::string& token);
Result<ReactionPage> find_reaction(Context& context, const std::string& token);

/// What somebody says about one first-level article.
struct RemarkWish
{
    RemarkKind kind = RemarkKind::comment;
    ArticleId article; ///< of an insertion: the article it comes after; none: first of its kind
    std::string comment;
    std::string quote; ///< as typed or copied; may be empty
    AmendmentDeed deed = AmendmentDeed::change;
    ArticleId place;                               ///< move: the article it comes after
    ArticleKind inserted = ArticleKind::article;   ///< insert
    std::string heading;
    std::string text;                  ///< as edited_text
    bool source = false;               ///< `text` is as source_text instead, as a Word file is understood
    std::string base_sha256;           ///< of the article as it was shown; may be empty
    std::optional<RemarkId> replaces;  ///< the remark this one changes
};

/// Invalid "article", "comment", "quote", "heading", "text" or "place"; conflict "round.closed", "remark.by_colleague" when
/// a colleague proposed other words for the article meanwhile, "changed.meanwhile" when the replaced remark is gone.
struct SaveRemark
{
    std::string token;
    RemarkWish remark;
};
Result<RemarkId> save_remark(Context& context, const SaveRemark& wish);

struct WithdrawRemark
{
    std::string token;
    RemarkId remark;
};
Result<Done> withdraw_remark(Context& context, const WithdrawRemark& wish);

/// "This is our reaction." Every time a receipt. Conflict "reaction.has_remarks" when a party says that it has no remarks
/// and has some; forbidden "reaction.not_speaker"; conflict "reaction.empty".
struct HandIn
{
    std::string token;
    bool no_remarks = false;
};
Result<Done> hand_in(Context& context, const HandIn& wish);

/// What a party said by mail, by phone, in person or in a Word file, written down by staff. Also after closing, as late.
struct EnterRemarks
{
    RoundId round;
    CovenantPartyId party;
    ReactionSource source = ReactionSource::mail;
    std::optional<ConsulteeId> consultee; ///< who said it, when that is somebody who was asked
    std::string author;                   ///< who said it otherwise
    bool handed_in = true;                ///< this is the party's whole reaction
    bool no_remarks = false;
    std::vector<RemarkWish> remarks;
};
/// Says how many remarks were written. Fields as of save_remark, and "author" and "source".
Result<int> enter_remarks(Context& context, const EnterRemarks& wish);

} // namespace rondetafel::actions
