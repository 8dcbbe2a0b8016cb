// SPDX-License-Identifier: EUPL-1.2
#include "given.hpp"
#include "repeating.hpp"

#include <rondetafel/domain/accounts.hpp>

#include <gtest/gtest.h>

#include <set>

namespace rondetafel
{

namespace
{

using namespace std::chrono;

const auto morning = given::at("2024-06-03T09:00");

TEST(BackingOff, BeginsAfterFiveFreeFailuresAndStaysBelowAQuarter)
{
    for (int failures = -1; failures <= 5; ++failures)
        EXPECT_EQ(back_off(failures), 0s) << failures;
    const std::vector<seconds> known{2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 512s, 900s, 900s};
    for (std::size_t index = 0; index < known.size(); ++index)
        EXPECT_EQ(back_off(static_cast<int>(index) + 6), known[index]);
    EXPECT_EQ(back_off(2'000'000'000), 15min);
}

TEST(BackingOff, LetsEverybodyInWhoWaits)
{
    Account account;
    EXPECT_TRUE(may_try(account, morning));
    account.failed_at = morning;
    account.failures = 5;
    EXPECT_TRUE(may_try(account, morning));
    account.failures = 6;
    EXPECT_FALSE(may_try(account, morning + 1s));
    EXPECT_TRUE(may_try(account, morning + 2s));
    account.failures = 1'000'000;
    EXPECT_FALSE(may_try(account, morning + 15min - 1s));
    EXPECT_TRUE(may_try(account, morning + 15min));
}

TEST(BeingSignedIn, EndsAfterAnIdleHour)
{
    EXPECT_TRUE(session_alive(morning, morning, morning));
    EXPECT_TRUE(session_alive(morning, morning, morning + 1h - 1s));
    EXPECT_FALSE(session_alive(morning, morning, morning + 1h));
}

TEST(BeingSignedIn, EndsAfterTwelveHoursOfWork)
{
    EXPECT_TRUE(session_alive(morning, morning + 12h - 2s, morning + 12h - 1s));
    EXPECT_FALSE(session_alive(morning, morning + 12h - 1s, morning + 12h));
}

TEST(RecoveryCodes, AreTenDifferentOnesOf80Bits)
{
    SystemRandomness randomness;
    const auto codes = new_recovery_codes(randomness);
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
    for (const auto& code : codes)
    {
        ASSERT_EQ(code.size(), 19U);
        for (std::size_t at = 0; at < code.size(); ++at)
            EXPECT_EQ(code[at] == '-', at % 5 == 4) << code;
        EXPECT_EQ(recovery_code_from(code).size(), 16U);
    }
}

TEST(RecoveryCodes, FollowFromTheBytesGiven)
{
    Repeating zeros('\0');
    EXPECT_EQ(new_recovery_codes(zeros).at(9), "0000-0000-0000-0000");
    Repeating ones('\xff');
    EXPECT_EQ(new_recovery_codes(ones).at(0), "zzzz-zzzz-zzzz-zzzz");
}

TEST(RecoveryCodes, MayBeTypedAsPeopleType)
{
    EXPECT_EQ(recovery_code_from("0123-abcd-efgh-jkmn"), "0123abcdefghjkmn");
    EXPECT_EQ(recovery_code_from(" O1l3 ABCD EFGH JKMN\t"), "0113abcdefghjkmn");
    EXPECT_EQ(recovery_code_from("i-I-l-L-o-O"), "111100");
    EXPECT_EQ(recovery_code_from("AZ"), "az");
    EXPECT_EQ(recovery_code_from(""), "");
}

} // namespace

} // namespace rondetafel
