// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "actions/covenant_world.hpp"

#include <rondetafel/actions/covenant_parties.hpp>
#include <rondetafel/actions/decisions.hpp>
#include <rondetafel/actions/letters.hpp>
#include <rondetafel/actions/reactions.hpp>
#include <rondetafel/actions/versions.hpp>

namespace rondetafel::actions
{

/// A covenant of which version 0.1 is issued, with two parties: an agency (Marek and Anna) and a grower (Hanneke).
/// The round runs from Tuesday 20 August until Monday 16 September 2024, 17.00 hours.
class RoundWorld : public CovenantWorld
{
protected:
    void SetUp() override;

    RoundId plan(Visibility visibility = Visibility::open, bool accept_late = false);
    /// Planned and opened on Tuesday 20 August, nine in the morning.
    RoundId open(Visibility visibility = Visibility::open, bool accept_late = false);
    /// The clock strikes at a moment: what is due is done.
    int strike(const char* local);
    void close() { strike("2024-09-16T17:00"); }
    void issue(const std::string& note = "Nieuwe versie.");

    Round round(RoundId id) { return records().rounds.find(id).value(); }
    RoundView seen(RoundId id) { return perform(show_round, id).value(); }
    Consultee person(RoundId round, const ContactId& contact);
    std::vector<storage::OutboxLetter> letters_to(RoundId round, const ContactId& contact, LetterKind kind);
    std::string token(RoundId round, const ContactId& contact, LetterKind kind = LetterKind::reaction_invitation);
    ReactionPage page(const std::string& token) { return perform(find_reaction, token).value(); }

    static RemarkWish comment(const ArticleId& article, const std::string& words, const std::string& quote = {});
    static RemarkWish agree(const ArticleId& article);
    RemarkWish words(RoundId round, const ArticleId& article, const std::string& text);
    Result<RemarkId> say(const std::string& token, const RemarkWish& wish) { return perform(save_remark, {token, wish}); }
    std::string code(const Result<RemarkId>& result) { return result ? "saved" : given::refusals(result).front(); }
    Result<RoundId> judge(RoundId round, RemarkId remark, Outcome outcome, const std::string& text = {});

    ContactId marek_;
    ContactId anna_;
    ContactId hanneke_;
    CovenantPartyId agency_;
    CovenantPartyId grower_;
};

} // namespace rondetafel::actions
