// SPDX-License-Identifier: EUPL-1.2
#include "mail/smtp_peer.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace rondetafel::tests
{
namespace
{

constexpr int start_wait_ms = 10'000;

std::filesystem::path new_folder()
{
    std::string name = (std::filesystem::temp_directory_path() / "smtp-peer-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no folder for the SMTP peer");
    return name;
}

/// In the child, between fork and exec. The server goes down with the test, however that ends.
[[noreturn]] void become(std::vector<char*>& arguments, int output)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    execv(arguments.front(), arguments.data());
    _exit(127);
}

} // namespace

SmtpPeer::SmtpPeer(std::vector<std::string> options) : folder_(new_folder())
{
    std::vector<std::string> command{"/usr/bin/python3", RONDETAFEL_SOURCE "/tests/support/smtp_peer.py",
                                     "--folder", folder_.string()};
    command.insert(command.end(), options.begin(), options.end());
    std::vector<char*> arguments;
    for (auto& word : command)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe for the SMTP peer");
    output_ = ends[0];
    process_ = fork();
    if (process_ == 0)
        become(arguments, ends[1]);
    close(ends[1]);
    try
    {
        read_port();
    }
    catch (...)
    {
        stop();
        std::filesystem::remove_all(folder_);
        throw;
    }
}

SmtpPeer::~SmtpPeer()
{
    stop();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void SmtpPeer::stop()
{
    if (process_ > 0)
    {
        kill(process_, SIGTERM);
        waitpid(process_, nullptr, 0);
        close(output_);
    }
    process_ = -1;
}

void SmtpPeer::read_port()
{
    std::string text;
    pollfd wanted{output_, POLLIN, 0};
    while (text.find('\n') == std::string::npos)
    {
        char buffer[64];
        const auto count = poll(&wanted, 1, start_wait_ms) == 1 ? read(output_, buffer, sizeof buffer) : 0;
        if (count <= 0)
            throw std::runtime_error("the SMTP peer does not start");
        text.append(buffer, static_cast<std::size_t>(count));
    }
    port_ = static_cast<std::uint16_t>(std::stoi(text.substr(text.find(' '))));
}

mail::Relay SmtpPeer::relay() const
{
    mail::Relay relay;
    relay.host = "127.0.0.1";
    relay.port = port_;
    relay.tls = mail::Relay::Tls::none;
    relay.ehlo = "rondetafel.example";
    relay.connect_timeout = std::chrono::milliseconds(2'000);
    relay.reply_timeout = relay.dot_timeout = std::chrono::seconds(2);
    relay.total_timeout = std::chrono::seconds(8);
    return relay;
}

mail::Relay SmtpPeer::relay(mail::Relay::Tls tls) const
{
    auto secure = relay();
    secure.tls = tls;
    secure.ca_file = (folder_ / "peer.pem").string();
    return secure;
}

std::vector<std::string> SmtpPeer::messages() const
{
    std::vector<std::string> all;
    for (int number = 1;; ++number)
    {
        std::ifstream file(folder_ / (std::to_string(number) + ".eml"), std::ios::binary);
        if (!file)
            return all;
        std::ostringstream text;
        text << file.rdbuf();
        all.push_back(text.str());
    }
}

std::vector<std::string> SmtpPeer::lines(const char* name) const
{
    std::vector<std::string> all;
    std::ifstream file(folder_ / name);
    for (std::string line; std::getline(file, line);)
        all.push_back(line);
    return all;
}

std::vector<std::string> SmtpPeer::envelopes() const
{
    return lines("envelopes.jsonl");
}
std::vector<std::string> SmtpPeer::dialogue() const
{
    return lines("dialogue.log");
}

std::size_t SmtpPeer::said(const std::string& part) const
{
    const auto all = dialogue();
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(),
                                                  [&](const std::string& line)
                                                  { return line.find(part) != std::string::npos; }));
}

} // namespace rondetafel::tests
