// SPDX-License-Identifier: EUPL-1.2
#include "actions/round_world.hpp"

namespace rondetafel::actions
{

namespace
{

const std::string article_lines = "1. De werkgever helpt iedere arbeidsmigrant bij de inschrijving.\n"
                                  "2. De gemeente schrijft hem in binnen ";

class Decisions : public RoundWorld
{
protected:
    /// A closed round in which the agency wants two weeks and the grower six.
    RoundId clashing()
    {
        const auto id = open();
        agency_remark_ = say(token(id, marek_), words(id, first(), article_lines + "twee weken.")).value();
        grower_remark_ = say(token(id, hanneke_), words(id, first(), article_lines + "zes weken.")).value();
        close();
        return id;
    }

    RemarkId agency_remark_;
    RemarkId grower_remark_;
};

TEST_P(Decisions, WaitForClosingAndNeedAReason)
{
    const auto id = open();
    const auto remark = say(token(id, marek_), comment(first(), "Wie betaalt dit?")).value();
    EXPECT_EQ(judge(id, remark, Outcome::taken_over).error().code, "round.still_open");
    close();
    Decide wish;
    wish.remark = remark;
    EXPECT_EQ(given::refusals(perform(decide, wish)).front(), "reason:decision.no_reason");
    ASSERT_TRUE(judge(id, remark, Outcome::not_taken_over));
    wish.reason = "Intussen anders gezien.";
    EXPECT_EQ(perform(decide, wish).error().code, "changed.meanwhile") << "somebody decided since";
    ASSERT_TRUE(judge(id, remark, Outcome::taken_over));
    EXPECT_EQ(seen(id).remarks.front().decision->outcome, Outcome::taken_over);
    EXPECT_EQ(perform(show_remark, remark)->earlier.size(), 1U);
    EXPECT_EQ(seen(id).undecided(), 0);
}

TEST_P(Decisions, ThatClashAreNeverSilent)
{
    const auto id = clashing();
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::taken_over));
    EXPECT_TRUE(seen(id).overlaps.empty());
    ASSERT_TRUE(judge(id, grower_remark_, Outcome::taken_over));
    ASSERT_EQ(seen(id).overlaps.size(), 1U);
    EXPECT_EQ(seen(id).overlaps.front().amendments.size(), 2U);
    EXPECT_EQ(perform(merge_into_text, id).error().code, "round.overlaps");
    const auto seen_text = sha256_hex(canonical(view().text));
    EXPECT_EQ(perform(issue_version, {covenant_, "Toch.", seen_text}).error().code, "version.nothing_new");
    save(second(), "Ander doel.");
    EXPECT_EQ(perform(issue_version, {covenant_, "Toch.", sha256_hex(canonical(view().text))}).error().code,
              "round.overlaps");
    Settle wish{id, first(), "Registratie", article_lines + "vier weken na aankomst.", 0};
    ASSERT_TRUE(perform(settle, wish));
    EXPECT_EQ(perform(settle, wish).error().code, "changed.meanwhile") << "somebody settled it first";
    EXPECT_TRUE(seen(id).overlaps.empty());
    ASSERT_TRUE(perform(merge_into_text, id));
    EXPECT_EQ(CovenantWorld::words(first()), article_lines + "vier weken na aankomst.");
    EXPECT_EQ(CovenantWorld::words(second()), "Ander doel.") << "what staff wrote elsewhere stays";
}

TEST_P(Decisions, AreMergedAgainAfterTheyWereRevised)
{
    const auto id = clashing();
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::taken_over));
    ASSERT_TRUE(judge(id, grower_remark_, Outcome::not_taken_over));
    EXPECT_FALSE(perform(show_merge, id)->in_text);
    ASSERT_TRUE(perform(merge_into_text, id));
    EXPECT_EQ(CovenantWorld::words(first()), article_lines + "twee weken.");
    EXPECT_TRUE(perform(show_merge, id)->in_text);
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::partly, article_lines + "drie weken."));
    EXPECT_FALSE(perform(show_merge, id)->in_text);
    ASSERT_TRUE(perform(merge_into_text, id));
    EXPECT_EQ(CovenantWorld::words(first()), article_lines + "drie weken.");
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::not_taken_over));
    ASSERT_TRUE(perform(merge_into_text, id));
    EXPECT_EQ(CovenantWorld::words(first()), article_lines + "vier weken.") << "back to what was issued";
}

TEST_P(Decisions, DoNotOverwriteWhatStaffWroteInTheSameArticle)
{
    const auto id = clashing();
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::taken_over));
    save(first(), article_lines + "acht weken.");
    EXPECT_EQ(perform(show_merge, id)->combined.conflicts, std::vector{first()});
    EXPECT_EQ(perform(merge_into_text, id).error().code, "round.working_text");
    ASSERT_TRUE(perform(settle, {id, first(), "Registratie", article_lines + "vijf weken.", 0}));
    ASSERT_TRUE(perform(merge_into_text, id));
    EXPECT_EQ(CovenantWorld::words(first()), article_lines + "vijf weken.");
}

