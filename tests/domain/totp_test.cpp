// SPDX-License-Identifier: EUPL-1.2
#include "repeating.hpp"

#include <rondetafel/domain/accounts.hpp>

#include <gtest/gtest.h>

#include <set>

namespace rondetafel
{

namespace
{

/// The secret of RFC 6238, appendix B; its codes of eight figures cut to the last six.
const std::string rfc_secret = "12345678901234567890";

struct Vector
{
    long long second;
    const char* code;
};

const std::vector<Vector> rfc_vectors{{59, "287082"},         {1111111109, "081804"},
                                      {1111111111, "050471"}, {1234567890, "005924"},
                                      {2000000000, "279037"}, {20000000000, "353130"}};

TEST(ACode, OfTheStandardIsAccepted)
{
    for (const auto& vector : rfc_vectors)
        EXPECT_EQ(totp_step(rfc_secret, vector.code, from_epoch(vector.second), 0), vector.second / 30)
            << vector.second;
}

TEST(ACode, IsAcceptedOneStepEarlyOrLate)
{
    // The code of step 37037036 (second 1111111109), typed at every step around it.
    const long long step = 1111111109 / 30;
    for (long long offset = -4; offset <= 4; ++offset)
    {
        const auto found = totp_step(rfc_secret, "081804", from_epoch((step + offset) * 30 + 7), 0);
        EXPECT_EQ(found.has_value(), offset >= -1 && offset <= 1) << offset;
        if (found)
        {
            EXPECT_EQ(*found, step) << offset;
        }
    }
}

TEST(ACode, CountsOnce)
{
    const auto now = from_epoch(1111111109);
    const auto step = totp_step(rfc_secret, "081804", now, 0).value();
    EXPECT_EQ(totp_step(rfc_secret, "081804", now, step), std::nullopt);
    EXPECT_EQ(totp_step(rfc_secret, "081804", now, step + 1), std::nullopt)
        << "nor an older one after a newer";
    EXPECT_EQ(totp_step(rfc_secret, "081804", now, step - 1), step);
}

TEST(ACode, MayBeTypedInTwoGroups)
{
    EXPECT_TRUE(totp_step(rfc_secret, "287 082", from_epoch(59), 0).has_value());
    EXPECT_TRUE(totp_step(rfc_secret, " 287082 ", from_epoch(59), 0).has_value());
}

TEST(ACode, ThatIsNoCodeIsRefused)
{
    for (const auto* bad :
         {"", "287083", "28708", "2870820", "94287082", "28708a", "+28708", "２８７０８２", "0287082"})
        EXPECT_EQ(totp_step(rfc_secret, bad, from_epoch(59), 0), std::nullopt) << bad;
    EXPECT_EQ(totp_step("another secret here!", "287082", from_epoch(59), 0), std::nullopt);
}

TEST(ASecondFactor, HasASecretOf160Bits)
{
    SystemRandomness randomness;
    std::set<std::string> secrets;
    for (int made = 0; made < 20; ++made)
        secrets.insert(new_totp_secret(randomness));
    EXPECT_EQ(secrets.size(), 20U);
    EXPECT_EQ(secrets.begin()->size(), 20U);
}

TEST(ASecondFactor, IsShownForTypingAndForScanning)
{
    EXPECT_EQ(totp_secret_text(rfc_secret), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    EXPECT_EQ(totp_secret_text("abc"), "MFRG G") << "without padding";
    EXPECT_EQ(totp_uri(rfc_secret, "Rondetafel Aalsmeer", "noor@aalsmeer.example"),
              "otpauth://totp/Rondetafel%20Aalsmeer:noor%40aalsmeer.example"
              "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Rondetafel%20Aalsmeer"
              "&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(totp_uri("abc", "azAZ09-._~", "/:@").substr(0, 38), "otpauth://totp/azAZ09-._~:%2F%3A%40?se");
    EXPECT_NE(totp_uri(rfc_secret, "A&b=c?", "x").find("issuer=A%26b%3Dc%3F&"), std::string::npos);
}

} // namespace

} // namespace rondetafel
