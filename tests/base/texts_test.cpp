// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/base/texts.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace rondetafel
{

namespace
{

namespace files = std::filesystem;

/// A folder of catalogues that is gone afterwards.
class TheCatalogue : public testing::Test
{
protected:
    TheCatalogue() : folder_(files::temp_directory_path() / ("texts-" + hex(SystemRandomness{}.bytes(8))))
    {
        files::create_directories(folder_ / "meetings");
    }
    ~TheCatalogue() override { files::remove_all(folder_); }

    void write(const std::string& file, const std::string& text) { std::ofstream(folder_ / file) << text; }
    Texts read() const { return Texts(folder_); }

    /// What the catalogue complains of; empty when it reads well.
    std::string complaint() const
    {
        try
        {
            read();
        }
        catch (const std::runtime_error& error)
        {
            return error.what();
        }
        return {};
    }

private:
    files::path folder_;
};

TEST_F(TheCatalogue, FindsTextsByDottedKeysInEveryFile)
{
    write("nl.toml", "[meeting.invite]\nbutton = \"Nodig uit\"\n");
    write("meetings/list.nl.toml", "[meeting]\ntitle = \"Bijeenkomsten\"\n");
    write("en.toml", "meeting.invite.button = \"Invite\"\n");
    write("notes.txt", "no catalogue");
    write("xnl.toml", "[other]\nkey = \"of no language\"\n");
    const auto texts = read();
    EXPECT_EQ(texts.get(Language::nl, "meeting.invite.button"), "Nodig uit");
    EXPECT_EQ(texts.get(Language::nl, "meeting.title"), "Bijeenkomsten");
    EXPECT_EQ(texts.get(Language::en, "meeting.invite.button"), "Invite");
    EXPECT_TRUE(texts.has(Language::nl, "meeting.title"));
    EXPECT_FALSE(texts.has(Language::en, "meeting.title"));
    EXPECT_FALSE(texts.has(Language::nl, "other.key"));
    EXPECT_EQ(texts.all(Language::nl).size(), 2U);
    EXPECT_EQ(texts.all(Language::pl).size(), 0U);
}

TEST_F(TheCatalogue, FallsBackToDutchAndNoFurther)
{
    write("nl.toml", "a = \"een\"\n");
    const auto texts = read();
    EXPECT_EQ(texts.get(Language::pl, "a"), "een");
    EXPECT_THROW(texts.get(Language::nl, "b"), std::out_of_range);
    EXPECT_THROW(texts.get(Language::en, "b"), std::out_of_range);
}

TEST_F(TheCatalogue, FillsNamedValuesAndLeavesUnknownOnesVisible)
{
    write("nl.toml", "a = \"{count} van {all}, {count}\"\nb = \"geen {\"\nc = \"{}\"\nd = \"{x\"\n");
    const auto texts = read();
    EXPECT_EQ(texts.fill(Language::nl, "a", {{"count", "3"}, {"all", "5"}}), "3 van 5, 3");
    EXPECT_EQ(texts.fill(Language::nl, "a", {{"count", "3"}}), "3 van {all}, 3");
    EXPECT_EQ(texts.fill(Language::nl, "a", {{"count", "{all}"}, {"all", "5"}}), "{all} van 5, {all}")
        << "a value is not read as a text";
    EXPECT_EQ(texts.fill(Language::nl, "b", {}), "geen {");
    EXPECT_EQ(texts.fill(Language::nl, "c", {}), "{}");
    EXPECT_EQ(texts.fill(Language::nl, "d", {{"x", "1"}}), "{x");
}

TEST_F(TheCatalogue, CountsInTheFormsOfTheLanguage)
{
    write("nl.toml", "[guests]\none = \"{count} genodigde\"\nother = \"{count} genodigden van {name}\"\n");
    write("pl.toml", "[guests]\none = \"{count} osoba\"\nfew = \"{count} osoby\"\nmany = \"{count} "
                     "osób\"\nother = \"x\"\n");
    const auto texts = read();
    EXPECT_EQ(texts.count(Language::nl, "guests", 1), "1 genodigde");
    EXPECT_EQ(texts.count(Language::nl, "guests", 28, {{"name", "u"}}), "28 genodigden van u");
    EXPECT_EQ(texts.count(Language::pl, "guests", 1), "1 osoba");
    EXPECT_EQ(texts.count(Language::pl, "guests", 3), "3 osoby");
    EXPECT_EQ(texts.count(Language::pl, "guests", 5), "5 osób");
    EXPECT_EQ(texts.count(Language::pl, "guests", 22), "22 osoby");
}

TEST_F(TheCatalogue, CountsInDutchFormsWhereItFallsBackToDutch)
{
    write("nl.toml", "[guests]\none = \"{count} genodigde\"\nother = \"{count} genodigden\"\n");
    const auto texts = read();
    EXPECT_EQ(texts.count(Language::en, "guests", 1), "1 genodigde");
    EXPECT_EQ(texts.count(Language::pl, "guests", 3), "3 genodigden");
    EXPECT_THROW(texts.count(Language::en, "nobody", 1), std::out_of_range);
}

TEST_F(TheCatalogue, NamesFileAndLineOfWhatIsBroken)
{
    write("nl.toml", "a = \"goed\"\nb = niet goed\n");
    EXPECT_NE(complaint().find("nl.toml"), std::string::npos) << complaint();
    EXPECT_NE(complaint().find("line 2"), std::string::npos) << complaint();
}

TEST_F(TheCatalogue, RefusesAKeyThatStandsTwice)
{
    write("nl.toml", "[a]\nb = \"1\"\n");
    write("meetings/x.nl.toml", "[a]\nb = \"2\"\n");
    EXPECT_NE(complaint().find("a.b stands twice"), std::string::npos) << complaint();
}

TEST_F(TheCatalogue, RefusesWhatIsNoText)
{
    write("nl.toml", "a = 3\n");
    EXPECT_NE(complaint().find("a is no text"), std::string::npos) << complaint();
    write("nl.toml", "a = [\"een\", \"twee\"]\n");
    EXPECT_NE(complaint().find("a is no text"), std::string::npos) << complaint();
}

} // namespace

} // namespace rondetafel
