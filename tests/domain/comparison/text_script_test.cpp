// SPDX-License-Identifier: EUPL-1.2
#include "domain/comparison/text_script.hpp"
#include "generated.hpp"

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

constexpr unsigned pairs = 400;

struct Given
{
    std::string before;
    std::string after;
};

Given given(unsigned seed)
{
    Generated generated(seed);
    auto covenant = generated.covenant();
    Given texts{written_out(covenant), {}};
    generated.change(covenant);
    texts.after = written_out(covenant);
    return texts;
}

TEST(TextScript, LeavesOnlyEqualTokensOutside)
{
    for (unsigned seed = 1; seed <= pairs; ++seed)
    {
        const auto [old_text, new_text] = given(seed);
        const auto before = tokens_of(old_text);
        const auto after = tokens_of(new_text);
        std::size_t pairs_seen = 0;
        const auto script = text_script(before, after);
        for_each_equal(script, before.size(), [&](std::size_t old_at, std::size_t new_at) {
            EXPECT_EQ(before.key(old_at), after.key(new_at)) << "seed " << seed;
            ++pairs_seen;
        });
        std::size_t deleted = 0;
        std::size_t inserted = 0;
        for (const auto& edit : script)
        {
            deleted += edit.before_end - edit.before_begin;
            inserted += edit.after_end - edit.after_begin;
        }
        EXPECT_EQ(pairs_seen + deleted, before.size()) << "seed " << seed;
        EXPECT_EQ(pairs_seen + inserted, after.size()) << "seed " << seed;
    }
}

// Where the first word of a change is also the word behind it, the change could stand one word further on.
TEST(TextScript, PutsWhatFitsInSeveralPlacesInTheLast)
{
    std::size_t one_sided = 0;
    for (unsigned seed = 1; seed <= pairs; ++seed)
    {
        const auto [old_text, new_text] = given(seed);
        const auto before = tokens_of(old_text);
        const auto after = tokens_of(new_text);
        const auto script = text_script(before, after);
        for (std::size_t at = 0; at < script.size(); ++at)
        {
            const auto& edit = script[at];
            const bool inserted = edit.before_begin == edit.before_end;
            if (!inserted && edit.after_begin != edit.after_end)
                continue;
            ++one_sided;
            if (edit.before_end + 1 >= (at + 1 < script.size() ? script[at + 1].before_begin : before.size()))
                continue; // against another change, or nearly at the end
            EXPECT_NE(inserted ? after.key(edit.after_begin) : before.key(edit.before_begin),
                      inserted ? after.key(edit.after_end) : before.key(edit.before_end))
                << "seed " << seed;
        }
    }
    EXPECT_GT(one_sided, pairs);
}

} // namespace

} // namespace rondetafel
