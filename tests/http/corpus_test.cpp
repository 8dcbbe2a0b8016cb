// SPDX-License-Identifier: EUPL-1.2
#include "corpus.hpp"
#include "running_server.hpp"

#include <gtest/gtest.h>

#include <map>

namespace rondetafel::http::testing
{

namespace
{

/// Answers everything and remembers what got through.
class Witness
{
public:
    Response operator()(const Request& request)
    {
        const std::lock_guard lock{mutex_};
        seen_.push_back(request);
        return text(200, "seen");
    }
    std::vector<Request> seen() const
    {
        const std::lock_guard lock{mutex_};
        return seen_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<Request> seen_;
};

/// Sends the bytes, then the end, so that a server waiting for more cannot hold up the test.
std::string played(const RunningServer& server, const RawCase& raw)
{
    auto client = server.connect();
    client.send(filled(raw, server.host()));
    client.finish();
    return client.read_all();
}

std::string name_of(const ::testing::TestParamInfo<RawCase>& info)
{
    return std::string{info.param.category} + info.param.name;
}

} // namespace

class TheCorpus : public ::testing::TestWithParam<RawCase>
{
};

TEST_P(TheCorpus, EndsAsItShould)
{
    Witness witness;
    RunningServer server{std::ref(witness)};
    const auto answer = played(server, GetParam());
    const auto seen = witness.seen();
    for (const auto& request : seen)
        EXPECT_NE(request.path, "/smuggled");

    if (GetParam().fate == Fate::refused)
    {
        EXPECT_TRUE(seen.empty()) << answer;
        EXPECT_LE(statuses_of(answer).size(), 1U) << answer;
        EXPECT_TRUE(answer.empty() || status_of(answer) >= 400) << answer;
        EXPECT_EQ(header_of(answer, "Connection"), answer.empty() ? "" : "close");
    }
    for (const auto& request : seen)
    {
        const bool clean =
            !request.header("X-Remote-User") && !request.header("Cookie") && !request.header("X-Late");
        EXPECT_TRUE(clean && request.header("Host") == server.host());
    }
    EXPECT_EQ(status_of(server.get("/probe")), 200);
}

INSTANTIATE_TEST_SUITE_P(Raw, TheCorpus, ::testing::ValuesIn(raw_cases()), name_of);

class TheGoodRequests : public ::testing::TestWithParam<RawCase>
{
};

TEST_P(TheGoodRequests, AreAnswered)
{
    Witness witness;
    RunningServer server{std::ref(witness)};
    EXPECT_EQ(statuses_of(played(server, GetParam())), std::vector{200});
    EXPECT_EQ(witness.seen().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Good, TheGoodRequests, ::testing::ValuesIn(good_cases()), name_of);

TEST(TheCorpusItself, HasItsNumbersPerCategory)
{
    std::map<std::string, int> counts;
    for (const auto& raw : raw_cases())
        ++counts[raw.category];
    const std::map<std::string, int> expected{
        {"TransferEncoding", 12}, {"ContentLength", 9}, {"HeaderSyntax", 12}, {"ChunkSyntax", 8},
        {"Trailer", 4},           {"Host", 3},          {"Target", 5},        {"RequestLine", 7},
        {"Semantics", 2}};
    EXPECT_EQ(counts, expected);
    EXPECT_EQ(raw_cases().size(), 62U);
    EXPECT_EQ(good_cases().size(), 5U);
}

} // namespace rondetafel::http::testing
