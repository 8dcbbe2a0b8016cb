// SPDX-License-Identifier: EUPL-1.2
// Measures compare_words next to git's own word diff on the same two texts, in turns, in one run:
// `script/bench comparison`. The figures of use are the ratios; each time is the median of all turns.
#include "domain/comparison/generated.hpp"

#include <rondetafel/domain/comparison.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>

using namespace rondetafel;

namespace
{

constexpr int turns = 41;
constexpr std::size_t words = 10'000;
constexpr std::size_t edits = words / 20;
constexpr std::size_t hostile_bytes = 60'000;

double milliseconds(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void run_git(const std::string& before, const std::string& after)
{
    std::vector<std::string> arguments{"git", "diff", "--no-index", "--word-diff", before, after};
    std::vector<char*> pointers;
    for (auto& argument : arguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    int status = 0;
    const auto failed = posix_spawnp(&process, "git", &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0 || waitpid(process, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
        throw std::runtime_error("git diff did not run");
}

/// Two texts and what comparing them costs.
class Pair
{
public:
    Pair(std::string name, std::string before, std::string after)
        : name_(std::move(name)), before_(std::move(before)), after_(std::move(after)),
          folder_(std::filesystem::temp_directory_path() / ("rondetafel-bench-" + std::to_string(getpid())))
    {
        std::filesystem::create_directories(folder_);
        std::ofstream(folder_ / "before") << before_;
        std::ofstream(folder_ / "after") << after_;
        std::vector<double> own_times;
        std::vector<double> git_times;
        for (int turn = 0; turn < turns; ++turn)
        {
            own_times.push_back(milliseconds([this] { runs_ = compare_words(before_, after_).size(); }));
            git_times.push_back(milliseconds([this] { run_git(folder_ / "before", folder_ / "after"); }));
        }
        std::filesystem::remove_all(folder_);
        own_ = median(own_times);
        git_ = median(git_times);
        std::printf("  %-34s %7zu and %7zu bytes, %6zu runs: %8.2f ms, git %8.2f ms, %5.2f times as fast\n",
                    name_.c_str(), before_.size(), after_.size(), runs_, own_, git_, git_ / own_);
    }

    double own() const { return own_; }
    double git() const { return git_; }

private:
    std::string name_;
    std::string before_;
    std::string after_;
    std::filesystem::path folder_;
    std::size_t runs_ = 0;
    double own_ = 0;
    double git_ = 0;
};

std::string text_of(Generated& generated, std::size_t words_wanted)
{
    std::string text;
    for (std::size_t have = 0; have < words_wanted;)
    {
        const auto paragraph = generated.paragraph();
        have += static_cast<std::size_t>(std::count(paragraph.begin(), paragraph.end(), ' ')) + 1;
        text += (text.empty() ? "" : "\n\n") + paragraph;
    }
    return text;
}

std::string letters(unsigned seed, const std::string& alphabet)
{
    Seeded random(seed);
    std::string text;
    while (text.size() < hostile_bytes)
        text.append(1, alphabet[random.up_to(alphabet.size() - 1)]).append(" ");
    return text;
}

std::string repeated(const std::string& word)
{
    std::string text;
    while (text.size() < hostile_bytes)
        text += word;
    return text;
}

std::string shuffled(const std::string& text, unsigned seed)
{
    Seeded random(seed);
    std::vector<std::string> parts{""};
    for (const char letter : text)
        letter == ' ' ? parts.emplace_back() : parts.back() += letter, void();
    for (auto at = parts.size(); at-- > 1;)
        std::swap(parts[at], parts[random.up_to(at)]);
    std::string made;
    for (const auto& part : parts)
        made += part + ' ';
    return made;
}

void verdict(const char* what, double value, bool held, const char* target)
{
    std::printf("  %-56s %8.3f   target %s: %s\n", what, value, target, held ? "held" : "MISSED");
}

} // namespace

int main()
{
    Generated generated(2024);
    const auto before = text_of(generated, words);
    auto after = before;
    generated.change_words(after, edits);
    const Pair ordinary("10,000 words, 500 edits", before, after);
    const auto some = text_of(generated, words).substr(0, hostile_bytes);
    const auto unrelated = letters(3, "abcdefghijklmnopqrstuvwxyz0123456789");
    const Pair unrelated_texts("two unrelated texts", some,
                               shuffled(text_of(generated, words).substr(0, hostile_bytes), 4));
    double worst = unrelated_texts.own();
    for (const auto& pair : {Pair("a text and its words shuffled", some, shuffled(some, 5)),
                             Pair("no word in common", some, unrelated),
                             Pair("one word, again and again", repeated("de "),
                                  repeated("de ").substr(0, hostile_bytes / 2) + repeated("het ")),
                             Pair("two letters at random", letters(1, "ab"), letters(2, "ab")),
                             Pair("two letters against ten", letters(1, "ab"), letters(2, "abcdefghij"))})
        worst = std::max(worst, pair.own());
    verdict("10,000 words, 5 % edits; git as a process = 1", ordinary.git() / ordinary.own(),
            ordinary.git() >= 2 * ordinary.own(), ">= 2");
    verdict("two unrelated texts of 60 kB; the ordinary case = 1", unrelated_texts.own() / ordinary.own(),
            unrelated_texts.own() <= 10 * ordinary.own(), "<= 10");
    verdict("the worst of the hostile texts; the ordinary case = 1", worst / ordinary.own(),
            worst <= 10 * ordinary.own(), "<= 10");
}
