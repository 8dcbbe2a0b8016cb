// SPDX-License-Identifier: EUPL-1.2
#include "message_check.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace rondetafel::mail
{

TEST(CheckingAMessage, PassesCrlfLinesOfAscii)
{
    EXPECT_NO_THROW(require_fit_for_smtp("Subject: x\r\n\r\n.\r\n..\r\n\t\r\n"));
    EXPECT_NO_THROW(require_fit_for_smtp("\r\n"));
    EXPECT_NO_THROW(
        require_fit_for_smtp(std::string(line_bytes_max, 'x') + "\r\n" + std::string(998, 'y') + "\r\n"));
}

TEST(CheckingAMessage, RefusesEverythingElse)
{
    using namespace std::string_view_literals;
    for (const auto message : {""sv, "x"sv, "x\n"sv, "x\r"sv, "x\r\ny"sv, "x\r\n\n"sv, "x\r\r\n"sv,
                               "\nx\r\n"sv, "x\ry\r\n"sv, "x\0y\r\n"sv, "x\x80\r\n"sv, "caf\xc3\xa9\r\n"sv,
                               "x\r\n\n.\nMAIL FROM:<a@b.c>\r\n"sv, "x\r\n.\n"sv})
        EXPECT_THROW(require_fit_for_smtp(message), std::logic_error) << message;
    EXPECT_THROW(require_fit_for_smtp(std::string(999, 'x') + "\r\n"), std::logic_error);
}

TEST(CheckingAMessage, NamesTheFaultAndItsPlaceButNotTheText)
{
    try
    {
        require_fit_for_smtp("geheim\n");
        FAIL();
    }
    catch (const std::logic_error& error)
    {
        EXPECT_STREQ(error.what(), "message not fit for SMTP: lone LF at byte 6");
    }
}

} // namespace rondetafel::mail
