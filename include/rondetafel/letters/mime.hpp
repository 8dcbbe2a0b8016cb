// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/letters/letter.hpp>

#include <string>

namespace rondetafel::letters
{

/// Everything in the header of a message; fixed when the letter is queued, so that a second try is the same
/// message.
struct MimeHeaders
{
    std::string from_name;
    std::string from_address;
    std::string reply_to; ///< empty: no Reply-To
    std::string to_name;
    std::string to_address;
    std::string message_id; ///< without angle brackets: "inv.7f3k2m9qx4c5.s0@rondetafel.example"
    Instant date;
    std::string seed;       ///< of the boundaries: 8 to 40 letters and digits
    bool automatic = false; ///< no person pressed a button for it; see is_automatic
    bool no_auto_reply =
        false;              ///< asks not to be answered by an out-of-office machine; see wants_no_auto_reply
    std::string references; ///< Message-ID of the first letter in the thread, without brackets; empty: none
    Language language = Language::nl;
};

/// Letters that leave by themselves say so (RFC 3834). Those a coordinator sends do not: there an
/// out-of-office reply tells that the person has left.
bool is_automatic(LetterKind kind);
/// Reminders only: a bounce must always come back.
bool wants_no_auto_reply(LetterKind kind);

/// The complete message (RFC 5322 and MIME): the same bytes for the same input in every process and locale,
/// ASCII, CRLF, lines of at most 998 bytes. multipart/alternative of text and HTML; with a calendar file
/// multipart/mixed around it and the attachment afspraak.ics. std::invalid_argument when an address is none,
/// or a header value holds a CR, LF, NUL or other control character. An encoded word that a person typed
/// ("=?…?=") is broken up, so that it stays what it was: text.
std::string to_mime(const Letter& letter, const MimeHeaders& headers);

} // namespace rondetafel::letters
