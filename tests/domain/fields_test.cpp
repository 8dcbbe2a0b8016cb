// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/fields.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using given::refusals;
using Codes = std::vector<std::string>;

template <class Check>
Codes after(Check check)
{
    FieldChecks checks;
    check(checks);
    return refusals(checks.outcome());
}

TEST(CountingCharacters, CountsWhatPeopleSee)
{
    EXPECT_EQ(characters(""), 0U);
    EXPECT_EQ(characters("Jansen"), 6U);
    EXPECT_EQ(characters("Wiśniewski"), 10U);
    EXPECT_EQ(characters("🌷🌷"), 2U);
}

TEST(SmallLetters, AreMadeOfTheLatinCapitalsOnly)
{
    EXPECT_EQ(in_small_letters("AZ@[az09 ÉĲ"), "az@[az09 ÉĲ");
    EXPECT_EQ(in_small_letters(""), "");
}

TEST(CheckingAForm, IsDoneWhenNothingIsWrong)
{
    EXPECT_TRUE(FieldChecks{}.outcome().has_value());
    EXPECT_EQ(after([](auto& checks) { checks.required("title", "Rondetafel"); }), Codes{});
}

TEST(CheckingAForm, RefusesWhatIsMissingOrBlank)
{
    for (const auto* text : {"", " ", "\t \r\n"})
        EXPECT_EQ(after([&](auto& checks) { checks.required("title", text); }), Codes{"title:title.missing"});
}

TEST(CheckingAForm, RefusesControlBytesInOneLine)
{
    for (int byte = 0; byte < 0x20; ++byte)
        EXPECT_EQ(after([&](auto& checks)
                        { checks.one_line("place", std::string("a") + static_cast<char>(byte), 9); }),
                  Codes{"place:text.control_byte"})
            << byte;
    EXPECT_EQ(after([&](auto& checks) { checks.one_line("place", "a\x7f", 9); }),
              Codes{"place:text.control_byte"});
    EXPECT_EQ(after([&](auto& checks) { checks.one_line("place", "café 't Hart", 20); }), Codes{});
}

TEST(CheckingAForm, WelcomesLineEndsWhereThereMayBeMoreLines)
{
    EXPECT_EQ(after([](auto& checks) { checks.lines("agenda", "Opening\r\nRondje\n\tSluiting", 99); }),
              Codes{});
    EXPECT_EQ(after([](auto& checks) { checks.lines("agenda", std::string("a\0b", 3), 99); }),
              Codes{"agenda:text.control_byte"});
    EXPECT_EQ(after([](auto& checks) { checks.lines("agenda", "a\x1b[31m", 99); }),
              Codes{"agenda:text.control_byte"});
}

TEST(CheckingAForm, CountsLengthInCharactersAndTellsTheLimit)
{
    EXPECT_EQ(after([](auto& checks) { checks.one_line("title", "ééééé", 5); }), Codes{});
    FieldChecks checks;
    checks.one_line("title", "éééééé", 5);
    const auto outcome = checks.outcome();
    ASSERT_TRUE(outcome.has_error());
    EXPECT_EQ(outcome.error().refusal, Refusal::invalid);
    EXPECT_EQ(outcome.error().fields.at(0).code, "text.too_long");
    EXPECT_EQ(outcome.error().fields.at(0).arguments, (Arguments{{"max", "5"}}));
    EXPECT_EQ(after([](auto& lines) { lines.lines("goal", "123456", 5); }), Codes{"goal:text.too_long"});
}

TEST(CheckingAForm, TakesHttpsAddressesOnly)
{
    for (const auto* good : {"", "https://vergaderen.example/kamer?id=1#a", "https://xn--bcher-kva.example"})
        EXPECT_EQ(after([&](auto& checks) { checks.https_url("online_url", good); }), Codes{}) << good;
    for (const auto* bad : {"http://vergaderen.example", "javascript:alert(1)", "https://", "https:///pad",
                            "https://@naam", "ftp://a.example", "vergaderen.example", "https://a.example/ b",
                            "https://a.example/\"onclick", "https://a.example/<b>", "https://a.example\\b"})
        EXPECT_EQ(after([&](auto& checks) { checks.https_url("online_url", bad); }),
                  Codes{"online_url:url.not_https"})
            << bad;
}

TEST(CheckingAForm, TellsEverythingAtOnceInTheOrderAsked)
{
    EXPECT_EQ(after(
                  [](auto& checks)
                  {
                      checks.required("title", "");
                      checks.refuse("day", "date.past");
                      checks.required("place", "");
                  }),
              (Codes{"title:title.missing", "day:date.past", "place:place.missing"}));
}

} // namespace

} // namespace rondetafel
