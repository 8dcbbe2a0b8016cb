// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/message.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace rondetafel::http::testing
{

TEST(AResponse, ReplacesOrAddsHeaders)
{
    Response response;
    response.set_header("X-Name", "1").set_header("x-name", "2");
    response.add_header("Set-Cookie", "a=1").add_header("Set-Cookie", "b=2");
    EXPECT_EQ(response.headers, (Fields{{"x-name", "2"}, {"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}}));
    EXPECT_EQ(response.header("X-NAME"), "2");
    EXPECT_EQ(response.header("X-Other"), std::nullopt);
}

TEST(AResponse, RefusesControlBytesInHeaders)
{
    Response response;
    for (const char* value : {"a\r\nb", "a\nb", "a\rb", "\x01", "\x1f", "\t", "\x7f"})
    {
        EXPECT_THROW(response.set_header("X-Name", value), std::invalid_argument);
        EXPECT_THROW(response.add_header("X-Name", value), std::invalid_argument);
    }
    EXPECT_THROW(response.set_header("X-Name", std::string_view{"a\0b", 3}), std::invalid_argument);
    for (const char* name : {"", "X Name", "X:Name", "X\r\nName", "\xc3\xa9"})
        EXPECT_THROW(response.set_header(name, "value"), std::invalid_argument);
    EXPECT_TRUE(response.headers.empty());
    EXPECT_NO_THROW(response.set_header("Content-Disposition", "attachment; filename*=UTF-8''caf\xc3\xa9"));
}

TEST(AResponse, LeavesFramingToTheServer)
{
    Response response;
    for (const char* name : {"Content-Length", "transfer-encoding", "CONNECTION", "Content-Type"})
        EXPECT_THROW(response.set_header(name, "1"), std::invalid_argument);
}

TEST(ARedirect, StaysOnOurOwnSite)
{
    EXPECT_EQ(see_other("/bijeenkomsten/12?stap=2").header("Location"), "/bijeenkomsten/12?stap=2");
    EXPECT_EQ(see_other("/").status, 303);
    for (const char* location :
         {"", "//evil.example", "/\\evil.example", "https://evil.example", "a", "/a\r\nX: 1"})
        EXPECT_THROW(see_other(location), std::invalid_argument) << location;
}

TEST(ARequest, FindsHeadersInAnyCaseAndParametersByName)
{
    Request request;
    request.headers = {{"ACCEPT-LANGUAGE", "pl"}, {"accept-language", "nl"}};
    request.parameters = {{"meeting", "12"}};
    EXPECT_EQ(request.header("Accept-Language"), "pl");
    EXPECT_EQ(request.header("Accept"), std::nullopt);
    EXPECT_EQ(request.parameter("meeting"), "12");
    EXPECT_EQ(request.parameter("other"), "");
}

} // namespace rondetafel::http::testing
