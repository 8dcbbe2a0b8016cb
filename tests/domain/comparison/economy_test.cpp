// SPDX-License-Identifier: EUPL-1.2
#include "generated.hpp"
#include "git.hpp"

#include <rondetafel/domain/comparison.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

constexpr unsigned pairs = 120;
constexpr double more_than_git = 1.10;

bool is_blank(char letter)
{
    return letter == ' ' || letter == '\n';
}

/// The words of one of the two texts, each with whether any part of it is called changed and in which line it
/// stands.
struct Words
{
    std::vector<bool> changed;
    std::vector<std::size_t> line;
    std::size_t called_changed =
        0; ///< counted as they are shown: two halves of a word that changed count twice
};

Words words_of(const std::vector<Run>& runs, std::string Run::*side)
{
    Words words;
    bool in_word = false;
    std::size_t line = 0;
    for (const auto& run : runs)
    {
        bool in_shown_word = false;
        for (const char letter : run.*side)
        {
            line += letter == '\n' ? 1 : 0;
            if (is_blank(letter))
                in_word = in_shown_word = false;
            else
            {
                if (!in_word)
                {
                    words.changed.push_back(false);
                    words.line.push_back(line);
                }
                words.called_changed += run.change != Change::equal && !in_shown_word ? 1 : 0;
                in_word = in_shown_word = true;
                words.changed.back() = words.changed.back() || run.change != Change::equal;
            }
        }
    }
    return words;
}

// Words that git kept in paragraphs that are shown whole: those are allowed on top of what git needs.
std::size_t shown_whole(const Words& words, const std::vector<bool>& kept_by_git)
{
    std::size_t extra = 0;
    for (std::size_t first = 0; first < words.line.size();)
    {
        auto end = first;
        bool whole = true;
        std::size_t kept = 0;
        for (; end < words.line.size() && words.line[end] == words.line[first]; ++end)
        {
            whole = whole && words.changed[end];
            kept += kept_by_git[end] ? 1 : 0;
        }
        extra += whole ? kept : 0;
        first = end;
    }
    return extra;
}

struct Tally
{
    std::size_t ours = 0, git = 0, compared = 0, without_exception = 0;
};

void expect_economy(const std::string& before, const std::string& after, unsigned seed, Tally& tally)
{
    if (before == after)
        return;
    const auto runs = compare_words(before, after);
    const auto old_words = words_of(runs, &Run::before);
    const auto new_words = words_of(runs, &Run::after);
    const auto git = git_word_diff(before, after);
    ASSERT_EQ(git.kept_before.size(), old_words.changed.size()) << "seed " << seed;
    ASSERT_EQ(git.kept_after.size(), new_words.changed.size()) << "seed " << seed;
    const auto ours = old_words.called_changed + new_words.called_changed;
    const auto extra = shown_whole(old_words, git.kept_before) + shown_whole(new_words, git.kept_after);
    EXPECT_LE(static_cast<double>(ours),
              more_than_git * static_cast<double>(git.changed) + static_cast<double>(extra))
        << "seed " << seed << ": " << ours << " words, git " << git.changed << ", whole " << extra << "\n"
        << before << "\n----\n"
        << after;
    tally.ours += ours;
    tally.git += git.changed;
    ++tally.compared;
    tally.without_exception += extra == 0 ? 1 : 0;
}

TEST(EconomyOfAComparison, IsThatOfGitOnWholeTexts)
{
    Tally tally;
    for (unsigned seed = 1; seed <= pairs; ++seed)
    {
        Generated generated(seed);
        const auto before = generated.covenant();
        auto after = before;
        generated.change(after);
        expect_economy(written_out(before), written_out(after), seed, tally);
    }
    EXPECT_GT(tally.compared, pairs / 2);
    RecordProperty("ours", static_cast<int>(tally.ours));
    RecordProperty("git", static_cast<int>(tally.git));
}

TEST(EconomyOfAComparison, IsThatOfGitOnParagraphs)
{
    Tally tally;
    for (unsigned seed = 1; seed <= pairs; ++seed)
    {
        Generated generated(seed);
        const auto before =
            generated.paragraph() + "\n\n" + generated.paragraph() + "\n\n" + generated.paragraph();
        auto after = before;
        generated.change_words(after, 1 + generated.random.up_to(seed % 30));
        expect_economy(before, after, seed, tally);
    }
    EXPECT_GT(tally.without_exception, pairs / 2) << "the exception for whole paragraphs must be one";
}

// Long texts with many changes are where a comparison begins to save effort.
TEST(EconomyOfAComparison, IsThatOfGitOnLongTexts)
{
    Tally tally;
    for (const std::size_t changes : {100, 500, 1'500, 3'000})
    {
        Generated generated(static_cast<unsigned>(changes));
        std::string before;
        for (std::size_t paragraph = 0; paragraph < 350; ++paragraph)
            before += generated.paragraph() + "\n\n";
        auto after = before;
        generated.change_words(after, changes);
        expect_economy(before, after, static_cast<unsigned>(changes), tally);
    }
    EXPECT_EQ(tally.compared, 4U);
}

} // namespace

} // namespace rondetafel
