// SPDX-License-Identifier: EUPL-1.2
#include "corpus.hpp"

#define SMUGGLED "GET /smuggled HTTP/1.1\r\nHost: HOST\r\n\r\n"
#define POST "POST / HTTP/1.1\r\nHost: HOST\r\n"
#define GET "GET / HTTP/1.1\r\nHost: HOST\r\n"
#define CHUNKED POST "Transfer-Encoding: chunked\r\n\r\n"

namespace rondetafel::http::testing
{

using namespace std::string_view_literals;

namespace
{

constexpr auto refused = Fate::refused;
constexpr auto dropped = Fate::trailer_dropped;

void add_encodings(std::vector<RawCase>& cases)
{
    static constexpr auto category = "TransferEncoding";
    const std::vector<RawCase> more{
        {category, "GzipAndLength", refused,
         POST "Transfer-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello" SMUGGLED},
        {category, "ChunkedAndLength", refused,
         POST "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" SMUGGLED},
        {category, "ChunkedThenGzip", refused,
         POST "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n" SMUGGLED},
        {category, "GzipThenChunked", refused,
         POST "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" SMUGGLED},
        {category, "IdentityAndLength", refused,
         POST "Transfer-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello" SMUGGLED},
        {category, "ChunkedInHttp10", refused,
         "POST / HTTP/1.0\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" SMUGGLED},
        {category, "NearlyChunked", refused,
         POST "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\nhello" SMUGGLED},
        {category, "TabBeforeChunked", refused, POST "Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n" SMUGGLED},
        {category, "TwoFields", refused,
         POST "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" SMUGGLED},
        {category, "WithParameter", refused,
         POST "Transfer-Encoding: chunked;q=1\r\nContent-Length: 5\r\n\r\nhello" SMUGGLED},
        {category, "EmptyValue", refused,
         POST "Transfer-Encoding: \r\nContent-Length: 5\r\n\r\nhello" SMUGGLED},
        {category, "PlainChunked", refused, CHUNKED "5\r\nhello\r\n0\r\n\r\n" SMUGGLED},
    };
    cases.insert(cases.end(), more.begin(), more.end());
}

void add_lengths(std::vector<RawCase>& cases)
{
    static constexpr auto category = "ContentLength";
    const std::vector<RawCase> more{
        {category, "Plus", refused, POST "Content-Length: +5\r\n\r\nhello" SMUGGLED},
        {category, "Minus", refused, POST "Content-Length: -1\r\n\r\n" SMUGGLED},
        {category, "Hexadecimal", refused, POST "Content-Length: 0x5\r\n\r\nhello" SMUGGLED},
        {category, "List", refused, POST "Content-Length: 5, 5\r\n\r\nhello" SMUGGLED},
        {category, "SpaceInside", refused, POST "Content-Length: 5 5\r\n\r\nhello" SMUGGLED},
        {category, "SameTwice", refused, POST "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello" SMUGGLED},
        {category, "TwoDiffer", refused, POST "Content-Length: 5\r\nContent-Length: 0\r\n\r\nhello" SMUGGLED},
        {category, "Overflow", refused, POST "Content-Length: 18446744073709551621\r\n\r\nhello" SMUGGLED},
        {category, "EmptyValue", refused, POST "Content-Length: \r\n\r\nhello" SMUGGLED},
    };
    cases.insert(cases.end(), more.begin(), more.end());
}

void add_header_syntax(std::vector<RawCase>& cases)
{
    static constexpr auto category = "HeaderSyntax";
    const std::vector<RawCase> more{
        {category, "SpaceBeforeColon", refused, POST "Content-Length : 5\r\n\r\nhello" SMUGGLED},
        {category, "TabBeforeColon", refused, GET "X-Name\t: 1\r\n\r\n"},
        {category, "FoldedLine", Fate::either, GET "X-Folded: one\r\n two\r\n\r\n"},
        {category, "NulInValue", refused, GET "X-Nul: a\0b\r\n\r\n"sv},
        {category, "NulInName", refused, GET "X-N\0ul: a\r\n\r\n"sv},
        {category, "BareLineFeed", refused, GET "X-One: 1\nX-Two: 2\r\n\r\n"},
        {category, "BareCarriageReturn", refused, GET "X-One: 1\rX-Two: 2\r\n\r\n"},
        {category, "EmptyName", refused, GET ": nameless\r\n\r\n"},
        {category, "NoColon", refused, GET "X-Without\r\n\r\n"},
        {category, "SpaceInName", refused, GET "X Name: 1\r\n\r\n"},
        {category, "LeadingSpace", refused, "GET / HTTP/1.1\r\n Host: HOST\r\nHost: HOST\r\n\r\n"},
        {category, "DeleteInName", refused, GET "X-\x7f: 1\r\n\r\n"},
    };
    cases.insert(cases.end(), more.begin(), more.end());
}

void add_chunks(std::vector<RawCase>& cases)
{
    static constexpr auto category = "ChunkSyntax";
    const std::vector<RawCase> more{
        {category, "SizeWithPrefix", refused, CHUNKED "0x5\r\nhello\r\n0\r\n\r\n" SMUGGLED},
        {category, "BareLineFeedAfterSize", refused, CHUNKED "5\nhello\r\n0\r\n\r\n" SMUGGLED},
        {category, "NegativeSize", refused, CHUNKED "-5\r\nhello\r\n0\r\n\r\n" SMUGGLED},
        {category, "SpaceBeforeSize", refused, CHUNKED " 5\r\nhello\r\n0\r\n\r\n" SMUGGLED},
        {category, "EmptySize", refused, CHUNKED "\r\nhello\r\n0\r\n\r\n" SMUGGLED},
        {category, "SizeOverflows", refused, CHUNKED "10000000000000005\r\nhello\r\n0\r\n\r\n" SMUGGLED},
        {category, "ExtensionWithLineFeed", refused, CHUNKED "5;a=\nb\r\nhello\r\n0\r\n\r\n" SMUGGLED},
        {category, "NoLineEndAfterData", refused, CHUNKED "5\r\nhello0\r\n\r\n" SMUGGLED},
    };
    cases.insert(cases.end(), more.begin(), more.end());
}

void add_trailers(std::vector<RawCase>& cases)
{
    static constexpr auto category = "Trailer";
    const std::vector<RawCase> more{
        {category, "RemoteUser", dropped, CHUNKED "0\r\nX-Remote-User: admin\r\n\r\n"},
        {category, "Cookie", dropped, CHUNKED "0\r\nCookie: session=stolen\r\n\r\n"},
        {category, "SecondHost", dropped, CHUNKED "0\r\nHost: evil.example\r\n\r\n"},
        {category, "Announced", dropped,
         POST "Trailer: X-Late\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Late: 1\r\n\r\n"},
    };
    cases.insert(cases.end(), more.begin(), more.end());
}

void add_addresses(std::vector<RawCase>& cases)
{
    const std::vector<RawCase> more{
        {"Host", "None", refused, "GET / HTTP/1.1\r\n\r\n"},
        {"Host", "Two", refused, "GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n"},
        {"Host", "Foreign", refused, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"},
        {"Target", "Fragment", refused, "GET /#part HTTP/1.1\r\nHost: HOST\r\n\r\n"},
        {"Target", "HighByte", refused, "GET /caf\xc3\xa9 HTTP/1.1\r\nHost: HOST\r\n\r\n"},
        {"Target", "AbsoluteForm", refused, "GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n"},
        {"Target", "Asterisk", refused, "OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n"},
        {"Target", "Backslash", refused, "GET /a\\b HTTP/1.1\r\nHost: HOST\r\n\r\n"},
    };
    cases.insert(cases.end(), more.begin(), more.end());
}

void add_request_lines(std::vector<RawCase>& cases)
{
    const std::vector<RawCase> more{
        {"RequestLine", "TwoSpaces", refused, "GET  / HTTP/1.1\r\nHost: HOST\r\n\r\n"},
        {"RequestLine", "LowerCaseVersion", refused, "GET / http/1.1\r\nHost: HOST\r\n\r\n"},
        {"RequestLine", "VersionTwo", refused, "GET / HTTP/2.0\r\nHost: HOST\r\n\r\n"},
        {"RequestLine", "NoVersion", refused, "GET /\r\nHost: HOST\r\n\r\n"},
        {"RequestLine", "TabBetween", refused, "GET\t/\tHTTP/1.1\r\nHost: HOST\r\n\r\n"},
        {"RequestLine", "LowerCaseMethod", refused, "get / HTTP/1.1\r\nHost: HOST\r\n\r\n"},
        {"RequestLine", "UnknownMethod", refused, "BREW / HTTP/1.1\r\nHost: HOST\r\n\r\n"},
        {"Semantics", "GetWithBody", refused, GET "Content-Length: 43\r\n\r\n" SMUGGLED},
        {"Semantics", "HeadWithBody", refused,
         "HEAD / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 43\r\n\r\n" SMUGGLED},
    };
    cases.insert(cases.end(), more.begin(), more.end());
}

std::vector<RawCase> all_raw_cases()
{
    std::vector<RawCase> cases;
    add_encodings(cases);
    add_lengths(cases);
    add_header_syntax(cases);
    add_chunks(cases);
    add_trailers(cases);
    add_addresses(cases);
    add_request_lines(cases);
    return cases;
}

} // namespace

const std::vector<RawCase>& raw_cases()
{
    static const auto cases = all_raw_cases();
    return cases;
}

const std::vector<RawCase>& good_cases()
{
    static const std::vector<RawCase> cases{
        {"Good", "Get", Fate::either, GET "Connection: close\r\n\r\n"},
        {"Good", "Head", Fate::either, "HEAD /a?b=c HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"},
        {"Good", "Form", Fate::either, POST "Connection: close\r\nContent-Length: 5\r\n\r\na=b&c"},
        {"Good", "Http10", Fate::either, "GET / HTTP/1.0\r\nHost: HOST\r\n\r\n"},
        {"Good", "Options", Fate::either,
         "OPTIONS / HTTP/1.1\r\nhost:HOST\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"},
    };
    return cases;
}

std::string filled(const RawCase& raw, const std::string& host)
{
    static constexpr std::string_view mark{"HOST"};
    std::string bytes{raw.bytes};
    for (auto at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + host.size()))
        bytes.replace(at, mark.size(), host);
    return bytes;
}

} // namespace rondetafel::http::testing
