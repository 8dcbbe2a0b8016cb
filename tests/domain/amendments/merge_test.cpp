// SPDX-License-Identifier: EUPL-1.2
#include "../comparison/generated.hpp"

#include <rondetafel/domain/amendments.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace rondetafel
{

namespace
{

const ArticleId loon{"aaaaaaaaaaaa"};
const ArticleId huis{"bbbbbbbbbbbb"};
const ArticleId taal{"cccccccccccc"};
const ArticleId nieuw{"dddddddddddd"};
const ArticleId ander{"eeeeeeeeeeee"};

Article article(const ArticleId& id, std::string heading, std::string body)
{
    return {id, std::nullopt, ArticleKind::article, std::move(heading), std::move(body)};
}

CovenantText base_text()
{
    return {"Convenant",
            {},
            {article(loon, "Loon", "een twee drie vier vijf zes zeven acht"),
             article(huis, "Wonen", "Een woning."), article(taal, "Taal", "Een cursus.")}};
}

const CovenantText base = base_text();

Amendment change(long long id, std::string text, const ArticleId& of = loon)
{
    return {{id},
            AmendmentDeed::change,
            of,
            {},
            {},
            ArticleKind::article,
            branch_sha256(base, of),
            find_article(base, of)->heading,
            std::move(text)};
}

Amendment removal(long long id, const ArticleId& of)
{
    return {{id}, AmendmentDeed::remove, of, {}, {}, ArticleKind::article, branch_sha256(base, of), {}, {}};
}

Amendment move(long long id, const ArticleId& of, const ArticleId& place)
{
    return {{id}, AmendmentDeed::move, of, place, {}, ArticleKind::article, {}, {}, {}};
}

Amendment insertion(long long id, const ArticleId& after, const ArticleId& name, std::string text)
{
    return {{id}, AmendmentDeed::insert, after, {}, name, ArticleKind::article, {}, "Nieuw", std::move(text)};
}

Merged merged(const std::vector<Amendment>& accepted, const std::vector<Settlement>& settlements = {})
{
    Seeded randomness(1);
    return merge(base, accepted, settlements, randomness);
}

std::string body_of(const Merged& result, const ArticleId& id = loon)
{
    const auto* found = find_article(result.text, id);
    return found == nullptr ? "(gone)" : found->body;
}

std::vector<ArticleId> order_of(const Merged& result)
{
    std::vector<ArticleId> ids;
    for (const auto& one : result.text.articles)
        ids.push_back(one.id);
    return ids;
}

void expect_overlap(const std::vector<Amendment>& accepted)
{
    const auto result = merged(accepted);
    ASSERT_EQ(result.overlaps.size(), 1U);
    EXPECT_EQ(result.overlaps.front().amendments.size(), accepted.size());
    EXPECT_TRUE(result.applied.empty());
    EXPECT_EQ(result.text, base);
}

TEST(MergingChanges, PutsWordsOfSeveralTogether)
{
    const auto result = merged({change(1, "een TWEE drie vier vijf zes zeven acht"),
                                change(2, "een twee drie vier vijf zes zeven acht negen"),
                                change(3, "een twee drie vijf zes zeven acht")});
    EXPECT_EQ(body_of(result), "een TWEE drie vijf zes zeven acht negen");
    EXPECT_EQ(result.applied.size(), 3U);
    EXPECT_TRUE(result.overlaps.empty());
}

TEST(MergingChanges, LeavesOneWordBetweenTwoChangesInPeace)
{
    const auto result = merged({change(1, "een TWEE drie vier vijf zes zeven acht"),
                                change(2, "een twee drie VIER vijf zes zeven acht")});
    EXPECT_EQ(body_of(result), "een TWEE drie VIER vijf zes zeven acht");
}

TEST(MergingChanges, CallsTouchingChangesAnOverlap)
{
    expect_overlap({change(1, "een TWEE drie vier vijf zes zeven acht"),
                    change(2, "een twee DRIE vier vijf zes zeven acht")});
    expect_overlap({change(1, "een twee nieuw drie vier vijf zes zeven acht"),
                    change(2, "een twee DRIE vier vijf zes zeven acht")});
}

TEST(MergingChanges, CallsTwoInsertionsInOnePlaceAnOverlap)
{
    expect_overlap({change(1, "een twee nieuw drie vier vijf zes zeven acht"),
                    change(2, "een twee ander drie vier vijf zes zeven acht")});
}

TEST(MergingChanges, CallsNestedAndCrossingChangesAnOverlap)
{
    expect_overlap(
        {change(1, "een A B C D zes zeven acht"), change(2, "een twee drie VIER vijf zes zeven acht")});
    expect_overlap(
        {change(1, "een twee A B vijf zes zeven acht"), change(2, "een twee drie X Y zes zeven acht")});
}

TEST(MergingChanges, CallsOtherWordsForTheSameWordAnOverlap)
{
    expect_overlap({change(1, "een twee drie A vijf zes zeven acht"),
                    change(2, "een twee drie B vijf zes zeven acht"),
                    change(3, "een twee drie vier vijf zes zeven ACHT")});
}

TEST(MergingChanges, TakesEqualChangesOnce)
{
    const auto result = merged({change(1, "een twee nieuw drie vier vijf zes zeven acht"),
                                change(2, "een twee nieuw drie vier vijf zes ZEVEN acht")});
    EXPECT_EQ(body_of(result), "een twee nieuw drie vier vijf zes ZEVEN acht");
    EXPECT_EQ(result.applied.size(), 2U);
}

TEST(MergingChanges, MergesHeadings)
{
    auto heading = change(1, "een twee drie vier vijf zes zeven acht");
    heading.heading = "Loon en vakantie";
    const auto result = merged({heading, change(2, "een twee drie vier vijf zes zeven ACHT")});
    EXPECT_EQ(find_article(result.text, loon)->heading, "Loon en vakantie");
    EXPECT_EQ(body_of(result), "een twee drie vier vijf zes zeven ACHT");
}

std::vector<ArticleId> members_of(const Merged& result, const ArticleId& article)
{
    std::vector<ArticleId> ids;
    for (const auto& piece : branch(result.text, article))
        if (piece.parent)
            ids.push_back(piece.id);
    return ids;
}

// A member that was merged before keeps its name when more is accepted, so that what refers to it still does.
TEST(MergingChanges, NamesANewMemberTheSameWhateverElseIsAccepted)
{
    const std::string kamer = "Een woning.\n1. Met een eigen kamer.\n   a. en een slot;";
    const auto alone = members_of(merged({change(1, kamer, huis)}), huis);
    ASSERT_EQ(alone.size(), 2U);
    const auto both = merged({change(2, base.articles[0].body + "\n1. Elke week.", loon), change(1, kamer, huis)});
    EXPECT_EQ(members_of(both, huis), alone);
    EXPECT_NE(members_of(both, loon).at(0), alone[0]);
    const auto before_it = "Een woning.\n1. Met licht.\n2. Met een eigen kamer.\n   a. en een slot;\n   b. en een raam.";
    const auto longer = members_of(merged({change(3, before_it, huis)}), huis);
    ASSERT_EQ(longer.size(), 4U);
    EXPECT_EQ(longer[1], alone[0]);
    EXPECT_EQ(longer[2], alone[1]);
    const auto inserted = merged({insertion(4, loon, nieuw, kamer + " Anders."), insertion(5, loon, ander, kamer)});
    EXPECT_NE(members_of(inserted, nieuw).at(0), members_of(inserted, ander).at(0)) << "the same words in another article";
    EXPECT_EQ(members_of(inserted, ander), members_of(merged({insertion(5, loon, ander, kamer)}), ander));
}

TEST(MergingChanges, NamesMembersThatSayTheSameApart)
{
    CovenantText text = base;
    std::set<ArticleId> names;
    for (const auto* const words : {"1. Licht.", "1. Licht.\n2. Licht.", "1. Licht.\n2. Licht.\n3. Licht.\n4. Licht."})
    {
        auto amendment = change(1, words, huis);
        amendment.base_sha256 = branch_sha256(text, huis);
        Seeded randomness(1);
        text = merge(text, {amendment}, {}, randomness).text;
    }
    for (const auto& piece : text.articles)
        names.insert(piece.id);
    EXPECT_EQ(names.size(), base.articles.size() + 4);
}

TEST(MergingChanges, AddsMembersInSeveralPlaces)
{
    auto with_members = base;
    Seeded randomness(2);
    replace_branch(with_members, *read_article(with_members, with_members.articles[0], "Loon",
                                               "1. Eerste lid.\n2. Tweede lid.\n3. Derde lid.", randomness));
    const auto proposal = [&](long long id, std::string text) {
        auto amendment = change(id, std::move(text));
        amendment.base_sha256 = branch_sha256(with_members, loon);
        return amendment;
    };
    const auto result =
        merge(with_members,
              {proposal(1, "1. Eerste lid.\n2. Nieuw lid van de een.\n3. Tweede lid.\n4. Derde lid."),
               proposal(2, "1. Eerste lid.\n2. Tweede lid.\n3. Nieuw lid van de ander.\n4. Derde lid.")},
              {}, randomness);
    EXPECT_EQ(source_text(result.text, loon), "1. Eerste lid.\n2. Nieuw lid van de een.\n3. Tweede lid.\n4. "
                                              "Nieuw lid van de ander.\n5. Derde lid.");
    EXPECT_EQ(result.text.articles[1].id, with_members.articles[1].id) << "known members keep their names";
}

TEST(MergingRemovals, TakesTheArticleAway)
{
    const auto result = merged({removal(1, huis), removal(2, huis)});
    EXPECT_EQ(body_of(result, huis), "(gone)");
    EXPECT_EQ(result.applied.size(), 2U);
}

TEST(MergingRemovals, OverlapWithChangesAndMoves)
{
    expect_overlap({removal(1, huis), change(2, "Een goede woning.", huis)});
    expect_overlap({removal(1, huis), move(2, huis, taal)});
}

TEST(MergingMoves, PutArticlesBehindTheirPlace)
{
    EXPECT_EQ(order_of(merged({move(1, loon, taal)})), (std::vector{huis, taal, loon}));
    EXPECT_EQ(order_of(merged({move(1, taal, {})})), (std::vector{taal, loon, huis}));
    EXPECT_EQ(order_of(merged({move(1, loon, taal), move(2, loon, taal)})), (std::vector{huis, taal, loon}));
}

TEST(MergingMoves, GoTogetherWithChanges)
{
    const auto result = merged({move(1, loon, taal), change(2, "een twee")});
    EXPECT_EQ(order_of(result), (std::vector{huis, taal, loon}));
    EXPECT_EQ(body_of(result), "een twee");
}

TEST(MergingMoves, OverlapWhenTheyContradictEachOther)
{
    expect_overlap({move(1, loon, taal), move(2, loon, huis)});
    expect_overlap({move(1, loon, taal), move(2, taal, loon)});
    expect_overlap({move(1, loon, loon)});
}

TEST(MergingInsertions, StandBehindTheirArticleInTheOrderOfAcceptance)
{
    const auto result = merged(
        {insertion(1, loon, nieuw, "Eerste."), insertion(2, loon, ander, "Tweede."), removal(3, loon)});
    EXPECT_EQ(order_of(result), (std::vector{nieuw, ander, huis, taal}));
    EXPECT_EQ(body_of(result, ander), "Tweede.");
    EXPECT_EQ(result.applied.size(), 3U);
}

TEST(MergingInsertions, ComeOnceWhenTheySayTheSame)
{
    const auto result = merged({insertion(1, huis, nieuw, "Zelfde."), insertion(2, huis, ander, "Zelfde."),
                                insertion(3, ander, ArticleId{"ffffffffffff"}, "Erachter.")});
    EXPECT_EQ(order_of(result), (std::vector{loon, huis, nieuw, ArticleId{"ffffffffffff"}, taal}));
    EXPECT_EQ(result.applied.size(), 3U);
}

TEST(MergingInsertions, OverlapWhenTheyShareANameButNotTheWords)
{
    expect_overlap({insertion(1, huis, nieuw, "Het een."), insertion(2, huis, nieuw, "Het ander.")});
}

TEST(MergingInsertions, ComeFirstOfTheirKindWithoutAPlace)
{
    auto consideration = insertion(1, {}, nieuw, "Overwegende dat.");
    consideration.kind = ArticleKind::consideration;
    auto annex = insertion(2, {}, ander, "Tabel.");
    annex.kind = ArticleKind::annex;
    EXPECT_EQ(order_of(merged({annex, consideration})), (std::vector{nieuw, loon, huis, taal, ander}));
}

TEST(MergingStaleAmendments, ReportsThem)
{
    auto old_text = change(1, "een");
    old_text.base_sha256 = std::string(64, '0');
    const auto result = merged({old_text, move(2, nieuw, loon), move(3, loon, nieuw),
                                insertion(4, ander, nieuw, "x"), change(5, "Een cursus Nederlands.", taal)});
    EXPECT_EQ(result.stale, (std::vector<RemarkId>{{1}, {2}, {4}, {3}}));
    EXPECT_EQ(result.applied, (std::vector<RemarkId>{{5}}));
    EXPECT_EQ(body_of(result, taal), "Een cursus Nederlands.");
}

TEST(MergingUnreadableTexts, ReportsThem)
{
    const auto result = merged({change(1, "zie {zzzzzzzzzzzz}"), insertion(2, huis, nieuw, "<b>x</b>"),
                                change(3, "Behalve {" + huis.value + "}.", taal)});
    EXPECT_EQ(result.unreadable, (std::vector<RemarkId>{{1}, {2}}));
    EXPECT_EQ(order_of(result), (std::vector{loon, huis, taal}));
    EXPECT_EQ(body_of(result, taal), "Behalve {" + huis.value + "}.");
}

TEST(MergingUnreadableTexts, MayReferToANewArticle)
{
    EXPECT_EQ(body_of(merged({change(1, "zie {" + nieuw.value + "}"), insertion(2, taal, nieuw, "Nieuw.")})),
              "zie {" + nieuw.value + "}");
}

TEST(MergingWithASettlement, TakesItsWordsForAllOfTheArticle)
{
    auto stale = change(3, "x");
    stale.base_sha256.clear();
    const auto result = merged({change(1, "een"), removal(2, loon), stale, move(4, loon, taal)},
                               {{loon, "Loon", "Zo is het goed."}});
    EXPECT_TRUE(result.overlaps.empty());
    EXPECT_EQ(result.applied.size(), 4U);
    EXPECT_EQ(body_of(result), "Zo is het goed.");
    EXPECT_EQ(order_of(result), (std::vector{huis, taal, loon}));
}

TEST(MergingWithASettlement, MayRemoveAndMayEndAQuarrelAboutPlaces)
{
    EXPECT_EQ(body_of(merged({change(1, "een"), removal(2, loon)}, {{loon, "", ""}})), "(gone)");
    const auto result = merged({move(1, loon, taal), move(2, loon, huis)}, {{loon, "Loon", "Blijft."}});
    EXPECT_EQ(result.applied.size(), 2U);
    EXPECT_EQ(result.text, base);
}

TEST(Rebasing, CarriesChangesOverToOtherWords)
{
    auto next = base;
    next.articles[0].body = "een twee drie vier vijf zes zeven ACHT negen";
    const auto carried = rebase(change(1, "een TWEE drie vier vijf zes zeven acht"), base, next);
    EXPECT_FALSE(carried.look_again);
    EXPECT_EQ(carried.amendment.text, "een TWEE drie vier vijf zes zeven ACHT negen");
    EXPECT_EQ(carried.amendment.base_sha256, branch_sha256(next, loon));
    Seeded randomness(1);
    EXPECT_EQ(find_article(merge(next, {carried.amendment}, {}, randomness).text, loon)->body,
              carried.amendment.text);
}

TEST(Rebasing, AsksToLookAgainWhenTheSameWordsChanged)
{
    auto next = base;
    next.articles[0].body = "een 2 drie vier vijf zes zeven acht";
    const auto amendment = change(1, "een TWEE drie vier vijf zes zeven acht");
    const auto carried = rebase(amendment, base, next);
    EXPECT_TRUE(carried.look_again);
    EXPECT_EQ(carried.amendment.text, amendment.text);
    Seeded randomness(1);
    EXPECT_EQ(merge(next, {carried.amendment}, {}, randomness).stale.size(), 1U) << "never applied unseen";
}

TEST(Rebasing, AsksToLookAgainWhenNothingIsLeftToDo)
{
    auto next = base;
    next.articles[0].body = "een TWEE drie vier vijf zes zeven acht";
    EXPECT_TRUE(rebase(change(1, next.articles[0].body), base, next).look_again);
}

TEST(Rebasing, KeepsWhatItsArticleDidNotChange)
{
    auto next = base;
    next.articles[1].body = "Iets anders.";
    for (const auto& amendment :
         {change(1, "een"), removal(2, loon), move(3, loon, taal), insertion(4, loon, nieuw, "x")})
    {
        const auto carried = rebase(amendment, base, next);
        EXPECT_FALSE(carried.look_again) << amendment.id.value;
        EXPECT_EQ(carried.amendment.text, amendment.text);
    }
}

TEST(Rebasing, AsksToLookAgainWhenAnArticleIsGoneOrToBeRemovedHasOtherWords)
{
    auto next = base;
    next.articles[1].body = "Iets anders.";
    next.articles.erase(next.articles.begin());
    EXPECT_TRUE(rebase(change(1, "een"), base, next).look_again);
    EXPECT_TRUE(rebase(removal(2, huis), base, next).look_again);
    EXPECT_TRUE(rebase(move(3, huis, loon), base, next).look_again);
    EXPECT_TRUE(rebase(insertion(4, loon, nieuw, "x"), base, next).look_again);
    EXPECT_FALSE(rebase(insertion(5, {}, nieuw, "x"), base, next).look_again);
}

} // namespace

} // namespace rondetafel