TEST_P(Decisions, AreToldToEachAuthorOnceWhenTheNextVersionIsIssued)
{
    const auto id = clashing();
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::taken_over));
    ASSERT_TRUE(judge(id, grower_remark_, Outcome::not_taken_over));
    save(second(), "Ander doel.");
    EXPECT_EQ(perform(issue_version, {covenant_, "Te vroeg.", sha256_hex(canonical(view().text))}).error().code,
              "round.not_merged");
    ASSERT_TRUE(perform(merge_into_text, id));
    issue();
    EXPECT_EQ(round(id).state, RoundState::concluded);
    EXPECT_EQ(letters_to(id, marek_, LetterKind::reaction_decisions).size(), 1U);
    EXPECT_EQ(letters_to(id, hanneke_, LetterKind::reaction_decisions).size(), 1U);
    EXPECT_TRUE(letters_to(id, anna_, LetterKind::reaction_decisions).empty()) << "she wrote nothing";
    const auto letter = perform(letter_subject, letters_to(id, marek_, LetterKind::reaction_decisions).front().id).value();
    EXPECT_TRUE(letter.relevant);
    ASSERT_EQ(letter.round->decisions.size(), 1U) << "only his own";
    EXPECT_EQ(letter.round->decisions.front().outcome, Outcome::taken_over);
    EXPECT_EQ(letter.round->decisions.front().reason, "Omdat het zo beter is.");
    EXPECT_EQ(letter.round->next_version, "0.2");
    EXPECT_EQ(judge(id, agency_remark_, Outcome::not_taken_over).error().code, "round.concluded");
    const auto told = page(token(id, marek_));
    EXPECT_EQ(told.window, ReactionWindow::closed);
    EXPECT_EQ(told.remarks.front().decision->outcome, Outcome::taken_over);
    save(second(), "Nog een doel.");
    issue();
    EXPECT_EQ(letters_to(id, marek_, LetterKind::reaction_decisions).size(), 1U);
}

TEST_P(Decisions, ThatChangeNothingEndTheRoundWithoutAVersion)
{
    const auto id = clashing();
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::taken_over));
    EXPECT_EQ(perform(conclude_unchanged, id).error().code, "round.not_merged");
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::not_taken_over));
    ASSERT_TRUE(judge(id, grower_remark_, Outcome::not_taken_over));
    ASSERT_TRUE(perform(conclude_unchanged, id));
    EXPECT_EQ(perform(conclude_unchanged, id).error().code, "round.concluded");
    const auto letters = letters_to(id, hanneke_, LetterKind::reaction_decisions);
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(perform(letter_subject, letters.front().id)->round->next_version, "");
    EXPECT_TRUE(perform(plan_round, {covenant_, {}})) << "the next round can be planned";
}

TEST_P(Decisions, AreNotShownBeforeTheyAreFinal)
{
    const auto id = clashing();
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::not_taken_over));
    EXPECT_FALSE(page(token(id, marek_)).remarks.front().decision);
}

TEST_P(Decisions, ThatAreMissingGoOnToTheNextRound)
{
    const auto id = clashing();
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::taken_over));
    ASSERT_TRUE(perform(merge_into_text, id));
    issue();
    EXPECT_TRUE(seen(id).remarks.back().remark.asks_decision());
    Round next;
    next.covenant = covenant_;
    next.opens = given::local("2024-10-01T09:00");
    next.closes = given::local("2024-10-28T17:00");
    move_to("2024-09-30T10:00");
    const auto second_round = perform(save_round, {next, {hanneke_}}).value();
    EXPECT_EQ(strike("2024-10-01T09:00"), 1);
    const auto shown = seen(second_round);
    ASSERT_EQ(shown.remarks.size(), 1U);
    EXPECT_EQ(shown.remarks.front().party, grower_);
    EXPECT_EQ(shown.remarks.front().remark.carried_from, grower_remark_);
    EXPECT_TRUE(shown.remarks.front().remark.look_again) << "the words it would change were changed";
    EXPECT_EQ(shown.remarks.front().remark.consultee, person(second_round, hanneke_).id);
    EXPECT_EQ(page(token(second_round, hanneke_)).previous->number(), "0.1");
    EXPECT_EQ(shown.tally.silent, 1) << "nothing new was said";
}

TEST_P(Decisions, StandInTheWayOfAdoptionUntilAllAreMade)
{
    const auto id = clashing();
    EXPECT_EQ(perform(show_adoption, covenant_)->open_remarks, 2);
    ASSERT_TRUE(judge(id, agency_remark_, Outcome::not_taken_over));
    EXPECT_EQ(perform(show_adoption, covenant_)->open_remarks, 1);
}

INSTANTIATE_TEST_SUITE_P(Each, Decisions, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
