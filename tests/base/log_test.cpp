// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/log.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace rondetafel
{

namespace
{

std::string logged(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {})
{
    testing::internal::CaptureStderr();
    log_event(level, event, fields);
    return testing::internal::GetCapturedStderr();
}

TEST(ALogLine, HoldsNamesAndValues)
{
    const auto line =
        logged(LogLevel::info, "letter.sent", {{"letter", 812}, {"ms", 143}, {"relay", "accepted"}});
    EXPECT_NE(line.find(" level=info event=letter.sent letter=812 ms=143 relay=accepted\n"),
              std::string::npos)
        << line;
    EXPECT_EQ(line.rfind("time=", 0), 0U) << line;
    EXPECT_NE(logged(LogLevel::warning, "a.b").find("level=warning"), std::string::npos);
    EXPECT_NE(logged(LogLevel::error, "a.b").find("level=error"), std::string::npos);
}

TEST(ALogLine, IsOneLineWhateverItSays)
{
    const auto line = logged(LogLevel::info, "a.b", {{"reason", "x\r\nlevel=error event=forged\x1b[0m"}});
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1) << line;
    EXPECT_EQ(line.find('\x1b'), std::string::npos);
    EXPECT_NE(line.find("reason=\"xlevel=error event=forged[0m\""), std::string::npos) << line;
}

TEST(ALogLine, QuotesWhatWouldRunIntoTheNext)
{
    const auto line =
        logged(LogLevel::info, "a.b", {{"empty", ""}, {"said", "a \"b\" \\"}, {"format", "{} %s"}});
    EXPECT_NE(line.find(R"(empty="" said="a \"b\" \\" format="{} %s")"), std::string::npos) << line;
}

} // namespace

} // namespace rondetafel
