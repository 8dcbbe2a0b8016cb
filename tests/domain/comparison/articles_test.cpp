// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/comparison.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace rondetafel
{

namespace
{

Article article(std::string id, std::string heading, std::string body)
{
    return {{std::move(id)}, std::nullopt, ArticleKind::article, std::move(heading), std::move(body)};
}

Article inside(std::string id, std::string parent, std::string body, ArticleKind kind = ArticleKind::member)
{
    return {{std::move(id)}, ArticleId{std::move(parent)}, kind, {}, std::move(body)};
}

CovenantText text_of(std::vector<Article> articles)
{
    return {"Convenant", {}, std::move(articles)};
}

const CovenantText five = text_of({article("loon", "Loon", "De werkgever betaalt het loon op tijd."),
                                   article("huis", "Wonen", "De huisvester zorgt voor een goede woning."),
                                   article("taal", "Taal", "De werkgever biedt een cursus Nederlands aan."),
                                   article("brp", "Inschrijving", "De gemeente schrijft iedereen in."),
                                   article("eind", "Einde", "Het convenant eindigt na vier jaar.")});

std::vector<std::string> ids_in_order(const Comparison& comparison)
{
    std::vector<std::string> ids;
    for (const auto& change : comparison.articles)
        ids.push_back(change.after ? change.after->id.value : "-" + change.before->id.value);
    return ids;
}

const ArticleChange& change_of(const Comparison& comparison, const std::string& id)
{
    return *std::find_if(comparison.articles.begin(), comparison.articles.end(),
                         [&](const ArticleChange& change) {
                             return (change.after ? change.after : change.before)->id.value == id;
                         });
}

TEST(ComparingArticles, CallsRenumberingNoChange)
{
    auto after = five;
    after.articles.insert(after.articles.begin(),
                          article("doel", "Doel", "Partijen willen goed werkgeverschap."));
    const auto comparison = compare(five, after);
    const auto& wages = change_of(comparison, "loon");
    EXPECT_EQ(wages.fate, Fate::equal);
    EXPECT_TRUE(wages.renumbered);
    EXPECT_FALSE(wages.moved);
    EXPECT_EQ(wages.number_before, "1");
    EXPECT_EQ(wages.number_after, "2");
    EXPECT_EQ(comparison.sums().inserted, 1);
    EXPECT_EQ(comparison.sums().equal, 5);
}

TEST(ComparingArticles, ShowsAMoveWithWhatChangedInside)
{
    auto after = five;
    std::rotate(after.articles.begin(), after.articles.begin() + 3, after.articles.begin() + 4);
    after.articles[0].body = "De gemeente schrijft iedereen snel in.";
    const auto comparison = compare(five, after);
    const auto& moved = change_of(comparison, "brp");
    EXPECT_TRUE(moved.moved);
    EXPECT_FALSE(moved.renumbered);
    EXPECT_EQ(moved.fate, Fate::changed);
    ASSERT_EQ(moved.body.size(), 3U);
    EXPECT_EQ(moved.body[1], (rondetafel::Run{Change::inserted, "", "snel "}));
    EXPECT_FALSE(change_of(comparison, "loon").moved) << "it only made room";
    const auto sums = comparison.sums();
    EXPECT_EQ(sums.moved, 1);
    EXPECT_EQ(sums.changed, 1);
    EXPECT_EQ(sums.equal, 4);
}

TEST(ComparingArticles, LeavesDeletedArticlesWhereTheyStood)
{
    auto after = five;
    after.articles.erase(after.articles.begin() + 1, after.articles.begin() + 3);
    const auto comparison = compare(five, after);
    EXPECT_EQ(ids_in_order(comparison), (std::vector<std::string>{"loon", "-huis", "-taal", "brp", "eind"}));
    EXPECT_EQ(comparison.sums().deleted, 2);
}

TEST(ComparingArticles, KeepsADeletedMemberInItsArticle)
{
    const auto before = text_of({article("loon", "Loon", ""), inside("een", "loon", "Eerste lid."),
                                 inside("twee", "loon", "Tweede lid."), inside("drie", "loon", "Derde lid."),
                                 article("eind", "Einde", "Slot.")});
    auto after = before;
    after.articles.erase(after.articles.begin() + 2);
    const auto comparison = compare(before, after);
    EXPECT_EQ(ids_in_order(comparison), (std::vector<std::string>{"loon", "een", "-twee", "drie", "eind"}));
    EXPECT_EQ(change_of(comparison, "twee").fate, Fate::deleted);
    EXPECT_TRUE(change_of(comparison, "drie").renumbered);
    EXPECT_EQ(comparison.sums().changed, 1) << "something inside the article";
    EXPECT_EQ(comparison.sums().equal, 1);
}

TEST(ComparingArticles, ShowsAMemberThatWentToAnotherArticleAsMoved)
{
    const auto before = text_of({article("loon", "Loon", ""), inside("een", "loon", "Eerste lid."),
                                 inside("twee", "loon", "Tweede lid."), article("eind", "Einde", "Slot.")});
    auto after = before;
    std::rotate(after.articles.begin() + 2, after.articles.begin() + 3, after.articles.end());
    after.articles.back().parent = ArticleId{"eind"};
    const auto comparison = compare(before, after);
    EXPECT_TRUE(change_of(comparison, "twee").moved);
    EXPECT_EQ(change_of(comparison, "twee").fate, Fate::equal);
    EXPECT_EQ(comparison.sums().changed, 2) << "the one that lost it and the one that got it";
}

TEST(ComparingArticles, FindsThemByWordsWhenIdsAreNew)
{
    auto after = five;
    for (auto& one : after.articles)
        one.id.value += "-nieuw";
    after.articles[1].body = "De huisvester zorgt voor een veilige goede woning.";
    after.articles[2].body = "Over taal maken wij later nadere afspraken met elkaar.";
    after.articles[2].heading = "Spreken";
    const auto comparison = compare(five, after);
    EXPECT_EQ(change_of(comparison, "loon-nieuw").fate, Fate::equal);
    EXPECT_EQ(change_of(comparison, "huis-nieuw").fate, Fate::changed) << "alike enough";
    EXPECT_EQ(change_of(comparison, "taal-nieuw").fate, Fate::inserted) << "not alike";
    EXPECT_EQ(change_of(comparison, "taal").fate, Fate::deleted);
}

TEST(ComparingArticles, TakesReferencesToTheSameArticleForEqualWhenItsIdIsNew)
{
    const auto before = text_of({article("aaaaaaaaaaa1", "Loon", "De werkgever betaalt."),
                                 article("eind", "Einde", "Behalve {aaaaaaaaaaa1} vervalt alles.")});
    auto after = before;
    after.articles[0].id.value = "bbbbbbbbbbb2";
    after.articles[1].body = "Behalve {bbbbbbbbbbb2} vervalt alles.";
    const auto comparison = compare(before, after);
    EXPECT_EQ(comparison.sums().equal, 2);
    EXPECT_EQ(after_of(comparison), after);
}

TEST(ComparingArticles, MatchesEqualTextsInTheirOrder)
{
    const auto before = text_of(
        {article("a", "", "Vervallen."), article("b", "", "Vervallen."), article("c", "", "Vervallen.")});
    auto after = text_of({article("d", "", "Vervallen."), article("e", "", "Vervallen.")});
    const auto comparison = compare(before, after);
    EXPECT_EQ(comparison.sums().equal, 2);
    EXPECT_EQ(comparison.sums().deleted, 1);
    EXPECT_EQ(comparison.sums().moved, 0);
}

TEST(ComparingArticles, ComparesPartiesAndTitle)
{
    CovenantText before{"Convenant wonen",
                        {{"Gemeente A", "de gemeente", "", "mevrouw X", "burgemeester", "wet"},
                         {"Flex BV", "Flex", "12345678", "", "", ""}},
                        {}};
    CovenantText after{"Convenant huisvesting",
                       {{"Bouw BV", "Bouw", "", "", "", ""},
                        {"Gemeente A", "de gemeente", "", "de heer Y", "burgemeester", "wet"}},
                       {}};
    const auto comparison = compare(before, after);
    EXPECT_TRUE(differs(comparison.title));
    ASSERT_EQ(comparison.parties.size(), 3U);
    EXPECT_EQ(comparison.parties[0].fate, Fate::inserted);
    EXPECT_EQ(comparison.parties[1].fate, Fate::changed);
    EXPECT_EQ(comparison.parties[2].fate, Fate::deleted) << "behind the party it stood behind";
    EXPECT_EQ(before_of(comparison), before);
    EXPECT_EQ(after_of(comparison), after);
}

TEST(ComparingArticles, KeepsADoubledId)
{
    const auto before =
        text_of({article("a", "Een", "Eerste tekst."), article("a", "Twee", "Andere tekst.")});
    const auto comparison = compare(before, before);
    EXPECT_EQ(before_of(comparison), before);
    EXPECT_EQ(after_of(comparison), before);
}

} // namespace

} // namespace rondetafel
