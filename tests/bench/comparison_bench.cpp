// SPDX-License-Identifier: EUPL-1.2
// Measures the comparison of texts next to git's own word diff on the same two texts, in turns, in one run:
// `script/bench comparison`. The figures of use are the ratios. On a busy machine a process that must be
// started loses more than a function that is called, and long work more than short work; so git is compared
// with by the best of all turns, and one pair of texts with another by processor time.
#include "domain/comparison/generated.hpp"

#include <rondetafel/domain/comparison.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
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

struct Times
{
    double best, median;
};

Times times_of(std::vector<double> turns_taken)
{
    std::sort(turns_taken.begin(), turns_taken.end());
    return {turns_taken.front(), turns_taken[turns_taken.size() / 2]};
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

/// Two texts and what comparing them costs; git gets the same two.
class Pair
{
public:
    /// `compare` gives the number of runs.
    using Compare = std::function<std::size_t(const std::string& before, const std::string& after)>;

    Pair(std::string name, std::string before, std::string after, Compare compare = compare_as_words)
        : name_(std::move(name)), before_(std::move(before)), after_(std::move(after)),
          compare_(std::move(compare)),
          folder_(std::filesystem::temp_directory_path() / ("rondetafel-bench-" + std::to_string(getpid())))
    {
        std::filesystem::create_directories(folder_);
        std::ofstream(folder_ / "before") << before_;
        std::ofstream(folder_ / "after") << after_;
        measure();
        std::filesystem::remove_all(folder_);
        std::printf("  %-29s %5zu and %5zu bytes, %5zu runs: best %5.2f, median %5.2f, processor %5.2f ms; "
                    "git best %5.2f, "
                    "median %5.2f ms\n",
                    name_.c_str(), before_.size(), after_.size(), runs_, own_.best, own_.median,
                    processor_.best, git_.best, git_.median);
    }

    /// How many times as fast as git.
    double speed() const { return git_.best / own_.best; }
    double processor() const { return processor_.best; }

private:
    void measure()
    {
        std::vector<double> own;
        std::vector<double> processor;
        std::vector<double> git;
        for (int turn = 0; turn < turns; ++turn)
        {
            const auto begin = std::clock();
            own.push_back(milliseconds([this] { runs_ = compare_(before_, after_); }));
            processor.push_back(1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
            git.push_back(milliseconds([this] { run_git(folder_ / "before", folder_ / "after"); }));
        }
        own_ = times_of(std::move(own));
        processor_ = times_of(std::move(processor));
        git_ = times_of(std::move(git));
    }

    static std::size_t compare_as_words(const std::string& before, const std::string& after)
    {
        return compare_words(before, after).size();
    }

    std::string name_;
    std::string before_;
    std::string after_;
    Compare compare_;
    std::filesystem::path folder_;
    std::size_t runs_ = 0;
    Times own_{};
    Times processor_{};
    Times git_{};
};

std::size_t words_in(const std::string& text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string text_of(Generated& generated, std::size_t words_wanted)
{
    std::string text;
    for (std::size_t have = 0; have < words_wanted;)
    {
        const auto paragraph = generated.paragraph();
        have += words_in(paragraph);
        text += (text.empty() ? "" : "\n\n") + paragraph;
    }
    return text;
}

std::string letters(unsigned seed, const std::string& alphabet, const std::string& between = " ")
{
    Seeded random(seed);
    std::string text;
    while (text.size() < hostile_bytes)
        text.append(1, alphabet[random.up_to(alphabet.size() - 1)]).append(between);
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

CovenantText covenant_of(Generated& generated, std::size_t words_wanted)
{
    CovenantText text{"Convenant", {}, {}};
    for (std::size_t have = 0; have < words_wanted; have += words_in(text.articles.back().body))
        text.articles.push_back(generated.first_level(ArticleKind::article));
    return text;
}

/// The same number of edits in a covenant of articles, compared article by article. To git it is one text.
void measure_covenant()
{
    Generated generated(2025);
    const auto before = covenant_of(generated, words);
    auto after = before;
    for (std::size_t edit = 0; edit < edits; ++edit)
        generated.change_words(after.articles[generated.random.up_to(after.articles.size() - 1)].body, 1);
    const Pair covenant("a covenant of " + std::to_string(before.articles.size()) + " articles",
                        written_out(before), written_out(after), [&](const std::string&, const std::string&) {
                            std::size_t runs = 0;
                            for (const auto& change : compare(before, after).articles)
                                runs += change.heading.size() + change.body.size();
                            return runs;
                        });
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
    measure_covenant();
    const auto some = text_of(generated, words).substr(0, hostile_bytes);
    const auto unrelated = letters(3, "abcdefghijklmnopqrstuvwxyz0123456789");
    const Pair unrelated_texts("two unrelated texts", some,
                               shuffled(text_of(generated, words).substr(0, hostile_bytes), 4));
    double worst = unrelated_texts.processor();
    for (const auto& pair :
         {Pair("a text and its words shuffled", some, shuffled(some, 5)),
          Pair("no word in common", some, unrelated),
          Pair("one word, again and again", repeated("de "),
               repeated("de ").substr(0, hostile_bytes / 2) + repeated("het ")),
          Pair("two letters at random", letters(1, "ab"), letters(2, "ab")),
          Pair("two signs at random", letters(1, "()", ""), letters(2, "()", "")),
          Pair("ten signs at random", letters(1, "()[]{}<>;:", ""), letters(2, "()[]{}<>;:", "")),
          Pair("paragraphs of one letter", letters(1, "ab", "\n\n"), letters(2, "ab", "\n\n")),
          Pair("list items of one letter", letters(1, "ab", "\n- "), letters(2, "ab", "\n- ")),
          Pair("two letters against ten", letters(1, "ab"), letters(2, "abcdefghij"))})
        worst = std::max(worst, pair.processor());
    const auto unit = ordinary.processor();
    verdict("10,000 words, 5 % edits; git as a process = 1", ordinary.speed(), ordinary.speed() >= 2, ">= 2");
    verdict("two unrelated texts of 60 kB; the ordinary case = 1", unrelated_texts.processor() / unit,
            unrelated_texts.processor() <= 10 * unit, "<= 10");
    verdict("the worst of the hostile texts; the ordinary case = 1", worst / unit, worst <= 10 * unit,
            "<= 10");
}
