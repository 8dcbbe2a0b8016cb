// SPDX-License-Identifier: EUPL-1.2
#include "storage/given.hpp"

namespace rondetafel::storage
{

namespace
{

using given::unicode;

ArticleId id(char letter)
{
    return ArticleId{std::string(12, letter)};
}

Article piece(char letter, ArticleKind kind, const std::string& body, std::optional<char> parent = {})
{
    Article article;
    article.id = id(letter);
    article.kind = kind;
    article.body = body;
    if (parent)
        article.parent = id(*parent);
    return article;
}

/// An article with two members, of which the second has a part.
std::vector<Article> a_branch()
{
    auto article = piece('a', ArticleKind::article, unicode);
    article.heading = "Registratie in de BRP";
    return {article, piece('b', ArticleKind::member, "Eerste lid.", 'a'),
            piece('c', ArticleKind::member, "Tweede lid:", 'a'),
            piece('d', ArticleKind::part, "een onderdeel.", 'c')};
}

std::vector<Article> another_branch()
{
    return {piece('e', ArticleKind::article, "Nog een artikel.")};
}

class DraftRows : public support::OnEachDatabase
{
protected:
    void SetUp() override
    {
        OnEachDatabase::SetUp();
        if (!HasFatalFailure())
            covenant_ = given::a_stored_covenant(records());
    }

    Drafts& drafts() { return records().drafts; }
    DraftArticle stored(char letter) { return drafts().find(covenant_, id(letter)).value(); }
    std::string order()
    {
        std::string letters;
        for (const auto& draft : drafts().of(covenant_))
            letters += draft.id().value.front();
        return letters;
    }

    CovenantId covenant_;
};

TEST_P(DraftRows, ComeBackInReadingOrder)
{
    drafts().add(covenant_, a_branch(), 0, given::inviting);
    drafts().add(covenant_, another_branch(), 0, given::inviting);
    const auto found = drafts().of(covenant_);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].pieces, another_branch());
    EXPECT_EQ(found[1].pieces, a_branch());
    EXPECT_EQ(found[1].position, 1);
    EXPECT_EQ(found[1].revision, 1);
    EXPECT_EQ(drafts().find(covenant_, id('b')), std::nullopt);
    EXPECT_TRUE(drafts().knows(covenant_, id('b')));
    EXPECT_FALSE(drafts().knows({999}, id('b')));
}

TEST_P(DraftRows, RefuseASaveOverASave)
{
    drafts().add(covenant_, a_branch(), 0, given::inviting);
    auto mine = stored('a');
    auto yours = mine;
    mine.pieces = {mine.pieces[0], piece('c', ArticleKind::member, "Nu het eerste.", 'a'),
                   piece('f', ArticleKind::member, "En een nieuw.", 'a')};
    mine.pieces.front().heading = unicode;
    drafts().save(mine, given::inviting);
    EXPECT_EQ(mine.revision, 2);
    EXPECT_EQ(stored('a').pieces, mine.pieces);
    EXPECT_TRUE(drafts().knows(covenant_, id('d')));
    EXPECT_THROW(drafts().save(yours, given::inviting), Outdated);
    EXPECT_THROW(drafts().remove(yours), Outdated);
    EXPECT_EQ(stored('a').pieces, mine.pieces);
}

TEST_P(DraftRows, RemoveAndPutBack)
{
    drafts().add(covenant_, a_branch(), 0, given::inviting);
    drafts().add(covenant_, another_branch(), 1, given::inviting);
    drafts().remove(stored('a'));
    EXPECT_EQ(order(), "e");
    drafts().add(covenant_, a_branch(), 0, given::inviting);
    EXPECT_EQ(order(), "ae");
    EXPECT_EQ(stored('a').pieces, a_branch());
    drafts().order(covenant_, {id('e'), id('a')});
    EXPECT_EQ(order(), "ea");
    EXPECT_EQ(stored('a').revision, 1);
}

