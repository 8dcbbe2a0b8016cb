// SPDX-License-Identifier: EUPL-1.2
#include "samples.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace rondetafel::letters
{

namespace
{

const std::filesystem::path folder = RONDETAFEL_SOURCE "/tests/golden/letters";

std::string read(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The file as it stands in the repository; RONDETAFEL_REWRITE_GOLDEN=1 writes it anew.
void expect_golden(const std::string& name, const std::string& now)
{
    const auto file = folder / name;
    if (std::getenv("RONDETAFEL_REWRITE_GOLDEN") != nullptr)
    {
        std::filesystem::create_directories(folder);
        std::ofstream(file, std::ios::binary) << now;
    }
    EXPECT_EQ(read(file), now) << name
                               << " differs; look at it, and rewrite with RONDETAFEL_REWRITE_GOLDEN=1";
}

} // namespace

TEST(Golden, EveryLetterInEveryLanguageIsAsLookedAt)
{
    Letters letters(samples::source());
    for (const auto language : languages)
        for (const auto& [name, facts] : samples::all(language))
        {
            const auto letter = letters.write(facts);
            const auto file = name + '.' + code(language);
            const auto calendar = letter.calendar.empty() ? "" : "\n[afspraak.ics]\n" + letter.calendar;
            expect_golden(file + ".txt", letter.subject + "\n\n" + letter.text + calendar);
            expect_golden(file + ".html", letter.html);
        }
}

} // namespace rondetafel::letters
