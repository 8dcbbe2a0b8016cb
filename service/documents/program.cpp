// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/program.hpp>

#include "confinement.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rondetafel::documents
{

namespace
{

using SteadyClock = std::chrono::steady_clock;
constexpr std::size_t errors_bytes_max = 16 * 1024;
constexpr std::chrono::milliseconds look_every{100};
constexpr std::chrono::milliseconds wait_every{5};

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

/// An open file that is closed in time.
class File
{
public:
    explicit File(int number = -1) : number_(number) {}
    ~File() { close(); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int number() const { return number_; }
    void take(int number)
    {
        close();
        number_ = number;
    }
    void close()
    {
        if (number_ >= 0)
            ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

struct Pipe
{
    Pipe()
    {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0)
            fail("pipe");
        out.take(ends[0]);
        in.take(ends[1]);
    }
    File out;
    File in;
};

void fill(const File& file, std::string_view input)
{
    while (!input.empty())
    {
        const auto written = write(file.number(), input.data(), input.size());
        if (written < 0 && errno != EINTR)
            fail("write");
        if (written > 0)
            input.remove_prefix(static_cast<std::size_t>(written));
    }
    if (lseek(file.number(), 0, SEEK_SET) != 0)
        fail("lseek");
}

std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> all;
    for (auto& word : words)
        all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

/// What the child needs between fork and exec, all made before: there nothing may be allocated.
struct Start
{
    const char* path;
    char* const* arguments;
    char* const* environment;
    const char* folder;
    const ProgramLimits& limits;
    int input, output, errors, failure;
};

[[noreturn]] void become(const Start& start)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    std::signal(SIGPIPE, SIG_DFL);
    constexpr int failure = 3;
    // Numbers 0 to 3 may be in use by what we hold, so everything moves up first.
    const int moved[] = {fcntl(start.input, F_DUPFD, 10), fcntl(start.output, F_DUPFD, 10),
                         fcntl(start.errors, F_DUPFD, 10), fcntl(start.failure, F_DUPFD, 10)};
    bool well = setpgid(0, 0) == 0;
    for (int number = 0; number < 4; ++number)
        well = well && dup2(moved[number], number) == number;
    well = well && close_range(failure + 1, ~0U, 0) == 0 && fcntl(failure, F_SETFD, FD_CLOEXEC) == 0 &&
           chdir(start.folder) == 0 && confine(start.limits);
    if (well)
        execve(start.path, start.arguments, start.environment);
    const int error = errno;
    const auto ignored = write(failure, &error, sizeof error);
    static_cast<void>(ignored);
    _exit(127);
}

/// The running program and its two outputs.
class Running
{
public:
    Running(const Program& program, const ProgramLimits& limits) : limits_(limits)
    {
        const File input(memfd_create("input", MFD_CLOEXEC));
        if (input.number() < 0)
            fail("memfd");
        fill(input, program.input);
        auto words = program.arguments;
        words.insert(words.begin(), program.path.string());
        auto environment = program.environment;
        const auto arguments = pointers(words);
        const auto variables = pointers(environment);
        const Start start{program.path.c_str(),  arguments.data(),         variables.data(),
                          program.folder.c_str(), limits,                  input.number(),
                          output_.in.number(),   errors_.in.number(),      failure_.in.number()};
        process_ = fork();
        if (process_ < 0)
            fail("fork");
        if (process_ == 0)
            become(start);
        output_.in.close();
        errors_.in.close();
        failure_.in.close();
        // Nothing comes when the program starts: exec closes the other end.
        int error = 0;
        ssize_t count = 0;
        do
            count = read(failure_.out.number(), &error, sizeof error);
        while (count < 0 && errno == EINTR);
        started_ = count == 0;
    }
    ~Running() { end(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    Ran follow(const std::function<bool()>& go_on)
    {
        Ran ran;
        const auto deadline = SteadyClock::now() + limits_.time;
        while (started_ && !finished(ran))
        {
            if (go_on && !go_on())
                return cut(ran, Ending::stopped);
            if (SteadyClock::now() >= deadline)
                return cut(ran, Ending::too_long);
            if (!gather(ran, look_every))
                return cut(ran, Ending::too_much);
        }
        if (!started_)
            return cut(ran, Ending::missing);
        while (output_.out.number() >= 0 && gather(ran, std::chrono::milliseconds(0)) && !quiet_)
            continue;
        if (ran.output.size() > limits_.output_bytes)
            return cut(ran, Ending::too_much);
        ran.ending = ran.status == 0 ? Ending::done : Ending::failed;
        return ran;
    }

private:
    // Kills the program with everything it started, and waits for it.
    void end()
    {
        if (process_ <= 0)
            return;
        kill(-process_, SIGKILL);
        kill(process_, SIGKILL);
        while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR)
            continue;
        process_ = -1;
    }

    Ran cut(Ran& ran, Ending ending)
    {
        end();
        ran.ending = ending;
        ran.output.clear();
        return std::move(ran);
    }

    bool finished(Ran& ran)
    {
        int status = 0;
        const auto who = waitpid(process_, &status, WNOHANG);
        if (who != process_)
            return false;
        ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        kill(-process_, SIGKILL); // what it left behind
        process_ = -1;
        return true;
    }

    // Takes what is there; false when it is more than allowed.
    bool gather(Ran& ran, std::chrono::milliseconds wait)
    {
        std::array<pollfd, 2> files{pollfd{output_.out.number(), POLLIN, 0}, pollfd{errors_.out.number(), POLLIN, 0}};
        if (files[0].fd < 0 && files[1].fd < 0)
        {
            std::this_thread::sleep_for(std::min(wait, wait_every));
            return true;
        }
        quiet_ = poll(files.data(), files.size(), static_cast<int>(wait.count())) <= 0;
        if (files[0].revents != 0)
            take(output_.out, ran.output, limits_.output_bytes + 1);
        if (files[1].revents != 0)
            take(errors_.out, ran.errors, errors_bytes_max);
        return ran.output.size() <= limits_.output_bytes;
    }

    static void take(File& file, std::string& text, std::size_t most)
    {
        std::array<char, 65536> buffer;
        const auto count = read(file.number(), buffer.data(), buffer.size());
        if (count > 0)
            text.append(buffer.data(), std::min(static_cast<std::size_t>(count), most - text.size()));
        else if (count == 0 || errno != EINTR)
            file.close();
    }

    const ProgramLimits& limits_;
    Pipe output_, errors_, failure_;
    pid_t process_ = -1;
    bool started_ = false;
    bool quiet_ = false;
};

} // namespace

Ran run_program(const Program& program, const ProgramLimits& limits, const std::function<bool()>& go_on)
{
    return Running(program, limits).follow(go_on);
}

std::optional<std::filesystem::path> find_program(std::string_view name)
{
    for (const char* folder : {"/usr/local/bin", "/usr/bin", "/bin"})
        if (const auto path = std::filesystem::path(folder) / name; access(path.c_str(), X_OK) == 0)
            return path;
    return std::nullopt;
}

TemporaryFolder::TemporaryFolder()
{
    auto name = (std::filesystem::temp_directory_path() / "rondetafel.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        fail("mkdtemp");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace rondetafel::documents
