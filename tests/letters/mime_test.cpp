// SPDX-License-Identifier: EUPL-1.2
#include "samples.hpp"

#include <rondetafel/base/secrets.hpp>

#include <gtest/gtest.h>

#include <regex>
#include <stdexcept>
#include <thread>

namespace rondetafel::letters
{

namespace
{

Letter receipt()
{
    return Letters(samples::source()).write(samples::facts(LetterKind::receipt));
}

/// The header of the message, unfolded.
std::string header_of(const std::string& message)
{
    auto header = message.substr(0, message.find("\r\n\r\n") + 2);
    return std::regex_replace(header, std::regex("\r\n[ \t]+"), " ");
}

bool has_line(const std::string& header, const std::string& line)
{
    return ("\r\n" + header).find("\r\n" + line + "\r\n") != std::string::npos;
}

} // namespace

TEST(Mime, BytesAreFitForEveryRelay)
{
    Letters letters(samples::source());
    for (const auto language : languages)
        for (const auto& [name, facts] : samples::all(language))
        {
            const auto message = to_mime(letters.write(facts), samples::headers());
            std::size_t length = 0;
            for (std::size_t at = 0; at < message.size(); ++at)
            {
                const auto byte = static_cast<unsigned char>(message[at]);
                ASSERT_TRUE(byte > 0 && byte < 0x80) << name << " at " << at;
                ASSERT_TRUE(byte != '\r' || message[at + 1] == '\n') << name;
                ASSERT_TRUE(byte != '\n' || (at > 0 && message[at - 1] == '\r')) << name;
                length = byte == '\n' ? 0 : length + 1;
                ASSERT_LE(length, 998u) << name;
            }
            EXPECT_TRUE(message.ends_with("\r\n")) << name;
        }
}

TEST(Mime, ALetterWithoutFileIsAlternativeAlone)
{
    const auto letter = Letters(samples::source()).write(samples::facts(LetterKind::invitation));
    const auto message = to_mime(letter, samples::headers());
    EXPECT_TRUE(has_line(header_of(message),
                         "Content-Type: multipart/alternative; boundary=\"=_rt_k4q7m2x9p3v8_a\""));
    EXPECT_EQ(message.find("multipart/mixed"), std::string::npos);
    EXPECT_EQ(message.find("text/calendar"), std::string::npos);
}

TEST(Mime, ACalendarFileIsAnAttachmentWithItsMethod)
{
    const auto message = to_mime(receipt(), samples::headers());
    EXPECT_TRUE(
        has_line(header_of(message), "Content-Type: multipart/mixed; boundary=\"=_rt_k4q7m2x9p3v8_m\""));
    const auto parts = std::regex_replace(message, std::regex("\r\n[ \t]+"), " ");
    EXPECT_NE(parts.find("Content-Type: text/calendar; charset=utf-8; method=PUBLISH; name=afspraak.ics"),
              std::string::npos)
        << message.substr(message.find("text/calendar") - 20, 300);
    EXPECT_NE(parts.find("Content-Disposition: attachment; filename=afspraak.ics"), std::string::npos);
    const auto cancelled = Letters(samples::source()).write(samples::facts(LetterKind::cancellation));
    EXPECT_NE(to_mime(cancelled, samples::headers()).find("method=CANCEL"), std::string::npos);
}

TEST(Mime, TheHeaderHoldsWhatItWasGiven)
{
    auto headers = samples::headers();
    const auto plain = header_of(to_mime(receipt(), headers));
    EXPECT_TRUE(has_line(plain, "Date: Mon, 03 Jun 2024 09:00:00 +0000")) << plain;
    EXPECT_TRUE(has_line(plain, "Message-Id: <inv.7f3k2m9qx4c5.s0@rondetafel.example>") ||
                has_line(plain, "Message-ID: <inv.7f3k2m9qx4c5.s0@rondetafel.example>"))
        << plain;
    EXPECT_TRUE(has_line(plain, "Reply-To: noor.vandijk@aalsmeer.example")) << plain;
    EXPECT_TRUE(has_line(plain, "Content-Language: nl"));
    EXPECT_EQ(plain.find("Auto-"), std::string::npos);
    EXPECT_EQ(plain.find("In-Reply-To"), std::string::npos);
    headers.automatic = headers.no_auto_reply = true;
    headers.references = "inv.first@rondetafel.example";
    headers.language = Language::pl;
    headers.reply_to.clear();
    const auto full = header_of(to_mime(receipt(), headers));
    EXPECT_TRUE(has_line(full, "Auto-Submitted: auto-generated"));
    EXPECT_TRUE(has_line(full, "X-Auto-Response-Suppress: OOF, AutoReply"));
    EXPECT_TRUE(has_line(full, "In-Reply-To: <inv.first@rondetafel.example>")) << full;
    EXPECT_TRUE(has_line(full, "References: <inv.first@rondetafel.example>")) << full;
    EXPECT_TRUE(has_line(full, "Content-Language: pl"));
    EXPECT_EQ(full.find("Reply-To: noor"), std::string::npos);
}

TEST(Mime, WhatLeavesByItselfSaysSo)
{
    for (const auto kind : {LetterKind::reminder, LetterKind::tomorrow, LetterKind::receipt,
                            LetterKind::place_offer, LetterKind::password_reset})
        EXPECT_TRUE(is_automatic(kind)) << word(kind);
    for (const auto kind : {LetterKind::invitation, LetterKind::update, LetterKind::cancellation})
        EXPECT_FALSE(is_automatic(kind)) << word(kind);
    EXPECT_TRUE(wants_no_auto_reply(LetterKind::reminder));
    EXPECT_FALSE(wants_no_auto_reply(LetterKind::receipt));
}

TEST(Mime, EncodedWordsKeepWithinTheirLimit)
{
    auto headers = samples::headers();
    headers.to_name =
        std::string("Żółć") + std::string(40, 'x') + "ąęśćżźńłóąęśćżźńłóąęśćżźńłóąęśćżźńłóąęśćżźńłó";
    auto letter = receipt();
    for (int i = 0; i < 60; ++i)
        letter.subject += "ż";
    const auto header = to_mime(letter, headers);
    const std::regex encoded{"=\\?[^?]+\\?[^?]\\?[^?]*\\?="};
    int words = 0;
    for (std::sregex_iterator at(header.begin(), header.end(), encoded), end; at != end; ++at, ++words)
    {
        EXPECT_LE(at->length(), 75) << at->str();
        EXPECT_TRUE(at->str().starts_with("=?utf-8?") || at->str().starts_with("=?UTF-8?")) << at->str();
    }
    EXPECT_GT(words, 4);
}

TEST(Mime, FourThreadsWriteTheSameBytes)
{
    const auto expected = sha256_hex(to_mime(receipt(), samples::headers()));
    std::vector<std::string> hashes(4);
    std::vector<std::thread> threads;
    for (auto& hash : hashes)
        threads.emplace_back(
            [&hash]
            {
                for (int i = 0; i < 20; ++i)
                    hash = sha256_hex(to_mime(receipt(), samples::headers()));
            });
    for (auto& thread : threads)
        thread.join();
    for (const auto& hash : hashes)
        EXPECT_EQ(hash, expected);
}

} // namespace rondetafel::letters
