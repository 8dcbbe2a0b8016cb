// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/cookies.hpp>
#include <rondetafel/http/message.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace rondetafel::http::testing
{

TEST(SettingACookie, TiesItToThisHost)
{
    EXPECT_EQ(set_cookie({"session", "abc", std::nullopt, true}),
              "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    EXPECT_EQ(set_cookie({"session", "abc", std::chrono::hours{12}, true}),
              "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=43200");
}

TEST(SettingACookie, UsesTheBareNameOnPlainLoopback)
{
    EXPECT_EQ(set_cookie({"session", "abc", std::nullopt, false}),
              "session=abc; Path=/; HttpOnly; SameSite=Lax");
    EXPECT_EQ(cookie_name("session", false), "session");
    EXPECT_EQ(cookie_name("session", true), "__Host-session");
}

TEST(SettingACookie, CanRemoveIt)
{
    EXPECT_EQ(remove_cookie("session", true),
              "__Host-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
}

TEST(SettingACookie, RefusesBytesThatCookiesCannotCarry)
{
    for (const char* value : {"a;b", "a b", "a\r\nb", "a,b", "a\"b", "a\\b", "\x7f", "\xc3\xa9"})
        EXPECT_THROW(set_cookie({"session", value, std::nullopt, true}), std::invalid_argument) << value;
    for (const char* name : {"", "a b", "a=b", "a;b", "a\r\nb"})
        EXPECT_THROW(set_cookie({name, "value", std::nullopt, true}), std::invalid_argument) << name;
}

TEST(ReadingACookie, FindsTheExactName)
{
    Request request;
    request.headers = {{"cookie", "xsession=1; session=a=b;other=2 ; Session=3"}, {"Cookie", "late=4"}};
    EXPECT_EQ(request.cookie("session"), "a=b");
    EXPECT_EQ(request.cookie("other"), "2");
    EXPECT_EQ(request.cookie("late"), "4");
    EXPECT_EQ(request.cookie("Session"), "3");
    EXPECT_EQ(request.cookie("sess"), std::nullopt);
    EXPECT_EQ(request.cookie(""), std::nullopt);
}

} // namespace rondetafel::http::testing
