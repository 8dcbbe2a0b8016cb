// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/web/routes.hpp>

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace rondetafel::web
{

namespace
{

using http::Method;

// Whoever is not signed in sees these and no others.
const std::set<std::string> for_anyone{
    "/theme.css", "/privacy",        "/toegankelijkheid", "/hulp",       "/.well-known/security.txt", "/readyz",
    "/metrics",   "/inloggen",       "/inloggen/code",    "/wachtwoord", "/wachtwoord/:token"};

std::string name_of(const Route& route)
{
    return std::string(route.method == Method::post ? "POST " : "GET ") + route.path;
}

TEST(Routes, StandInTheTableOnce)
{
    std::set<std::string> seen;
    for (const auto& route : routes())
        EXPECT_TRUE(seen.insert(name_of(route)).second) << name_of(route);
    EXPECT_GT(seen.size(), 50U);
}

TEST(Routes, OfTheRouterAreThoseOfTheTable)
{
    const auto router = make_router();
    for (std::size_t index = 0; index < routes().size(); ++index)
        EXPECT_EQ(router.pattern(static_cast<int>(index)), routes()[index].path);
}

TEST(Routes, AskForARoleUnlessListed)
{
    for (const auto& route : routes())
    {
        const std::string path = route.path;
        EXPECT_EQ(route.who == Who::anyone, for_anyone.contains(path)) << name_of(route);
        EXPECT_EQ(route.who == Who::partner, path.starts_with("/u/")) << name_of(route);
        EXPECT_EQ(route.who == Who::administrator, path.starts_with("/beheer/")) << name_of(route);
        EXPECT_NE(route.handler, nullptr) << name_of(route);
    }
}

TEST(Routes, ThatWriteAreForCoordinators)
{
    const std::set<std::string> about_oneself{"/uitloggen", "/uitloggen/overal", "/account", "/account/tweede-stap"};
    // Who may read a text may have it on paper: that changes nothing of it.
    const std::set<std::string> for_a_copy{"/convenanten/:covenant/versies/:version/bestand",
                                           "/convenanten/:covenant/vergelijken/bestand",
                                           "/convenanten/:covenant/reactienota/:round/bestand"};
    for (const auto& route : routes())
    {
        const bool by_readers = route.method == Method::post && route.who == Who::reader;
        EXPECT_TRUE(!by_readers || about_oneself.contains(route.path) || for_a_copy.contains(route.path)) << name_of(route);
    }
}

} // namespace

} // namespace rondetafel::web