TEST_P(DraftRows, ReplaceOnlyWhatDiffers)
{
    drafts().add(covenant_, a_branch(), 0, given::inviting);
    drafts().add(covenant_, another_branch(), 1, given::inviting);
    drafts().add(covenant_, {piece('g', ArticleKind::article, "Verdwijnt.")}, 2, given::inviting);
    auto changed = another_branch().front();
    changed.body = "Andere woorden.";
    std::vector<Article> next{piece('h', ArticleKind::consideration, "Nieuw."), changed};
    for (const auto& article : a_branch())
        next.push_back(article);
    drafts().replace(covenant_, next, drafts().of(covenant_), given::inviting);
    EXPECT_EQ(order(), "hea");
    EXPECT_EQ(stored('a').revision, 1);
    EXPECT_EQ(stored('e').revision, 2);
    EXPECT_EQ(stored('e').article(), changed);
    const auto text = text_of(records().covenants.find(covenant_).value(), {}, drafts().of(covenant_));
    EXPECT_EQ(text.articles, next);
    EXPECT_EQ(text.title, "Convenant goed werkgeverschap");
}

TEST_P(DraftRows, KeepEverySaveWithItsIds)
{
    ArticleSave save;
    save.covenant = covenant_;
    save.article = id('a');
    save.verb = SaveVerb::added;
    save.pieces = a_branch();
    save.account = AccountId{3};
    save.author = unicode;
    save.saved_at = given::inviting;
    drafts().add_save(save);
    save.verb = SaveVerb::changed;
    save.pieces.pop_back();
    save.account.reset();
    drafts().add_save(save);
    const auto found = drafts().saves_of(covenant_, id('a'));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].verb, SaveVerb::changed);
    EXPECT_EQ(found[0].account, std::nullopt);
    EXPECT_EQ(found[1].pieces, a_branch());
    EXPECT_EQ(found[1].author, unicode);
    EXPECT_EQ(found[1].account, AccountId{3});
    EXPECT_EQ(drafts().find_save(covenant_, found[1].id)->pieces, a_branch());
    EXPECT_EQ(drafts().find_save({999}, found[1].id), std::nullopt);
    EXPECT_EQ(drafts().saves_of(covenant_, 1).size(), 1U);
}

TEST_P(DraftRows, KeepTheLastTypingOfEachPerson)
{
    drafts().add(covenant_, a_branch(), 0, given::inviting);
    ArticleTyping typing{id('a'), AccountId{1}, 1, unicode, "eerste", given::inviting};
    drafts().set_typing(typing);
    typing.body = unicode;
    drafts().set_typing(typing);
    const auto found = drafts().typing(id('a'), AccountId{1}).value();
    EXPECT_EQ(found.body, unicode);
    EXPECT_EQ(found.heading, unicode);
    EXPECT_EQ(found.base_revision, 1);
    EXPECT_EQ(drafts().typing(id('a'), AccountId{2}), std::nullopt);
    drafts().forget_typing(id('a'), AccountId{1});
    EXPECT_EQ(drafts().typing(id('a'), AccountId{1}), std::nullopt);
}

TEST_P(DraftRows, KnowWhereAnArticleBelongsInTheProgramme)
{
    drafts().add(covenant_, a_branch(), 0, given::inviting);
    EXPECT_TRUE(drafts().subjects_of(covenant_).empty());
    drafts().set_subject({id('a'), "registration", 2});
    const auto subjects = drafts().subjects_of(covenant_);
    ASSERT_EQ(subjects.size(), 1U);
    EXPECT_EQ(subjects.front().article, id('a'));
    EXPECT_EQ(subjects.front().topic, "registration");
    EXPECT_EQ(subjects.front().starting_point, 2);
}

INSTANTIATE_TEST_SUITE_P(Each, DraftRows, support::each_database(), support::database_name);

} // namespace

} // namespace rondetafel::storage
