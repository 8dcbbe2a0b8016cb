// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"

#include <rondetafel/domain/accounts.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

using given::refusals;
using Codes = std::vector<std::string>;

Account noor()
{
    Account account;
    account.name = "Noor van Dijk";
    account.email = "n.vandijk@raadhuis.example";
    return account;
}

Codes refused(const std::string& password)
{
    return refusals(check_new_password(password, noor()));
}

TEST(ANewPassword, IsAcceptedWhenItIsLongAndOnesOwn)
{
    for (const auto* good : {"correct horse battery staple", "xK7#pq9vLm2!", "vier-grijze-olifanten-zwemmen",
                             "zażółć gęślą jaźń", "attestvla9xkq", "Ik fiets elke dinsdag met mijn buurvrouw",
                             "84 olifantenpaadjes", "旅行者は山道を静かに歩いて帰る"})
        EXPECT_EQ(refused(good), Codes{}) << good;
}

TEST(ANewPassword, IsMeasuredInCharacters)
{
    EXPECT_EQ(refused("xK7#pq9vLm2"), Codes{"password:password.too_short"});
    EXPECT_EQ(refused(""), Codes{"password:password.too_short"});
    EXPECT_EQ(refused("ééééééééééé"), Codes{"password:password.too_short"}) << "22 bytes are 11 characters";
    const std::string varied = "Vijf krukken, 9 stoelen & een bankje; ";
    EXPECT_EQ(refused((varied + varied + varied + varied).substr(0, 128)), Codes{});
    EXPECT_EQ(refused((varied + varied + varied + varied).substr(0, 129)),
              Codes{"password:password.too_long"});
    const auto outcome = check_new_password("kort", noor());
    EXPECT_EQ(outcome.error().fields.at(0).arguments, (Arguments{{"min", "12"}}));
}

TEST(ANewPassword, IsRefusedWhenEverybodyTriesIt)
{
    for (const auto* bad :
         {"password1234",      "Password2024!",          "P@ssw0rd1234",   "passwordpassword",
          "wachtwoord123",     "W4chtw00rd2024",         "Welkom123456",   "W3lk0m2024!!",
          "Welkom-Welkom",     "qwertyuiop12",           "1qaz2wsx3edc",   "123456789012",
          "abcdefghijkl",      "aaaaaaaaaaaa",           "ababababababab", "letmein123456",
          "iloveyou1234",      "zomer2024zomer",         "Herfst2024!!",   "geheim123456",
          "ajax-feyenoord",    "dragon monkey sunshine", "amsterdam2024",  "1234567890123",
          "admin-admin-admin", "hasło1234567",           "qwertyqwerty",   "!!!!!!!!!!!!",
          "vergadering1",      "Maandag123456"})
        EXPECT_EQ(refused(bad), Codes{"password:password.common"}) << bad;
}

TEST(ANewPassword, IsRefusedWhenItIsAboutThePersonOrThePlace)
{
    for (const auto* bad : {"Rondetafel24", "rondetafel-rondetafel", "Aalsmeer2024!", "4alsm33r-1431",
                            "R0nd3t4f3l-99", "vandijkvandijk1", "noor.vandijk.7",
                            "n.vandijk@raadhuis.example", "gemeenteAalsmeer", "arbeidsmigrant7"})
        EXPECT_EQ(refused(bad), Codes{"password:password.context"}) << bad;
}

TEST(ANewPassword, MayHoldSuchAWordWhenEnoughRemains)
{
    EXPECT_EQ(refused("in Aalsmeer bloeien seringen"), Codes{});
    EXPECT_EQ(refused("welkom bij de bijenkastclub"), Codes{});
}

TEST(ANewPassword, IgnoresPartsOfANameTooShortToTell)
{
    auto account = noor();
    account.name = "Bo de Wit";
    account.email = "b@w.example";
    EXPECT_EQ(refusals(check_new_password("bowit-dekzeil-9", account)), Codes{});
}

TEST(ANewPassword, MustKeepEightCharactersOfFiveKinds)
{
    EXPECT_EQ(refused("welkomfjpquvx"), Codes{"password:password.common"}) << "seven remain";
    EXPECT_EQ(refused("welkomfjpquvxy"), Codes{}) << "eight remain";
    EXPECT_EQ(refused("fjpqfjpqfjpq"), Codes{"password:password.common"}) << "four kinds";
    EXPECT_EQ(refused("fjpquvfjpquvx"), Codes{});
    EXPECT_EQ(refused("fjpqufjpqufjpqu"), Codes{}) << "five kinds";
}

TEST(ANewPassword, KnowsTheLettersOfANameFromAToZ)
{
    Account account;
    account.name = "Aziz Żółw";
    EXPECT_EQ(refusals(check_new_password("aziz-fjpquvx", account)), Codes{});
    EXPECT_EQ(refusals(check_new_password("aziz-fjpquv1", account)), Codes{});
    EXPECT_EQ(refusals(check_new_password("aziz-fjp-aziz", account)), Codes{"password:password.context"});
    EXPECT_EQ(refusals(check_new_password("żółw-fjp-żółw", account)), Codes{});
    EXPECT_EQ(refusals(check_new_password("Żółw-fjp-Żółw", account)), Codes{"password:password.context"});
}

TEST(ANewPassword, OfSomebodyElseMayHoldOnesName)
{
    EXPECT_EQ(refusals(check_new_password("noor.vandijk.7", Account{})), Codes{});
}

} // namespace

} // namespace rondetafel
