// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/mail/smtp.hpp>

#include <curl/curl.h>

namespace rondetafel::mail
{

/// How far the dialogue came: the last thing said to the server.
enum class Stage
{
    session,   ///< connecting, EHLO, STARTTLS, sign-in
    sender,    ///< MAIL FROM
    recipient, ///< RCPT TO
    data,      ///< DATA, waiting for 354
    body,      ///< part of the message
    dot        ///< all of the message was handed to libcurl; the dot may have left
};

/// What was seen of one transfer.
struct Course
{
    CURLcode result = CURLE_OK;
    Stage stage = Stage::session;
    bool answered =
        false; ///< the server has answered what `stage` names; else `code` is of an earlier command
    int code = 0;
    std::string reply;
};

/// The last line of a reply for rows and people: printable ASCII ("?" for bytes above), no control bytes, 300
/// at most.
std::string presentable(std::string_view line);

/// True when nothing but the connection is to blame, so that another connection may do better.
bool connection_failed(const Course& course);

/// The table of outcomes: what a course means for the message, the relay and the settings.
Delivery verdict(const Course& course);

} // namespace rondetafel::mail
