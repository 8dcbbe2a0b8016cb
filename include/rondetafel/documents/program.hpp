// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::documents
{

/// What a program may use. Beyond any of these it is killed, with everything it started.
struct ProgramLimits
{
    std::chrono::milliseconds time{60'000}; ///< by the wall, steady clock
    std::chrono::seconds cpu{60};
    std::size_t memory_bytes = std::size_t{2} * 1024 * 1024 * 1024; ///< of address space
    std::size_t output_bytes = std::size_t{32} * 1024 * 1024;       ///< of what it may write to us
    std::size_t file_bytes = std::size_t{64} * 1024 * 1024;         ///< of each file it may write
};

/// A program to run, without a shell. It inherits nothing of ours: no environment, no open file, no network.
struct Program
{
    std::filesystem::path path;
    std::vector<std::string> arguments;
    std::vector<std::string> environment; ///< "NAME=value"
    std::filesystem::path folder;         ///< where it runs
    std::string input;                    ///< what it reads on standard input
};

enum class Ending
{
    done,     ///< exit status 0
    failed,   ///< another status, or a signal
    missing,  ///< it could not be started
    too_long, ///< time ran out
    too_much, ///< it wrote more than it may
    stopped   ///< `go_on` said no
};

struct Ran
{
    Ending ending = Ending::failed;
    int status = 0;     ///< exit status, or minus the signal
    std::string output; ///< whole only when `ending` is done
    std::string errors; ///< the first 16 kB of standard error
};

/// Runs a program to its end. `go_on` is asked about ten times a second; when it says no, the program is killed.
/// Throws std::system_error when the machine has no pipe or process left.
Ran run_program(const Program& program, const ProgramLimits& limits, const std::function<bool()>& go_on = {});

/// Where a program of the system is, if it is installed.
std::optional<std::filesystem::path> find_program(std::string_view name);

/// A folder of its own for one run, for us only (mode 0700); gone with everything in it at the end.
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace rondetafel::documents
