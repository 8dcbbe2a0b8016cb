// SPDX-License-Identifier: EUPL-1.2
#include "generated.hpp"

#include <rondetafel/domain/comparison.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace rondetafel
{

namespace
{

constexpr unsigned pairs = 2'000;

struct Given
{
    CovenantText before;
    CovenantText after;
};

Given given(unsigned seed)
{
    Generated generated(seed);
    Given texts{generated.covenant(), {}};
    texts.after = texts.before;
    generated.change(texts.after);
    return texts;
}

std::string joined(const std::vector<Run>& runs, std::string Run::*side)
{
    std::string text;
    for (const auto& run : runs)
        text += run.*side;
    return text;
}

bool is_letter(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    return std::isalnum(byte) != 0 || byte == 0xC3 ||
           (at > 0 && static_cast<unsigned char>(text[at - 1]) == 0xC3);
}

// Where one run ends and the next begins, a letter on both sides would be a word cut in two.
void expect_whole_words(const std::vector<Run>& runs, std::string Run::*side, unsigned seed)
{
    const auto text = joined(runs, side);
    std::size_t at = 0;
    for (const auto& run : runs)
    {
        at += (run.*side).size();
        const bool inside = at > 0 && at < text.size() && !(run.*side).empty();
        EXPECT_FALSE(inside && is_letter(text, at - 1) && is_letter(text, at))
            << "seed " << seed << ": " << text.substr(0, at) << " | " << text.substr(at);
    }
}

TEST(ComparisonOfGeneratedTexts, RebuildsBothTexts)
{
    for (unsigned seed = 1; seed <= pairs; ++seed)
    {
        const auto [before, after] = given(seed);
        const auto comparison = compare(before, after);
        ASSERT_EQ(before_of(comparison), before) << "seed " << seed;
        ASSERT_EQ(after_of(comparison), after) << "seed " << seed;
    }
}

TEST(ComparisonOfGeneratedTexts, RebuildsBothFromWordsAloneAndCutsNone)
{
    for (unsigned seed = 1; seed <= pairs; ++seed)
    {
        const auto [before, after] = given(seed);
        const auto runs = compare_words(written_out(before), written_out(after));
        ASSERT_EQ(joined(runs, &Run::before), written_out(before)) << "seed " << seed;
        ASSERT_EQ(joined(runs, &Run::after), written_out(after)) << "seed " << seed;
        expect_whole_words(runs, &Run::before, seed);
        expect_whole_words(runs, &Run::after, seed);
    }
}

TEST(ComparisonOfGeneratedTexts, ShowsNoChangeInEqualArticles)
{
    std::size_t equal = 0;
    for (unsigned seed = 1; seed <= pairs; ++seed)
    {
        const auto [before, after] = given(seed);
        for (const auto& change : compare(before, after).articles)
            if (change.before && change.after &&
                without_noise(change.before->heading + '|' + change.before->body) ==
                    without_noise(change.after->heading + '|' + change.after->body))
            {
                EXPECT_EQ(change.fate, Fate::equal) << "seed " << seed << ": " << change.after->body;
                EXPECT_FALSE(differs(change.body) || differs(change.heading)) << "seed " << seed;
                ++equal;
            }
    }
    EXPECT_GT(equal, pairs);
}

// The same words that stand once in each text are found again, whatever their ids and wherever they stand.
TEST(ComparisonOfGeneratedTexts, FindsEqualArticlesWhereverTheyStand)
{
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= 500; ++seed)
    {
        Generated generated(seed);
        const auto before = generated.covenant();
        auto after = before;
        generated.move_first_level(after);
        generated.insert_first_level(after);
        if (seed % 2 == 0)
            generated.lose_ids(after);
        for (const auto& change : compare(before, after).articles)
            if (change.fate == Fate::deleted)
                ADD_FAILURE() << "seed " << seed << ": " << change.before->body << " was still there";
            else
                found += change.fate == Fate::equal ? 1 : 0;
    }
    EXPECT_GT(found, 500U);
}

TEST(ComparisonOfGeneratedTexts, TakesNoiseForNoChange)
{
    for (unsigned seed = 1; seed <= pairs; ++seed)
    {
        Generated generated(seed);
        const auto before = generated.covenant();
        auto after = before;
        generated.change_noise(after);
        for (const auto& change : compare(before, after).articles)
        {
            ASSERT_EQ(change.fate, Fate::equal)
                << "seed " << seed << ": " << change.before->body << " | " << change.after->body;
            ASSERT_FALSE(change.moved || change.renumbered) << "seed " << seed;
        }
    }
}

std::ptrdiff_t first_level_place(const CovenantText& text, const ArticleId& id)
{
    const auto places = first_level_places(text);
    return std::find_if(places.begin(), places.end(),
                        [&](std::size_t at) { return text.articles[at].id == id; }) -
           places.begin();
}

// An article that jumps over two or more others is the one that moved; of two neighbours that change places,
// either is.
TEST(ComparisonOfGeneratedTexts, FindsEveryMove)
{
    std::size_t moves = 0;
    for (unsigned seed = 1; seed <= pairs; ++seed)
    {
        Generated generated(seed);
        const auto before = generated.covenant();
        auto after = before;
        const auto id = generated.move_first_level(after);
        if (!id)
            continue;
        auto& mover = *std::find_if(after.articles.begin(), after.articles.end(),
                                    [&](const Article& one) { return one.id == id; });
        const bool reworded = seed % 2 == 0;
        mover.body += reworded ? " Nieuw" : "";
        const auto comparison = compare(before, after);
        const auto sums = comparison.sums();
        EXPECT_EQ(sums.moved, 1) << "seed " << seed;
        EXPECT_EQ(sums.inserted + sums.deleted, 0) << "seed " << seed;
        EXPECT_EQ(sums.changed, reworded ? 1 : 0) << "seed " << seed;
        const bool neighbours = std::abs(first_level_place(before, id) - first_level_place(after, id)) == 1;
        for (const auto& change : comparison.articles)
        {
            EXPECT_TRUE(neighbours || change.moved == (change.after->id == id)) << "seed " << seed;
            EXPECT_EQ(change.fate == Fate::changed, reworded && change.after->id == id) << "seed " << seed;
        }
        ++moves;
    }
    EXPECT_GT(moves, pairs / 2);
}

} // namespace

} // namespace rondetafel
