// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/csv.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace rondetafel::documents
{

TEST(Csv, ItIsWhatExcelOpensInDutch)
{
    Csv csv({"Naam", "Antwoord"});
    csv.row({"Zoë van 't Hof", "komt"}).row({"Bakker; Jansen", "zegt \"ja\""});
    EXPECT_EQ(csv.text(), "\xEF\xBB\xBFNaam;Antwoord\r\n"
                          "Zoë van 't Hof;komt\r\n"
                          "\"Bakker; Jansen\";\"zegt \"\"ja\"\"\"\r\n");
}

TEST(Csv, NothingIsTakenForAFormula)
{
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("+31 20 123 45 67"), "'+31 20 123 45 67");
    EXPECT_EQ(csv_cell("-1"), "'-1");
    EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_cell("\t=1"), "\"'\t=1\"");
    EXPECT_EQ(csv_cell("\r=1"), "\"'\r=1\"");
    EXPECT_EQ(csv_cell("\n=1"), "\"'\n=1\"");
    EXPECT_EQ(csv_cell(" =1"), "' =1");
    EXPECT_EQ(csv_cell("=HYPERLINK(\"http://elders.example\";\"x\")"),
              "\"'=HYPERLINK(\"\"http://elders.example\"\";\"\"x\"\")\"");
    EXPECT_EQ(csv_cell("a=b"), "a=b");
    EXPECT_EQ(csv_cell(""), "");
}

TEST(Csv, QuotesStandWhereRfc4180AsksForThem)
{
    EXPECT_EQ(csv_cell("a;b"), "\"a;b\"");
    EXPECT_EQ(csv_cell("a\nb"), "\"a\nb\"");
    EXPECT_EQ(csv_cell("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell(" a"), "\" a\"");
}

TEST(Csv, EveryRowHasEveryColumn)
{
    Csv csv({"a", "b"});
    EXPECT_THROW(csv.row({"1"}), std::logic_error);
}

} // namespace rondetafel::documents
