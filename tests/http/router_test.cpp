// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/http/router.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace rondetafel::http::testing
{

class FindingARoute : public ::testing::Test
{
protected:
    FindingARoute()
    {
        home = router.add(Method::get, "/");
        meetings = router.add(Method::get, "/bijeenkomsten");
        create = router.add(Method::post, "/bijeenkomsten");
        fresh = router.add(Method::get, "/bijeenkomsten/nieuw");
        meeting = router.add(Method::get, "/bijeenkomsten/:meeting");
        answer = router.add(Method::post, "/bijeenkomsten/:gathering/antwoord/:answer");
        link = router.add(Method::get, "/u/:token");
        other = router.add(Method::get, "/u/:token/:language");
    }

    int match(Method method, std::string_view path) { return router.match(method, path, found); }

    Router router;
    Fields found;
    int home, meetings, create, fresh, meeting, answer, link, other;
};

TEST_F(FindingARoute, TellsPathAndMethod)
{
    EXPECT_EQ(match(Method::get, "/"), home);
    EXPECT_EQ(match(Method::get, "/bijeenkomsten"), meetings);
    EXPECT_EQ(match(Method::post, "/bijeenkomsten"), create);
    EXPECT_EQ(match(Method::head, "/bijeenkomsten"), meetings);
    EXPECT_TRUE(found.empty());
}

TEST_F(FindingARoute, PrefersAWrittenPartToACapture)
{
    EXPECT_EQ(match(Method::get, "/bijeenkomsten/nieuw"), fresh);
    EXPECT_EQ(match(Method::get, "/bijeenkomsten/12"), meeting);
    EXPECT_EQ(found, (Fields{{"meeting", "12"}}));
    EXPECT_EQ(match(Method::post, "/bijeenkomsten/nieuw/antwoord/ja"), answer);
    EXPECT_EQ(found, (Fields{{"gathering", "nieuw"}, {"answer", "ja"}}));
}

TEST_F(FindingARoute, DecodesCaptures)
{
    EXPECT_EQ(match(Method::get, "/u/a%20b%2Fc+d/%C3%A9"), other);
    EXPECT_EQ(found, (Fields{{"token", "a b/c+d"}, {"language", "é"}}));
    for (const char* path : {"/u/%", "/u/%zz", "/u/%00", "/u/%ff", "/u/a/%ff"})
        EXPECT_EQ(match(Method::get, path), Router::no_such_path) << path;
    EXPECT_TRUE(found.empty());
}

TEST_F(FindingARoute, SaysWhetherThePathOrTheMethodIsWrong)
{
    for (const char* path : {"", "x", "/x", "//", "/bijeenkomsten/", "/bijeenkomsten//antwoord/ja", "/u",
                             "/u/", "/u/a/nl/x", "/Bijeenkomsten", "/u//nl", "/../u/a/b"})
        EXPECT_EQ(match(Method::get, path), Router::no_such_path) << path;
    EXPECT_EQ(match(Method::post, "/"), Router::method_not_allowed);
    EXPECT_EQ(match(Method::get, "/bijeenkomsten/1/antwoord/ja"), Router::method_not_allowed);
    EXPECT_EQ(match(Method::options, "/u/x"), Router::method_not_allowed);
    EXPECT_TRUE(found.empty());
}

TEST_F(FindingARoute, NamesTheMethodsOfAPath)
{
    EXPECT_EQ(router.allowed("/bijeenkomsten"), "GET, HEAD, POST");
    EXPECT_EQ(router.allowed("/bijeenkomsten/1/antwoord/ja"), "POST");
    EXPECT_EQ(router.allowed("/x"), "");
}

TEST_F(FindingARoute, KeepsThePatternForTheLog)
{
    EXPECT_EQ(router.pattern(link), "/u/:token");
}

TEST_F(FindingARoute, RefusesWrongTables)
{
    EXPECT_THROW(router.add(Method::get, "/u/:same"), std::invalid_argument);
    EXPECT_THROW(router.add(Method::get, "u"), std::invalid_argument);
    EXPECT_THROW(router.add(Method::get, "/a/:"), std::invalid_argument);
    EXPECT_THROW(router.add(Method::head, "/a"), std::invalid_argument);
    EXPECT_THROW(router.add(Method::get, "/:a/:b/:c/:d/:e/:f/:g/:h/:i"), std::invalid_argument);
}

} // namespace rondetafel::http::testing
