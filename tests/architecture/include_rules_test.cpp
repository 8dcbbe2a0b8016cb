// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace rondetafel
{

namespace
{

using Names = std::set<std::string>;

// Keeps the folders in order. The table below is the architecture; change it on purpose or not at all.
const std::map<std::string, Names> may_include{
    {"base", {}},
    {"domain", {"base"}},
    {"http", {"base"}},
    {"templates", {"base"}},
    {"mail", {"base"}},
    {"storage", {"base", "domain"}},
    {"documents", {"base", "domain", "templates"}},
    {"actions", {"base", "domain", "storage"}},
    // Letters are written from what an action gathers about them (actions/letters.hpp).
    {"letters", {"base", "domain", "templates", "documents", "actions"}},
    // Pages reach records through actions only, so storage is not among these.
    {"web", {"base", "domain", "http", "templates", "documents", "letters", "actions"}},
    {"jobs", {"base", "domain", "storage", "actions", "documents", "letters", "mail", "templates"}},
    {"app",
     {"base", "domain", "http", "templates", "mail", "storage", "documents", "actions", "letters", "web", "jobs"}},
    {"cli",
     {"base", "domain", "http", "templates", "mail", "storage", "documents", "actions", "letters", "web", "jobs", "app"}},
};

const std::map<std::string, Names> only_home{
    {"soci/", {"storage"}},  {"boost/beast", {"http"}},     {"boost/asio", {"http"}},   {"curl/", {"mail"}},
    {"gmime", {"letters"}},  {"libical", {"documents"}},    {"kainjow", {"templates"}}, {"mustache", {"templates"}},
    {"sodium", {"base"}},    {"liboath", {"domain"}},       {"CLI/", {"cli"}},          {"spdlog", {"base"}},
    {"cmark", {"documents"}}, {"zip.h", {"documents"}},
    // Pages answer the script of the editor; documents speak it with pandoc.
    {"boost/json", {"web", "documents"}},
};

constexpr int lines_max = 400;

using Visit = std::function<void(const std::string& folder, const std::string& where, const std::string& line)>;

void for_each_file(const std::function<void(const std::string& folder, const std::filesystem::path& file)>& visit)
{
    const std::filesystem::path source{RONDETAFEL_SOURCE};
    int files = 0;
    for (const auto& root : {source / "service", source / "include/rondetafel"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
            {
                visit(std::filesystem::relative(entry.path(), root).begin()->string(), entry.path());
                ++files;
            }
    EXPECT_GT(files, 150) << "the test looks in the wrong place";
}

void for_each_line(const Visit& visit)
{
    for_each_file([&](const std::string& folder, const std::filesystem::path& file) {
        std::ifstream stream(file);
        int number = 0;
        for (std::string line; std::getline(stream, line);)
            visit(folder, file.string() + ':' + std::to_string(++number), line);
    });
}

TEST(Architecture, IncludesOnlyWhatTheTableAllows)
{
    const std::regex include{R"re(^\s*#include <rondetafel/([a-z]+)/)re"};
    for_each_line([&](const std::string& folder, const std::string& where, const std::string& line) {
        std::smatch found;
        if (folder == "main.cpp" || !std::regex_search(line, found, include) || found[1] == folder)
            return;
        const auto row = may_include.find(folder);
        ASSERT_NE(row, may_include.end()) << where << ": the folder is not in the table";
        EXPECT_TRUE(row->second.contains(found[1])) << where << ": " << line;
    });
}

TEST(Architecture, KeepsEachLibraryInOneFolder)
{
    const std::regex include{R"re(^\s*#include [<"]([^>"]+)[>"])re"};
    for_each_line([&](const std::string& folder, const std::string& where, const std::string& line) {
        std::smatch found;
        if (!std::regex_search(line, found, include))
            return;
        for (const auto& [library, homes] : only_home)
            EXPECT_TRUE(!found[1].str().starts_with(library) || homes.contains(folder)) << where << ": " << line;
    });
}

TEST(Architecture, KeepsFilesShort)
{
    for_each_file([](const std::string&, const std::filesystem::path& file) {
        std::ifstream stream(file);
        int number = 0;
        for (std::string line; std::getline(stream, line);)
            ++number;
        EXPECT_LT(number, lines_max) << file;
    });
}

// Nothing outside the server waits without holding a thread.
TEST(Architecture, AwaitsInHttpOnly)
{
    const std::regex coroutine{R"(\bco_await\b|\bco_return\b|\bco_yield\b|\bAwaitable<|\bawaitable<)"};
    for_each_line([&](const std::string& folder, const std::string& where, const std::string& line) {
        EXPECT_TRUE(folder == "http" || !std::regex_search(line, coroutine)) << where << ": " << line;
    });
}

// The compiler loses temporaries in awaiting statements of these shapes.
TEST(Architecture, AwaitsInPlainStatements)
{
    const std::regex risky{R"(co_await.*[{?]|[{?].*co_await|\b(if|while|for|switch)\s*\(.*co_await)"};
    for_each_line([&](const std::string&, const std::string& where, const std::string& line) {
        EXPECT_FALSE(std::regex_search(line, risky)) << where << ": " << line;
    });
}

} // namespace

} // namespace rondetafel
