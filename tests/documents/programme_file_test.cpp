// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/programme_file.hpp>
#include <rondetafel/documents/register_file.hpp>

#include <gtest/gtest.h>

#include <fstream>

namespace rondetafel::documents
{

namespace
{

const std::filesystem::path examples = std::filesystem::path(RONDETAFEL_SOURCE) / "db/examples";

std::filesystem::path written(const std::string& text)
{
    const auto path = std::filesystem::path(testing::TempDir()) / "programme_file_test.toml";
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

std::string argument(const Problem& problem, const std::string& name)
{
    for (const auto& [key, value] : problem.arguments)
        if (key == name)
            return value;
    return "(none)";
}

const std::string head = "[programme]\nslug = \"p\"\ntitle = \"P\"\nperiod_from = \"2024-01-01\"\n"
                         "period_to = \"2027-12-31\"\n";

} // namespace

TEST(ProgrammeFile, TheExampleOfAalsmeerIsWhole)
{
    const auto programme = read_programme(examples / "aalsmeer-programme.toml");
    ASSERT_TRUE(programme.has_value());
    EXPECT_EQ(programme->slug, "arbeidsmigranten-2024-2027");
    EXPECT_EQ(programme->lines.size(), 6u);
    EXPECT_EQ(programme->steps.size(), 12u);
    EXPECT_EQ(programme->steps.at(8).number, "3.");
    EXPECT_FALSE(programme->steps.at(5).window);
    EXPECT_TRUE(programme->steps.at(11).uncertain_end);
    EXPECT_FALSE(programme->peaks.empty());
    EXPECT_TRUE(read_programme(examples / "voorbeeldstad-programme.toml").has_value());
}

TEST(ProgrammeFile, TheExampleRegisterIsWhole)
{
    const auto entries = read_register(examples / "aalsmeer-register.toml");
    ASSERT_TRUE(entries.has_value());
    EXPECT_EQ(entries->size(), 46u);
    EXPECT_EQ(entries->front().contacts.at(0).email, "t.molenaar@bloesem.example");
    EXPECT_EQ(entries->front().contacts.at(0).name.form, AddressForm::madam);
}

TEST(ProgrammeFile, AMistakeIsNamedWithItsLineAndField)
{
    const auto read = read_programme(written(
        head + "[[step]]\nkey = \"a\"\nlane = \"planning\"\ntitle = \"A\"\nfrom = \"2024-02-30\"\nto = \"2024-03-01\"\n"));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, "import.mistake");
    EXPECT_EQ(argument(read.error(), "line"), "10");
    EXPECT_EQ(argument(read.error(), "field"), "step.from");
}

TEST(ProgrammeFile, WhatDoesNotFitTogetherIsAMistake)
{
    const std::string step = "[[step]]\nkey = \"a\"\nlane = \"planning\"\ntitle = \"A\"\n";
    for (const auto& text :
         {step + step, std::string("[[step]]\nkey = \"a\"\nlane = \"sky\"\ntitle = \"A\"\n"),
          std::string("[[question]]\ncode = \"F1\"\ntext = \"?\"\nstep = \"b\"\n"),
          std::string("[[budget]]\nline = 7\nyear = 2024\neuros = 1\n"),
          std::string("[[peak]]\nfrom = \"2024-03-02\"\nto = \"2024-03-01\"\nreason = \"x\"\n"), std::string("[[[")})
    {
        const auto read = read_programme(written(head + text));
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().code, "import.mistake");
    }
}

TEST(ProgrammeFile, AFileThatIsNotThereIsAMistakeToo)
{
    const auto read = read_programme("/nowhere/at/all.toml");
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(argument(read.error(), "file"), "/nowhere/at/all.toml");
}

} // namespace rondetafel::documents
