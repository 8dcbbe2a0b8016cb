// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "mail/smtp_peer.hpp"

#include <rondetafel/mail/smtp.hpp>

#include <ostream>
#include <string>

namespace rondetafel::mail
{

/// So that a failing expectation shows the word.
inline void PrintTo(Delivery::Kind kind, std::ostream* out)
{
    *out << word(kind);
}

} // namespace rondetafel::mail

namespace rondetafel::tests
{

using mail::Delivery;
using Kind = mail::Delivery::Kind;

inline const mail::Envelope envelope{"rondetafel@gemeente.example", "zofia@werkgever.example"};

/// A small letter; `number` makes it one of a kind. Holds a line that begins with a dot.
inline std::string letter(int number = 1)
{
    return "From: <rondetafel@gemeente.example>\r\nTo: <zofia@werkgever.example>\r\nMessage-ID: <" +
           std::to_string(number) + "@gemeente.example>\r\nSubject: Uitnodiging\r\n\r\n.Dag Zofia\r\n..\r\n";
}

/// A letter that needs no dot-stuffing: libcurl ends it by another path.
inline std::string plain_letter()
{
    return "Subject: Uitnodiging\r\n\r\nDag Zofia\r\n";
}

/// A letter whose body has at least `bytes` bytes.
inline std::string large_letter(std::size_t bytes)
{
    auto text = letter();
    while (text.size() < bytes)
        text += std::string(76, 'x') + "\r\n";
    return text;
}

/// Sends one letter over a new connection.
inline Delivery send_one(const mail::Relay& relay, int* before_body_calls = nullptr)
{
    return mail::Smtp(relay).send(envelope, letter(),
                                  [&]
                                  {
                                      if (before_body_calls != nullptr)
                                          ++*before_body_calls;
                                  });
}

} // namespace rondetafel::tests
