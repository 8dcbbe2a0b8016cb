// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/program.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace rondetafel::documents::testing
{

namespace
{

Ran run(const char* path, std::vector<std::string> arguments, ProgramLimits limits = {}, std::string input = {},
        const std::function<bool()>& go_on = {})
{
    const TemporaryFolder folder;
    Program program;
    program.path = path;
    program.arguments = std::move(arguments);
    program.folder = folder.path();
    program.input = std::move(input);
    return run_program(program, limits, go_on);
}

Ran python(const std::string& code, ProgramLimits limits = {})
{
    return run("/usr/bin/python3", {"-I", "-c", code}, limits);
}

} // namespace

TEST(RunningAProgram, GivesInputAndTakesOutput)
{
    const std::string input(300'000, 'x');
    const auto ran = run("/usr/bin/wc", {"-c"}, {}, input);
    EXPECT_EQ(ran.ending, Ending::done);
    EXPECT_EQ(ran.output, "300000\n");
}

TEST(RunningAProgram, PassesBigOutputThroughWhole)
{
    const std::string input(5'000'000, 'y');
    const auto ran = run("/usr/bin/cat", {}, {}, input);
    EXPECT_EQ(ran.ending, Ending::done);
    EXPECT_EQ(ran.output, input);
}

TEST(RunningAProgram, UsesNoShell)
{
    const auto ran = run("/usr/bin/printf", {"%s", "$(id) `id` ; id"});
    EXPECT_EQ(ran.output, "$(id) `id` ; id");
}

TEST(RunningAProgram, SaysHowItEnded)
{
    EXPECT_EQ(run("/usr/bin/false", {}).ending, Ending::failed);
    const auto killed = run("/usr/bin/bash", {"-c", "echo broken >&2; kill -9 $$"});
    EXPECT_EQ(killed.ending, Ending::failed);
    EXPECT_EQ(killed.status, -9);
    EXPECT_EQ(killed.errors, "broken\n");
}

TEST(RunningAProgram, SaysThatItIsMissing)
{
    EXPECT_EQ(run("/usr/bin/no-such-program", {}).ending, Ending::missing);
    EXPECT_EQ(find_program("no-such-program"), std::nullopt);
    EXPECT_TRUE(find_program("cat"));
}

TEST(RunningAProgram, KillsWhatTakesTooLongWithItsChildren)
{
    ProgramLimits limits;
    limits.time = std::chrono::milliseconds(300);
    // The child of the program holds the pipe too; were it left alone, we would wait for it.
    const auto ran = run("/usr/bin/bash", {"-c", "sleep 1000 & echo $!; sleep 1000"}, limits);
    EXPECT_EQ(ran.ending, Ending::too_long);
    EXPECT_EQ(ran.output, "");
}

TEST(RunningAProgram, LeavesNoChildBehindWhenItEndsWell)
{
    const auto ran = run("/usr/bin/bash", {"-c", "sleep 1000 & echo $!"});
    ASSERT_EQ(ran.ending, Ending::done);
    const auto child = static_cast<pid_t>(std::stol(ran.output));
    for (int look = 0; look < 200 && kill(child, 0) == 0; ++look)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    // Gone, or waiting for the system to collect it.
    const auto state = run("/usr/bin/cat", {"/proc/" + std::to_string(child) + "/stat"});
    EXPECT_TRUE(state.ending == Ending::failed || state.output.find(") Z ") != std::string::npos) << state.output;
}

TEST(RunningAProgram, StopsWhenAsked)
{
    std::atomic<bool> stop = false;
    std::thread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop = true;
    });
    const auto ran = run("/usr/bin/sleep", {"1000"}, {}, {}, [&] { return !stop; });
    later.join();
    EXPECT_EQ(ran.ending, Ending::stopped);
}

TEST(RunningAProgram, HasALimitOnOutput)
{
    ProgramLimits limits;
    limits.output_bytes = 100'000;
    EXPECT_EQ(run("/usr/bin/cat", {"/dev/zero"}, limits).ending, Ending::too_much);
    EXPECT_EQ(run("/usr/bin/head", {"-c", "100001", "/dev/zero"}, limits).ending, Ending::too_much);
    EXPECT_EQ(run("/usr/bin/head", {"-c", "100000", "/dev/zero"}, limits).ending, Ending::done);
}

TEST(RunningAProgram, HasALimitOnMemory)
{
    ProgramLimits limits;
    limits.memory_bytes = std::size_t{300} * 1024 * 1024;
    EXPECT_EQ(python("print(len(bytearray(50_000_000)))", limits).output, "50000000\n");
    const auto ran = python("print(len(bytearray(600_000_000)))", limits);
    EXPECT_EQ(ran.ending, Ending::failed);
    EXPECT_NE(ran.errors.find("MemoryError"), std::string::npos);
}

TEST(RunningAProgram, HasALimitOnFilesAndProcessorTime)
{
    ProgramLimits limits;
    limits.file_bytes = 1000;
    EXPECT_NE(run("/usr/bin/dd", {"if=/dev/zero", "of=big", "bs=2000", "count=1"}, limits).ending, Ending::done);
    limits = {};
    limits.cpu = std::chrono::seconds(1);
    EXPECT_EQ(python("while True: pass", limits).ending, Ending::failed);
}

TEST(RunningAProgram, HasNoNetwork)
{
    const auto ran = python("import socket\n"
                            "for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):\n"
                            "    try:\n        socket.socket(family); print('open')\n"
                            "    except PermissionError: print('shut')\n");
    EXPECT_EQ(ran.output, "shut\nshut\nshut\n");
}

TEST(RunningAProgram, InheritsNeitherFilesNorEnvironment)
{
    const int leaked = open("/etc/hostname", O_RDONLY); // on purpose not close-on-exec
    ASSERT_GE(leaked, 0);
    const auto files = run("/usr/bin/ls", {"/proc/self/fd"});
    close(leaked);
    EXPECT_EQ(files.output, "0\n1\n2\n3\n"); // 3 is the folder that ls reads
    EXPECT_EQ(run("/usr/bin/env", {}).output, "");
}

TEST(RunningAProgram, RunsInItsOwnFolderThatGoesAway)
{
    std::filesystem::path kept;
    {
        const TemporaryFolder folder;
        kept = folder.path();
        EXPECT_EQ(std::filesystem::status(kept).permissions(), std::filesystem::perms::owner_all);
        Program program;
        program.path = "/usr/bin/touch";
        program.arguments = {"here"};
        program.folder = kept;
        EXPECT_EQ(run_program(program, {}).ending, Ending::done);
        EXPECT_TRUE(std::filesystem::exists(kept / "here"));
    }
    EXPECT_FALSE(std::filesystem::exists(kept));
}

} // namespace rondetafel::documents::testing
