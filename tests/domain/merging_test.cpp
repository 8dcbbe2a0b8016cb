// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/merging.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

Article an_article(const std::string& letter, const std::string& body)
{
    return {{std::string(12, letter.front())}, {}, ArticleKind::article, "Artikel " + letter, body};
}

CovenantText text_of(std::initializer_list<std::pair<std::string, std::string>> articles)
{
    CovenantText text;
    text.title = "Convenant";
    for (const auto& [letter, body] : articles)
        text.articles.push_back(an_article(letter, body));
    return text;
}

std::string read(const CovenantText& text)
{
    std::string words;
    for (const auto& article : text.articles)
        words += article.id.value.substr(0, 1) + ':' + article.body + ' ';
    return words;
}

const CovenantText base = text_of({{"a", "een"}, {"b", "twee"}, {"c", "drie"}});

TEST(Combining, TakesEachArticleFromWhoChangedIt)
{
    const auto merged = text_of({{"a", "EEN"}, {"b", "twee"}, {"c", "drie"}});
    auto working = text_of({{"a", "een"}, {"b", "twee"}, {"c", "DRIE"}});
    working.title = "Ander convenant";
    const auto combined = combine(base, merged, working, {});
    EXPECT_EQ(read(combined.text), "a:EEN b:twee c:DRIE ");
    EXPECT_EQ(combined.text.title, "Ander convenant");
    EXPECT_TRUE(combined.conflicts.empty());
    EXPECT_EQ(read(combine(base, merged, combined.text, {}).text), read(combined.text)) << "again changes nothing";
}

TEST(Combining, NamesWhatBothChanged)
{
    const auto merged = text_of({{"a", "EEN"}, {"b", "twee"}, {"c", "drie"}});
    const auto working = text_of({{"a", "een!"}, {"b", "twee"}, {"c", "drie"}});
    const auto combined = combine(base, merged, working, {});
    EXPECT_EQ(read(combined.text), "a:een! b:twee c:drie ");
    EXPECT_EQ(combined.conflicts, std::vector{ArticleId{"aaaaaaaaaaaa"}});
    EXPECT_EQ(read(combine(base, merged, working, {ArticleId{"aaaaaaaaaaaa"}}).text), "a:EEN b:twee c:drie ");
}

TEST(Combining, KeepsWhatWasAddedMovedAndRemoved)
{
    const auto added = text_of({{"a", "een"}, {"x", "nieuw"}, {"b", "twee"}, {"c", "drie"}});
    const auto by_staff = text_of({{"a", "een"}, {"b", "twee"}, {"y", "van ons"}, {"c", "drie"}});
    EXPECT_EQ(read(combine(base, added, by_staff, {}).text), "a:een x:nieuw b:twee y:van ons c:drie ");
    const auto moved = text_of({{"c", "drie"}, {"a", "een"}, {"b", "twee"}});
    EXPECT_EQ(read(combine(base, moved, by_staff, {}).text), "c:drie a:een b:twee y:van ons ");
    const auto removed = text_of({{"a", "een"}, {"c", "drie"}});
    EXPECT_EQ(read(combine(base, removed, base, {}).text), "a:een c:drie ");
    EXPECT_EQ(read(combine(base, base, removed, {}).text), "a:een c:drie ");
    const auto changed = text_of({{"a", "een"}, {"b", "TWEE"}, {"c", "drie"}});
    EXPECT_EQ(combine(base, changed, removed, {}).conflicts, std::vector{ArticleId{"bbbbbbbbbbbb"}});
}

Remark a_remark(long long id, RemarkKind kind)
{
    Remark remark;
    remark.id = remark.amendment.id = {id};
    remark.kind = kind;
    remark.amendment.article = {"aaaaaaaaaaaa"};
    remark.amendment.base_sha256 = branch_sha256(base, remark.amendment.article);
    remark.amendment.text = "woorden van de partij";
    return remark;
}

Decision a_decision(long long remark, Outcome outcome, const std::string& text = {})
{
    Decision decision;
    decision.remark = {remark};
    decision.outcome = outcome;
    decision.text = text;
    return decision;
}

TEST(Accepting, BringsTheWordsThatWereDecided)
{
    const std::vector<Remark> remarks{a_remark(1, RemarkKind::amendment), a_remark(2, RemarkKind::amendment),
                                      a_remark(3, RemarkKind::amendment), a_remark(4, RemarkKind::comment),
                                      a_remark(5, RemarkKind::comment),   a_remark(6, RemarkKind::amendment)};
    const auto decisions = standing_decisions(
        {a_decision(1, Outcome::not_taken_over), a_decision(1, Outcome::taken_over),
         a_decision(2, Outcome::partly, "woorden van ons"), a_decision(3, Outcome::carried_over),
         a_decision(4, Outcome::taken_over), a_decision(5, Outcome::taken_over, "woorden van ons")});
    const auto accepted = accepted_amendments(base, remarks, decisions);
    ASSERT_EQ(accepted.size(), 3U) << "the last decision counts; a comment without words changes nothing";
    EXPECT_EQ(accepted[0].text, "woorden van de partij");
    EXPECT_EQ(accepted[1].text, "woorden van ons");
    EXPECT_EQ(accepted[2].id, RemarkId{5});
}

TEST(Accepting, OtherWordsAreWrittenAgainstTheTextAsItIsNow)
{
    auto remark = a_remark(1, RemarkKind::amendment);
    remark.amendment.base_sha256 = "of an older text";
    const auto own = accepted_amendments(base, {remark}, standing_decisions({a_decision(1, Outcome::taken_over)}));
    EXPECT_EQ(own.front().base_sha256, "of an older text");
    const auto other =
        accepted_amendments(base, {remark}, standing_decisions({a_decision(1, Outcome::partly, "anders")}));
    EXPECT_EQ(other.front().base_sha256, branch_sha256(base, {"aaaaaaaaaaaa"}));
}

TEST(DerivedBytes, AreTheSameForTheSameSeed)
{
    DerivedRandomness one("zaad");
    DerivedRandomness same("zaad");
    DerivedRandomness other("ander zaad");
    const auto first = one.bytes(40);
    EXPECT_EQ(first.size(), 40U);
    EXPECT_EQ(first, same.bytes(40));
    EXPECT_NE(first, other.bytes(40));
    EXPECT_NE(first, one.bytes(40));
}

} // namespace

} // namespace rondetafel
