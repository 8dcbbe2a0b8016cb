// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

namespace rondetafel::storage
{

namespace
{

/// A covenant with one version and two parties, of which rounds are held.
class RoundRows : public support::OnEachDatabase
{
protected:
    void SetUp() override
    {
        OnEachDatabase::SetUp();
        if (HasFatalFailure())
            return;
        const auto programme = std::to_string(given::a_stored_programme(records()).value);
        run(database(), "INSERT INTO covenants (id, programme_id, created_at) VALUES (1, " + programme + ", 0)");
        run(database(), "INSERT INTO covenant_versions (id, covenant_id, canonical, change_note, issued_at) "
                        "VALUES (1, 1, '', '', 0)");
        run(database(), "INSERT INTO covenant_parties (id, covenant_id) VALUES (1, 1)");
        run(database(), "INSERT INTO covenant_parties (id, covenant_id) VALUES (2, 1)");
    }

    RoundId a_stored_round(RoundState state = RoundState::planned)
    {
        Round round;
        round.covenant = {1};
        round.version = {1};
        round.opens = local_from_iso("2025-03-03T09:00").value();
        round.closes = local_from_iso("2025-03-28T17:00").value();
        round.introduction = given::unicode;
        round.state = state;
        return records().rounds.add(round);
    }

    static Consultee a_consultee(RoundId round, long long contact = 11)
    {
        Consultee consultee;
        consultee.round = round;
        consultee.party = {1};
        consultee.contact = {contact};
        consultee.name = {"Marek", "", "Wiśniewski", AddressForm::sir};
        consultee.email = "marek@seringa.example";
        consultee.language = Language::pl;
        return consultee;
    }

    ConsulteeId a_stored_consultee(RoundId round, long long contact = 11)
    {
        return records().rounds.add_consultee(a_consultee(round, contact));
    }

    static Reaction a_reaction(RoundId round, long long party = 1)
    {
        Reaction reaction;
        reaction.round = round;
        reaction.party = {party};
        return reaction;
    }

    ReactionId a_stored_reaction(RoundId round, long long party = 1)
    {
        return records().reactions.add(a_reaction(round, party));
    }

