// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/mail/relay.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace rondetafel::mail
{

/// Who the relay is told the message is from, and the one person it goes to.
struct Envelope
{
    std::string sender;
    std::string recipient;
};

/// What became of one message.
struct Delivery
{
    enum class Kind
    {
        accepted,          ///< the relay took it over; not yet: delivered
        transient,         ///< this message not now; try again later
        permanent,         ///< this message never
        relay_unavailable, ///< the relay cannot be reached or trusted; no message is to blame
        misconfigured,     ///< the relay refuses *us*; a person must change settings
        uncertain          ///< the end of the message was sent and the answer lost: it may have been accepted
    };

    Kind kind = Kind::relay_unavailable;
    int code = 0;             ///< the last SMTP reply code of the session, 0 when there was none
    std::string reply;        ///< the last line the server said: printable ASCII, at most 300 bytes. May hold addresses
    std::string cause;        ///< libcurl's words for a transfer that broke, for the log; holds no addresses
    bool bad_address = false; ///< permanent, and about this very recipient: not about policy, content or sender
};

/// A stable word for logs and rows: "accepted", "relay_unavailable", …
std::string_view word(Delivery::Kind kind);

/// Carries messages to one relay over one connection that is kept open between messages. One object per thread;
/// it may be made on one thread and used on another, never on two at once. Other settings need another Smtp: its
/// connection is never shared. `send` blocks for as long as the relay's timeouts allow.
class Smtp
{
public:
    /// Throws std::invalid_argument when host or EHLO name cannot stand in a URL.
    explicit Smtp(Relay relay);
    Smtp(Smtp&&) noexcept;
    Smtp& operator=(Smtp&&) noexcept;
    ~Smtp();

    /// One transaction with one recipient (RFC 5321). `message` is the complete RFC 5322 message: CRLF line ends
    /// only, ASCII, no NUL, lines of at most 998 bytes; std::logic_error otherwise, before anything is sent.
    /// An address that does not pass checked_address is answered without asking the relay: misconfigured for the
    /// sender, permanent for the recipient.
    /// `before_body` is called exactly once, after the server's 354 and before the first byte of the message leaves;
    /// not at all when the server refuses before that. When it throws, the transfer is broken off, nothing counts
    /// as sent, and the exception comes out of `send`.
    /// What breaks on a connection kept from an earlier message, before 354, is tried once more on a fresh one.
    Delivery send(const Envelope& envelope, std::string_view message, const std::function<void()>& before_body);

private:
    class Handle;
    std::unique_ptr<Handle> handle_;
};

} // namespace rondetafel::mail
