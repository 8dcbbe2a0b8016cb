// SPDX-License-Identifier: EUPL-1.2
#include "running_server.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace rondetafel::http::testing
{

namespace
{

const std::map<std::string, std::string> always{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
     "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Frame-Options", "DENY"},
    {"Cache-Control", "no-store"},
};

void expect_security_headers(const std::string& answer)
{
    for (const auto& [name, value] : always)
        EXPECT_EQ(header_of(answer, name), value) << answer;
    EXPECT_TRUE(header_of(answer, "Date").ends_with(" GMT")) << answer;
    EXPECT_EQ(header_of(answer, "Server"), "");
    EXPECT_EQ(answer.find("Beast"), std::string::npos);
    EXPECT_EQ(answer.find("Boost"), std::string::npos);
}

Response answer_by_path(Request& request)
{
    if (request.path == "/throws")
        throw std::runtime_error("secret detail");
    if (request.path == "/unchanged")
        return not_modified();
    if (request.path == "/moved")
        return see_other("/elsewhere");
    return text(request.path == "/missing" ? 404 : 200, "content");
}

} // namespace

TEST(SecurityHeaders, StandOnEveryAnswer)
{
    RunningServer server{answer_by_path};
    for (const char* path : {"/", "/missing", "/throws", "/unchanged", "/moved"})
        expect_security_headers(server.get(path));
}

TEST(SecurityHeaders, StandOnRefusalsToo)
{
    RunningServer server{answer_by_path};
    const auto host = "Host: " + server.host() + "\r\n";
    const std::map<int, std::string> refused{
        {400, "GET / HTTP/1.1\r\n\r\n"},
        {405, "PUT / HTTP/1.1\r\n" + host + "\r\n"},
        {411, "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n"},
        {413, "POST / HTTP/1.1\r\n" + host + "Content-Length: 65537\r\n\r\n"},
        {417, "GET / HTTP/1.1\r\n" + host + "Expect: more\r\n\r\n"},
        {421, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"},
        {431, "GET / HTTP/1.1\r\n" + host + "X: " + std::string(20'000, 'x') + "\r\n\r\n"},
        {505, "GET / HTTP/3.0\r\n" + host + "\r\n"},
    };
    for (const auto& [status, bytes] : refused)
    {
        const auto answer = server.exchange(bytes);
        EXPECT_EQ(status_of(answer), status);
        EXPECT_EQ(header_of(answer, "Connection"), "close");
        EXPECT_EQ(header_of(answer, "Content-Type"), "text/plain; charset=utf-8");
        expect_security_headers(answer);
    }
}

TEST(SecurityHeaders, AskForHttpsOnlyWhereThatIsTheAddress)
{
    EXPECT_EQ(header_of(RunningServer{answer_by_path}.get("/"), "Strict-Transport-Security"), "");
    Wanted wanted;
    wanted.settings.https = true;
    EXPECT_EQ(header_of(RunningServer(answer_by_path, wanted).get("/"), "Strict-Transport-Security"),
              "max-age=31536000; includeSubDomains");
}

TEST(SecurityHeaders, GiveWayToAPageThatKnowsBetter)
{
    RunningServer server{[](Request&)
                         {
                             auto response = text(200, "preview");
                             response.set_header("content-security-policy", "sandbox");
                             response.set_header("cache-control", "public, max-age=60");
                             return response;
                         }};
    const auto answer = server.get("/");
    EXPECT_EQ(header_of(answer, "Content-Security-Policy"), "sandbox");
    EXPECT_EQ(header_of(answer, "Cache-Control"), "public, max-age=60");
    EXPECT_EQ(answer.find("default-src"), std::string::npos);
    EXPECT_EQ(answer.find("no-store"), std::string::npos);
}

TEST(ResponseSplitting, IsRefusedEvenPastSetHeader)
{
    RunningServer server{[](Request& request)
                         {
                             auto response = text(200, "never");
                             if (request.path == "/value")
                                 response.headers.emplace_back("X-Name", "a\r\nSet-Cookie: stolen=1");
                             if (request.path == "/name")
                                 response.headers.emplace_back("X-Name: a\r\nSet-Cookie", "stolen=1");
                             if (request.path == "/type")
                                 response.content_type = "text/html\r\nSet-Cookie: stolen=1";
                             return response;
                         }};
    for (const char* path : {"/value", "/name", "/type"})
    {
        const auto answer = server.get(path);
        EXPECT_EQ(status_of(answer), 500) << path;
        EXPECT_EQ(answer.find("stolen"), std::string::npos) << path;
    }
}

TEST(ResponseSplitting, AlsoCoversAStatusThatIsNone)
{
    RunningServer server{[](Request&) { return text(99, "never"); }};
    EXPECT_EQ(status_of(server.get("/")), 500);
}

} // namespace rondetafel::http::testing
