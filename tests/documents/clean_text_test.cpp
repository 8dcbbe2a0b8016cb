// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/clean_text.hpp>

#include <gtest/gtest.h>

namespace rondetafel::documents
{

using namespace std::string_literals;

TEST(CleanText, OneLineIsOneLine)
{
    EXPECT_EQ(one_line("  a \r\n b\t\tc\0d\x07 "s), "a b c d");
    EXPECT_EQ(one_line("a\xC2\x85z\xE2\x80\xA8y\x7Fx"), "a z y x");
    EXPECT_EQ(one_line("Zoë van ’t Hof 😀"), "Zoë van ’t Hof 😀");
    EXPECT_EQ(one_line("17.00\xC2\xA0uur"), "17.00\xC2\xA0uur");
    EXPECT_EQ(one_line("\r\n \t"), "");
}

TEST(CleanText, SeveralLinesKeepTheirLines)
{
    EXPECT_EQ(several_lines("een\r\ntwee\rdrie\n\n\n\nvier \n"), "een\ntwee\ndrie\n\nvier");
    EXPECT_EQ(several_lines("\n\n a\tb"), "a b");
    EXPECT_EQ(several_lines("a\r"), "a");
}

TEST(CleanText, MarksThatTurnTheDirectionVanish)
{
    EXPECT_EQ(one_line("a\xE2\x80\xAEtxt.exe\xE2\x81\xA9z\xEF\xBB\xBF"), "atxt.exez");
}

TEST(CleanText, BytesThatAreNoTextAreReplaced)
{
    const std::string mark = "\xEF\xBF\xBD";
    EXPECT_EQ(one_line("a\xFFz"), "a" + mark + "z");
    EXPECT_EQ(one_line("a\xC3"), "a" + mark);
    EXPECT_EQ(one_line("\xC0\xAF"), mark + mark) << "overlong";
    EXPECT_EQ(one_line("\xED\xA0\x80"), mark + mark + mark) << "surrogate";
    EXPECT_EQ(one_line("\xF4\x90\x80\x80"), mark + mark + mark + mark) << "beyond Unicode";
    EXPECT_EQ(one_line(mark), mark);
}

} // namespace rondetafel::documents
