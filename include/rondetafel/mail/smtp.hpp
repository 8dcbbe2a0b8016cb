// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/mail/relay.hpp>

#include <functional>
#include <memory>
#include <stop_token>
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
    /// The last SMTP reply code of the session, 0 when there was none.
    int code = 0;
    /// The last line the server said: printable ASCII, at most 300 bytes. It may quote an address.
    std::string reply;
    /// libcurl's words for a transfer that broke, for the log; they hold no addresses.
    std::string cause;
    /// Permanent, and about this very recipient: not about policy, content or sender.
    bool bad_address = false;
};

/// A stable word for logs and rows: "accepted", "relay_unavailable", …
std::string_view word(Delivery::Kind kind);

/// Carries messages to one relay over one connection that is kept open between messages. One object per
/// thread; it may be made on one thread and used on another, never on two at once. Other settings need
/// another Smtp: its connection is never shared. `send` blocks for as long as the relay's timeouts allow. The
/// end of the object says QUIT and does not wait for an answer.
class Smtp
{
public:
    /// Throws std::invalid_argument when host or EHLO name cannot stand in a URL.
    explicit Smtp(Relay relay);
    Smtp(Smtp&&) noexcept;
    Smtp& operator=(Smtp&&) noexcept;
    ~Smtp();

    /// One transaction with one recipient (RFC 5321).
    ///
    /// `message` is the complete RFC 5322 message: CRLF line ends only, ASCII, no NUL, lines of at most 998
    /// bytes; std::logic_error otherwise, before anything is sent. An address that does not pass
    /// checked_address is answered without asking the relay: misconfigured for the sender, permanent for the
    /// recipient.
    ///
    /// `before_body` is called exactly once, after the server's 354 and before the first byte of the message
    /// leaves; not at all when the server refuses before that. When it throws, the transfer is broken off,
    /// nothing counts as sent, and the exception comes out of `send`.
    ///
    /// `stop` breaks a running transfer off within about a second, for a shutdown that cannot wait for the
    /// relay; the outcome is then transient, relay_unavailable or, after the end of the message, uncertain.
    ///
    /// What breaks on a connection kept from an earlier message, before 354, is tried once more on a fresh
    /// one.
    Delivery send(const Envelope& envelope, std::string_view message,
                  const std::function<void()>& before_body, std::stop_token stop = {});

private:
    class Handle;
    std::unique_ptr<Handle> handle_;
};

} // namespace rondetafel::mail
