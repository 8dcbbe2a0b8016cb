// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/people.hpp>

#include <gtest/gtest.h>

#include <vector>

namespace rondetafel
{

namespace
{

const PersonName sam{"Sam", "van", "Dalen", AddressForm::sir};
const PersonName bakker{"Els", "", "Bakker", AddressForm::madam};
const PersonName kim{"Kim", "", "Verbeek", AddressForm::name};

TEST(AName, IsWrittenInFullAndForSorting)
{
    EXPECT_EQ(full_name(sam), "Sam van Dalen");
    EXPECT_EQ(sort_name(sam), "Dalen, Sam van");
    EXPECT_EQ(full_name(kim), "Kim Verbeek");
    EXPECT_EQ(sort_name(kim), "Verbeek, Kim");
    EXPECT_EQ(sort_name({"", "", "Verbeek"}), "Verbeek");
    EXPECT_EQ(sort_name({"Kim", "", ""}), "Kim");
    EXPECT_EQ(full_name({}), "");
    EXPECT_EQ(sort_name({}), "");
}

TEST(AName, GetsACapitalOnlyWhenNothingPrecedes)
{
    EXPECT_EQ(full_name({"", "van der", "Berg"}), "Van der Berg");
    EXPECT_EQ(sort_name({"", "van der", "Berg"}), "Berg, van der");
    EXPECT_EQ(full_name({"", "af", "Klint"}), "Af Klint");
    EXPECT_EQ(full_name({"", "zu", "Sayn"}), "Zu Sayn");
    EXPECT_EQ(full_name({"", "'t", "Hart"}), "'t Hart");
}

TEST(AName, StandsAgainstAnElidedInfix)
{
    EXPECT_EQ(full_name({"Hedy", "d'", "Ancona"}), "Hedy d'Ancona");
    EXPECT_EQ(salutation({"Hedy", "d'", "Ancona", AddressForm::madam}, Language::nl),
              "Geachte mevrouw D'Ancona,");
    EXPECT_EQ(sort_name({"Hedy", "d'", "Ancona"}), "Ancona, Hedy d'");
}

struct Greeting
{
    PersonName name;
    const char* nl;
    const char* en;
    const char* pl;
};

TEST(TheSalutation, AsksNoMoreThanTheFormOfAddress)
{
    const std::vector<Greeting> table{
        {sam, "Geachte heer Van Dalen,", "Dear Mr Van Dalen,", "Szanowny Panie,"},
        {bakker, "Geachte mevrouw Bakker,", "Dear Ms Bakker,", "Szanowna Pani,"},
        {kim, "Geachte Kim Verbeek,", "Dear Kim Verbeek,", "Szanowni Państwo,"},
        {{"Sam", "van", "Dalen"}, "Geachte Sam van Dalen,", "Dear Sam van Dalen,", "Szanowni Państwo,"},
        {{"Piet", "in 't", "Veld", AddressForm::sir},
         "Geachte heer In 't Veld,",
         "Dear Mr In 't Veld,",
         "Szanowny Panie,"},
        {{"Anna", "'t", "Hart", AddressForm::madam},
         "Geachte mevrouw 't Hart,",
         "Dear Ms 't Hart,",
         "Szanowna Pani,"},
        {{"IJsbrand", "", "IJzerman", AddressForm::sir},
         "Geachte heer IJzerman,",
         "Dear Mr IJzerman,",
         "Szanowny Panie,"},
        {{"Ĳsbrand", "", "Ĳzerman"},
         "Geachte Ĳsbrand Ĳzerman,",
         "Dear Ĳsbrand Ĳzerman,",
         "Szanowni Państwo,"},
        {{"Dorota", "", "Zielińska", AddressForm::madam},
         "Geachte mevrouw Zielińska,",
         "Dear Ms Zielińska,",
         "Szanowna Pani,"},
        {{"", "van", "Dalen"},
         "Geachte heer of mevrouw Van Dalen,",
         "Dear Mr or Ms Van Dalen,",
         "Szanowni Państwo,"},
        {{"Kim", "", "", AddressForm::madam},
         "Geachte heer of mevrouw,",
         "Dear Sir or Madam,",
         "Szanowni Państwo,"},
        {{}, "Geachte heer of mevrouw,", "Dear Sir or Madam,", "Szanowni Państwo,"}};
    for (const auto& row : table)
    {
        EXPECT_EQ(salutation(row.name, Language::nl), row.nl);
        EXPECT_EQ(salutation(row.name, Language::en), row.en);
        EXPECT_EQ(salutation(row.name, Language::pl), row.pl);
    }
}

struct Typed
{
    const char* text;
    PersonName name;
};

TEST(ATypedName, IsCutAtTheInfix)
{
    const std::vector<Typed> table{{"Iris de Boer", {"Iris", "de", "Boer"}},
                                   {"Jan van der Berg", {"Jan", "van der", "Berg"}},
                                   {"Piet in 't Veld", {"Piet", "in 't", "Veld"}},
                                   {"Kim Verbeek", {"Kim", "", "Verbeek"}},
                                   {"Anna Maria Jansen", {"Anna Maria", "", "Jansen"}},
                                   {"Anna de Vries Nowak", {"Anna", "de", "Vries Nowak"}},
                                   {"  Kim   Verbeek ", {"Kim", "", "Verbeek"}},
                                   {"van Dalen", {"", "van", "Dalen"}},
                                   {"Verbeek", {"", "", "Verbeek"}},
                                   {"Bo den", {"Bo", "", "den"}},
                                   {"van", {"", "", "van"}},
                                   {"", {}},
                                   {" \t", {}}};
    for (const auto& row : table)
    {
        const auto name = name_from(row.text);
        EXPECT_EQ(name.given, row.name.given) << row.text;
        EXPECT_EQ(name.infix, row.name.infix) << row.text;
        EXPECT_EQ(name.family, row.name.family) << row.text;
        EXPECT_EQ(name.form, AddressForm::name);
    }
}

TEST(ATypedName, ReadsTheSameAfterwards)
{
    for (const std::string text : {"Iris de Boer", "Jan van der Berg", "Kim Verbeek", "Marek Wiśniewski"})
        EXPECT_EQ(full_name(name_from(text)), text);
}

} // namespace

} // namespace rondetafel
