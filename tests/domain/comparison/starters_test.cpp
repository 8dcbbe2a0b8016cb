// SPDX-License-Identifier: EUPL-1.2
#include "generated.hpp"

#include <rondetafel/documents/covenant_file.hpp>
#include <rondetafel/domain/comparison.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace rondetafel
{

namespace
{

constexpr unsigned versions = 50;

std::vector<CovenantText> starters()
{
    std::vector<CovenantText> texts;
    Seeded randomness(1);
    for (const auto* name : {"employership", "housing", "registration"})
    {
        std::ifstream file(std::string(RONDETAFEL_SOURCE) + "/db/examples/covenants/" + name + ".md");
        std::stringstream content;
        content << file.rdbuf();
        texts.push_back(documents::read_covenant_file(content.str(), randomness).value().text);
    }
    return texts;
}

void expect_exact(const CovenantText& before, const CovenantText& after, unsigned seed)
{
    const auto comparison = compare(before, after);
    EXPECT_EQ(before_of(comparison), before) << "seed " << seed;
    EXPECT_EQ(after_of(comparison), after) << "seed " << seed;
    for (const auto& change : comparison.articles)
    {
        const bool same = change.before && change.after && change.before->body == change.after->body &&
                          change.before->heading == change.after->heading;
        EXPECT_TRUE(!same || change.fate == Fate::equal) << "seed " << seed << ": " << change.after->body;
    }
}

TEST(ComparingStarterCovenants, KeepsItsPromisesForTheirVersions)
{
    for (const auto& starter : starters())
    {
        ASSERT_GT(starter.articles.size(), 20U);
        auto version = starter;
        for (unsigned seed = 1; seed <= versions; ++seed)
        {
            Generated generated(seed);
            auto next = seed % 10 == 0 ? starter : version;
            generated.change(next);
            expect_exact(version, next, seed);
            version = std::move(next);
        }
    }
}

TEST(ComparingStarterCovenants, ComparesOneWithAnother)
{
    const auto texts = starters();
    for (const auto& before : texts)
    {
        for (const auto& after : texts)
            expect_exact(before, after, 0);
        EXPECT_EQ(compare(before, before).sums().equal, static_cast<int>(first_level_places(before).size()));
    }
}

TEST(ComparingStarterCovenants, FindsAllOfItAgainWhenIdsAreNew)
{
    for (const auto& starter : starters())
    {
        auto imported = starter;
        Generated(7).lose_ids(imported);
        EXPECT_EQ(compare(starter, imported).sums().equal,
                  static_cast<int>(first_level_places(starter).size()));
    }
}

} // namespace

} // namespace rondetafel
