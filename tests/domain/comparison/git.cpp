// SPDX-License-Identifier: EUPL-1.2
#include "git.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace rondetafel
{

namespace
{

std::size_t words_in(const std::string& line)
{
    std::istringstream stream(line);
    std::size_t words = 0;
    for (std::string word; stream >> word;)
        ++words;
    return words;
}

void write(const std::filesystem::path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text << '\n';
}

} // namespace

GitWordDiff git_word_diff(const std::string& before, const std::string& after)
{
    const std::filesystem::path folder = testing::TempDir() + "rondetafel-git-" + std::to_string(getpid());
    std::filesystem::create_directories(folder);
    write(folder / "before", before);
    write(folder / "after", after);
    const auto command =
        "cd '" + folder.string() +
        "' && GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null git diff --no-index --no-color "
        "--text -U1000000 --word-diff=porcelain before after >out";
    const auto status = std::system(command.c_str());
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) <= 1) << command;
    GitWordDiff found;
    std::ifstream out(folder / "out", std::ios::binary);
    bool in_text = false;
    for (std::string line; std::getline(out, line);)
    {
        if (!in_text)
            in_text = line.starts_with("@@");
        else if (const auto words = line.empty() ? 0 : words_in(line.substr(1)); words > 0)
        {
            if (line[0] != '+')
                found.kept_before.insert(found.kept_before.end(), words, line[0] == ' ');
            if (line[0] != '-')
                found.kept_after.insert(found.kept_after.end(), words, line[0] == ' ');
            found.changed += line[0] == ' ' ? 0 : words;
        }
    }
    std::filesystem::remove_all(folder);
    return found;
}

} // namespace rondetafel
