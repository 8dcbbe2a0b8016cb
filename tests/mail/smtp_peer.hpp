// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/mail/smtp.hpp>

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace rondetafel::tests
{

/// tests/support/smtp_peer.py as a child process, with a folder of its own; both are gone when this is.
/// Throws std::runtime_error when the server does not come up within ten seconds.
class SmtpPeer
{
public:
    explicit SmtpPeer(std::vector<std::string> options = {});
    SmtpPeer(const SmtpPeer&) = delete;
    SmtpPeer& operator=(const SmtpPeer&) = delete;
    ~SmtpPeer();

    /// A relay in the clear at this server, with waits of a second or two.
    mail::Relay relay() const;
    /// The same with TLS, trusting the server's own certificate.
    mail::Relay relay(mail::Relay::Tls tls) const;

    /// The messages kept so far, in order.
    std::vector<std::string> messages() const;
    /// The lines of envelopes.jsonl and dialogue.log.
    std::vector<std::string> envelopes() const;
    std::vector<std::string> dialogue() const;
    /// How many lines of the dialogue hold `part`.
    std::size_t said(const std::string& part) const;
    std::size_t connections() const { return said(" +"); }

    std::uint16_t port() const { return port_; }
    const std::filesystem::path& folder() const { return folder_; }
    /// Stops the server; a second call does nothing.
    void stop();

private:
    std::vector<std::string> lines(const char* name) const;
    void read_port();

    std::filesystem::path folder_;
    pid_t process_ = -1;
    int output_ = -1;
    std::uint16_t port_ = 0;
};

} // namespace rondetafel::tests
