// SPDX-License-Identifier: EUPL-1.2
#include "domain/comparison/edit_script.hpp"
#include "generated.hpp"

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using Elements = std::vector<Fingerprint>;

Elements elements(Seeded& random, std::size_t size, std::size_t kinds)
{
    Elements made;
    while (made.size() < size)
        made.push_back(random.up_to(kinds - 1));
    return made;
}

std::vector<Edit> script_of(const Elements& before, const Elements& after, Effort effort)
{
    std::vector<Edit> script;
    add_edits(before, after, {0, before.size(), 0, after.size()}, effort, script);
    return script;
}

std::size_t changes(const std::vector<Edit>& script)
{
    std::size_t count = 0;
    for (const auto& edit : script)
        count += edit.before_end - edit.before_begin + edit.after_end - edit.after_begin;
    return count;
}

/// By the book, in time proportional to the product of both lengths.
std::size_t fewest_changes(const Elements& before, const Elements& after)
{
    std::vector<std::size_t> common(after.size() + 1);
    for (const auto one : before)
    {
        std::size_t diagonal = 0;
        for (std::size_t at = 0; at < after.size(); ++at)
        {
            const auto above = common[at + 1];
            common[at + 1] = one == after[at] ? diagonal + 1 : std::max(above, common[at]);
            diagonal = above;
        }
    }
    return before.size() + after.size() - 2 * common.back();
}

// Makes the old elements the new ones, and never calls a stretch of nothing an edit.
void expect_right(const Elements& before, const Elements& after, const std::vector<Edit>& script,
                  unsigned seed)
{
    Elements made;
    std::size_t at = 0;
    for (const auto& edit : script)
    {
        ASSERT_TRUE(at == 0 || edit.before_begin > at) << "seed " << seed << ": two edits touch";
        made.insert(made.end(), before.begin() + static_cast<std::ptrdiff_t>(at),
                    before.begin() + static_cast<std::ptrdiff_t>(edit.before_begin));
        ASSERT_EQ(made.size(), edit.after_begin) << "seed " << seed;
        ASSERT_LT(edit.before_begin + edit.after_begin, edit.before_end + edit.after_end) << "seed " << seed;
        made.insert(made.end(), after.begin() + static_cast<std::ptrdiff_t>(edit.after_begin),
                    after.begin() + static_cast<std::ptrdiff_t>(edit.after_end));
        at = edit.before_end;
    }
    made.insert(made.end(), before.begin() + static_cast<std::ptrdiff_t>(at), before.end());
    EXPECT_EQ(made, after) << "seed " << seed;
}

TEST(EditScript, IsTheShortestOfShortSequences)
{
    for (unsigned seed = 1; seed <= 3'000; ++seed)
    {
        Seeded random(seed);
        const auto kinds = 2 + random.up_to(8);
        const auto before = elements(random, random.up_to(60), kinds);
        const auto after = elements(random, random.up_to(60), kinds);
        const auto script = script_of(before, after, Effort(0));
        expect_right(before, after, script, seed);
        EXPECT_EQ(changes(script), fewest_changes(before, after)) << "seed " << seed;
    }
}

// The place where two searches are broken off is a guess; it may cost a twentieth when a third was changed.
TEST(EditScript, IsNearlyTheShortestOfLongOnes)
{
    for (unsigned seed = 1; seed <= 6; ++seed)
    {
        Seeded random(seed);
        const auto before = elements(random, 3'000, 1'000);
        auto after = before;
        for (std::size_t edit = 0; edit < 1'000; ++edit)
            after[random.up_to(after.size() - 1)] = random.up_to(999);
        const auto script = script_of(before, after, Effort(20'000));
        expect_right(before, after, script, seed);
        EXPECT_LE(20 * changes(script), 21 * fewest_changes(before, after)) << "seed " << seed;
    }
}

TEST(EditScript, IsRightWithoutAnyEffortLeft)
{
    Effort spent(0);
    spent.spend(1'000'000);
    for (unsigned seed = 1; seed <= 100; ++seed)
    {
        Seeded random(seed);
        const auto before = elements(random, random.up_to(900), 2 + seed % 20);
        const auto after = elements(random, random.up_to(900), 2 + seed % 20);
        expect_right(before, after, script_of(before, after, spent), seed);
    }
}

TEST(EditScript, IsOneEditWhenNobodyWouldReadIt)
{
    Seeded random(1);
    const auto before = elements(random, 20'000, 2);
    const auto after = elements(random, 20'000, 2);
    const auto script = script_of(before, after, Effort(0));
    expect_right(before, after, script, 1);
    EXPECT_EQ(script.size(), 1U);
}

TEST(EditScript, LeavesWhatStandsOutsideAlone)
{
    const Elements before{1, 2, 3, 4, 5};
    const Elements after{9, 2, 7, 4, 8};
    Effort effort(0);
    std::vector<Edit> script{{0, 1, 0, 1}};
    add_edits(before, after, {1, 4, 1, 4}, effort, script);
    EXPECT_EQ(script, (std::vector<Edit>{{0, 1, 0, 1}, {2, 3, 2, 3}}));
}

} // namespace

} // namespace rondetafel