    RemarkId a_stored_remark(ReactionId reaction)
    {
        Remark remark;
        remark.reaction = reaction;
        remark.kind = RemarkKind::amendment;
        remark.amendment.article = {"a7f3k2m9qx4c"};
        remark.amendment.deed = AmendmentDeed::insert;
        remark.amendment.inserted = {"b7f3k2m9qx4c"};
        remark.amendment.kind = ArticleKind::annex;
        remark.amendment.text = given::unicode;
        remark.comment = "Omdat";
        remark.quote = "vier weken";
        remark.author = "Marek Wiśniewski";
        remark.given_at = given::inviting;
        return records().reactions.add_remark(remark);
    }
};

TEST_P(RoundRows, KeepARoundAsItIs)
{
    const auto id = a_stored_round();
    auto round = records().rounds.find(id).value();
    EXPECT_EQ(round.introduction, given::unicode);
    EXPECT_EQ(round.reminders, (std::vector{7, 2}));
    EXPECT_EQ(iso(round.closes), "2025-03-28T17:00");
    auto outdated = round;
    round.reminders = {};
    round.visibility = Visibility::blind;
    round.accept_late = true;
    round.state = RoundState::open;
    records().rounds.save(round);
    EXPECT_THROW(records().rounds.save(outdated), Outdated);
    const auto again = records().rounds.of({1}).front();
    EXPECT_TRUE(again.reminders.empty());
    EXPECT_EQ(again.visibility, Visibility::blind);
    EXPECT_TRUE(again.accept_late);
    EXPECT_EQ(records().rounds.running().size(), 1U);
    round.state = RoundState::closed;
    records().rounds.save(round);
    EXPECT_TRUE(records().rounds.running().empty());
}

TEST_P(RoundRows, KnowWhoseLettersAndLinksTheyAre)
{
    const auto round = a_stored_round();
    const auto marek = a_stored_consultee(round);
    const auto other = a_stored_consultee(round, 12);
    const auto letter = records().outbox.add(given::a_letter());
    records().rounds.tie_letter(letter, round, marek);
    EXPECT_EQ(records().rounds.consultee_of(letter), marek);
    EXPECT_FALSE(records().rounds.consultee_of(LetterId{999}));
    EXPECT_EQ(records().rounds.letters_of(round), std::vector{letter});
    Link link;
    link.key = "k1";
    link.purpose = LinkPurpose::reaction;
    link.lookup = "l1";
    const auto id = records().links.add(link);
    records().rounds.tie_link(id, marek);
    EXPECT_EQ(records().rounds.consultee_of_link(id), marek);
    records().rounds.revoke_links(other, given::inviting);
    EXPECT_FALSE(records().links.find("l1")->revoked_at);
    records().rounds.revoke_links(marek, given::inviting);
    EXPECT_EQ(records().links.find("l1")->revoked_at, given::inviting);
    records().rounds.cancel_waiting_letters(marek);
    EXPECT_EQ(records().outbox.find(letter)->state, LetterState::cancelled);
    EXPECT_EQ(records().rounds.find_consultee(marek)->language, Language::pl);
}

TEST_P(RoundRows, AskAContactOnceAndHoldOneReactionPerParty)
{
    const auto round = a_stored_round();
    a_stored_consultee(round);
    EXPECT_THROW(database().transact(Access::write,
                                     [&](Records& in) -> Result<Done> {
                                         in.rounds.add_consultee(a_consultee(round));
                                         return Done{};
                                     }),
                 Duplicate);
    a_stored_reaction(round);
    EXPECT_THROW(database().transact(Access::write,
                                     [&](Records& in) -> Result<Done> {
                                         in.reactions.add(a_reaction(round));
                                         return Done{};
                                     }),
                 Duplicate);
}

TEST_P(RoundRows, KeepEveryWordOfARemarkAndItsHistory)
{
    const auto round = a_stored_round();
    const auto reaction = a_stored_reaction(round);
    const auto first = a_stored_remark(reaction);
    const auto read = records().reactions.find_remark(first).value();
    EXPECT_EQ(read.amendment.id, first);
    EXPECT_EQ(read.amendment.text, given::unicode);
    EXPECT_EQ(read.amendment.deed, AmendmentDeed::insert);
    EXPECT_EQ(read.amendment.kind, ArticleKind::annex);
    EXPECT_EQ(read.amendment.inserted.value, "b7f3k2m9qx4c");
    EXPECT_FALSE(read.consultee);
    const auto second = a_stored_remark(reaction);
    EXPECT_TRUE(records().reactions.replace_remark(first, second));
    EXPECT_FALSE(records().reactions.replace_remark(first, second)) << "only once";
    EXPECT_FALSE(records().reactions.withdraw_remark(first, given::inviting));
    EXPECT_TRUE(records().reactions.withdraw_remark(second, given::inviting));
    const auto remarks = records().reactions.remarks_of(round);
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_EQ(remarks[0].replaced_by, second);
    EXPECT_EQ(remarks[1].withdrawn_at, given::inviting);
    EXPECT_TRUE(records().reactions.remarks_of(a_stored_reaction(round, 2)).empty());
}

TEST_P(RoundRows, AddDecisionsAndSealThem)
{
    const auto round = a_stored_round();
    const auto remark = a_stored_remark(a_stored_reaction(round));
    Decision decision;
    decision.remark = remark;
    decision.reason = "Nee.";
    decision.decided_at = given::inviting;
    records().reactions.add_decision(decision, AccountId{4});
    decision.outcome = Outcome::partly;
    decision.text = given::unicode;
    records().reactions.add_decision(decision, {});
    auto decisions = records().reactions.decisions_of(round);
    ASSERT_EQ(decisions.size(), 2U);
    EXPECT_EQ(decisions[1].outcome, Outcome::partly);
    EXPECT_EQ(decisions[1].text, given::unicode);
    EXPECT_FALSE(decisions[1].sealed_in);
    records().reactions.seal_decisions(round, {1});
    EXPECT_EQ(records().reactions.decisions_of(round)[0].sealed_in, VersionId{1});
}

TEST_P(RoundRows, KeepSettlementsAndTheMergedTextByRevision)
{
    StoredSettlement settlement{{1}, {{"a7f3k2m9qx4c"}, "Huur", "Tekst"}, "Noor", given::inviting, 0};
    records().reactions.save(settlement);
    settlement.revision = 1;
    settlement.settlement.text = given::unicode;
    records().reactions.save(settlement);
    EXPECT_THROW(records().reactions.save(settlement), Outdated);
    EXPECT_EQ(records().reactions.settlements_of({1}).front().settlement.text, given::unicode);
    EXPECT_FALSE(records().reactions.merged_text({1}));
    records().reactions.save(MergedText{{1}, "een", "Noor", given::inviting, 0});
    records().reactions.save(MergedText{{1}, given::unicode, "Noor", given::inviting, 1});
    EXPECT_THROW(records().reactions.save(MergedText{{1}, "twee", "Noor", given::inviting, 1}), Outdated);
    EXPECT_EQ(records().reactions.merged_text({1})->canonical, given::unicode);
}

INSTANTIATE_TEST_SUITE_P(Each, RoundRows, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
