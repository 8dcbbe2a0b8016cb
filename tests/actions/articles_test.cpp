// SPDX-License-Identifier: EUPL-1.2
#include "actions/covenant_world.hpp"

#include <thread>

namespace rondetafel::actions
{

namespace
{

class Articles : public CovenantWorld
{
protected:
    Actor another_person()
    {
        auto adam = noor_;
        adam.account->id = AccountId{2};
        adam.account->name = "Adam Nowicki";
        return adam;
    }
};

TEST_P(Articles, LoseNothingWhenTwoPeopleSaveOneAtOnce)
{
    const auto mine =
        typed(first(), "1. De werkgever helpt iedereen.\n2. De gemeente schrijft hem in binnen vier weken.");
    const auto theirs = typed(first(), "1. De werkgever helpt binnen een week.");
    ASSERT_TRUE(perform(save_article, theirs));
    const auto stored = words(first());
    const auto refused = perform(save_article, mine);
    EXPECT_EQ(refused.error().code, "article.saved_meanwhile");
    EXPECT_EQ(words(first()), stored);
    ASSERT_TRUE(perform(keep_typing, mine));
    EXPECT_EQ(article(first()).typing->body, mine.body);
    auto merged = mine;
    merged.revision = article(first()).draft.revision;
    merged.body =
        "1. De werkgever helpt iedereen binnen een week.\n2. De gemeente schrijft hem in binnen vier weken.";
    ASSERT_TRUE(perform(save_article, merged));
    EXPECT_EQ(words(first()), merged.body);
    EXPECT_EQ(article(first()).typing, std::nullopt);
    EXPECT_EQ(article(first()).saves.size(), 3U);
}

// Two sessions that press the button at the same moment: one is first, the other hears it, and each word is
// kept.
TEST_P(Articles, LoseNothingWhenTwoSessionsRace)
{
    const auto adam = another_person();
    for (int round = 0; round < 10; ++round)
    {
        const auto mine = typed(second(), "Tekst van Noor, ronde " + std::to_string(round) + ".");
        auto theirs = mine;
        theirs.body = "Tekst van Adam, ronde " + std::to_string(round) + ".";
        std::optional<Result<Done>> answer;
        std::thread other(
            [&]
            {
                storage::Database session(place().address());
                answer = Runner(session, installation_)
                             .perform(storage::Access::write, save_article, adam, theirs);
            });
        const auto own = perform(save_article, mine);
        other.join();
        ASSERT_TRUE(answer);
        ASSERT_NE(own.has_value(), answer->has_value()) << round;
        EXPECT_EQ(words(second()), own ? mine.body : theirs.body);
        const auto& refused = own ? *answer : own;
        EXPECT_EQ(refused.error().refusal, Refusal::conflict);
    }
    EXPECT_EQ(article(second()).saves.size(), 11U);
}

TEST_P(Articles, DoNotDisturbEachOther)
{
    const auto one = typed(first(), "1. De werkgever helpt.");
    const auto two = typed(second(), "Het doel.");
    EXPECT_TRUE(perform(save_article, one));
    EXPECT_TRUE(perform(save_article, two));
}

TEST_P(Articles, KeepMembersAndReferencesApart)
{
    EXPECT_EQ(words(second()), "Zie [artikel 1].");
    save(first(), "1. De werkgever helpt iedere arbeidsmigrant bij de inschrijving.\n"
                  "2. Er komt een lid bij.\n"
                  "3. De gemeente schrijft hem in binnen vier weken.");
    const auto pieces = article(first()).draft.pieces;
    ASSERT_EQ(pieces.size(), 4U);
    EXPECT_EQ(pieces[1].id, id('m'));
    EXPECT_EQ(pieces[3].id, id('n'));
    ASSERT_TRUE(perform(move_article, {covenant_, first(), false}));
    EXPECT_EQ(order(), "cbax");
    EXPECT_EQ(words(second()), "Zie [artikel 2].");
    EXPECT_EQ(perform(save_article, typed(second(), "Zie [artikel 9].")).error().fields.front().field,
              "text");
}

TEST_P(Articles, MoveWithinTheirOwnPart)
{
    EXPECT_TRUE(perform(move_article, {covenant_, first(), true}));
    EXPECT_EQ(order(), "cabx");
    EXPECT_TRUE(perform(move_article, {covenant_, second(), true}));
    EXPECT_EQ(order(), "cbax");
    EXPECT_EQ(perform(move_article, {covenant_, id('m'), true}).error().code, "article.not_found");
}

TEST_P(Articles, AreAddedWhereTheyBelong)
{
    const auto added = perform(add_article, {covenant_, ArticleKind::article, first(), "Taal"}).value();
    const auto entry = view();
    EXPECT_EQ(citation(entry.text, added), "artikel 2");
    const auto annex = perform(add_article, {covenant_, ArticleKind::consideration, {}, ""}).value();
    EXPECT_EQ(citation(view().text, annex), "overweging b");
    EXPECT_EQ(perform(add_article, {covenant_, ArticleKind::article, {}, ""}).error().fields.front().code,
              "heading.missing");
    EXPECT_EQ(perform(add_article, {covenant_, ArticleKind::member, {}, "x"}).error().fields.front().code,
              "choice.missing");
}

TEST_P(Articles, ComeBackAfterTheyWereRemoved)
{
    const auto before = article(first()).draft.pieces;
    EXPECT_EQ(perform(remove_article, {covenant_, first(), 99}).error().code, "article.saved_meanwhile");
    ASSERT_TRUE(perform(remove_article, {covenant_, first(), 1}));
    EXPECT_EQ(order(), "cbx");
    const auto removed = perform(removed_articles, covenant_).value();
    ASSERT_EQ(removed.size(), 1U);
    EXPECT_EQ(perform(restore_article, {covenant_, removed.front().id, 0}).value(), first());
    EXPECT_EQ(order(), "cbax");
    EXPECT_EQ(article(first()).draft.pieces, before);
    EXPECT_TRUE(perform(removed_articles, covenant_)->empty());
}

TEST_P(Articles, GoBackToAnEarlierSave)
{
    const auto before = article(first()).draft.pieces;
    save(first(), "1. Heel andere woorden.");
    const auto saves = article(first()).saves;
    const auto revision = article(first()).draft.revision;
    EXPECT_EQ(perform(restore_article, {covenant_, saves.back().id, 1}).error().code,
              "article.saved_meanwhile");
    ASSERT_TRUE(perform(restore_article, {covenant_, saves.back().id, revision}));
    EXPECT_EQ(article(first()).draft.pieces, before);
    EXPECT_EQ(article(first()).saves.front().verb, storage::SaveVerb::restored);
}

TEST_P(Articles, ShowAPreviewAndWriteNothing)
{
    const auto text = perform(preview_article, typed(second(), "Een ander doel.")).value();
    EXPECT_EQ(edited_text(text, second()), "Een ander doel.");
    EXPECT_EQ(words(second()), "Zie [artikel 1].");
    EXPECT_EQ(perform(preview_article, typed(second(), "<script>")).error().fields.front().code,
              "article.html");
}

TEST_P(Articles, OfferBackWhatEachPersonTyped)
{
    ASSERT_TRUE(perform(keep_typing, typed(second(), "Half getypt")));
    EXPECT_EQ(article(second()).typing->body, "Half getypt");
    const auto adam = another_person();
    const auto theirs = Runner(database(), installation_)
                            .perform(storage::Access::read, show_article, adam, {covenant_, second()});
    EXPECT_EQ(theirs->typing, std::nullopt);
    ASSERT_TRUE(perform(forget_typing, {covenant_, second()}));
    EXPECT_EQ(article(second()).typing, std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Each, Articles, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::actions
