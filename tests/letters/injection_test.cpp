// SPDX-License-Identifier: EUPL-1.2
#include "samples.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>

namespace rondetafel::letters
{

namespace
{

using namespace std::string_literals;

const std::vector<std::string>& nasty()
{
    static const std::vector<std::string> values{"a\r\nBcc: dief@elders.example"s,
                                                 "a\nb"s,
                                                 "a\rb"s,
                                                 "a\0b"s,
                                                 "a\x07z"s,
                                                 "a\tb"s,
                                                 "a\x7Fz"s,
                                                 "a\xC2\x85z"s,
                                                 "=?UTF-8?Q?Burgemeester?="s,
                                                 "a =?utf-8?B?w6k=?= b"s,
                                                 "^n^'^^"s,
                                                 "\"Noor\" <noor@elders.example>"s,
                                                 "<script>alert(1)</script>"s,
                                                 "'><a href=//elders.example>"s,
                                                 "{{link}} [[shared.when]]"s,
                                                 "a\xE2\x80\xAEtxt.exe"s,
                                                 "a\xE2\x80\xA8z"s,
                                                 "\xFF\xC3"s,
                                                 "END:VEVENT\r\nBEGIN:VEVENT"s,
                                                 ";X=1:mailto:dief@elders.example"s};
    return values;
}

bool has_control(const std::string& value)
{
    for (std::size_t at = 0; at < value.size(); ++at)
    {
        const auto byte = static_cast<unsigned char>(value[at]);
        if (byte < 0x20 || byte == 0x7F ||
            (byte == 0xC2 && at + 1 < value.size() && static_cast<unsigned char>(value[at + 1]) < 0xA0))
            return true;
    }
    return false;
}

using Set = std::function<void(LetterFacts&, const std::string&)>;

Set in_meeting(std::string Meeting::*field)
{
    return [field](LetterFacts& facts, const std::string& value)
    {
        if (facts.meeting)
            (*facts.meeting).*field = value;
    };
}

Set in_round(std::string RoundFacts::*field)
{
    return [field](LetterFacts& facts, const std::string& value)
    {
        if (facts.round)
            (*facts.round).*field = value;
    };
}

void in_decision(LetterFacts& facts, const std::string& value)
{
    if (facts.round)
        facts.round->decisions = {{value, value, Outcome::partly, value}};
}

const std::vector<std::pair<std::string, Set>>& typed_fields()
{
    static const std::vector<std::pair<std::string, Set>> fields{
        {"title", in_meeting(&Meeting::title)},
        {"goal", in_meeting(&Meeting::goal)},
        {"agenda", in_meeting(&Meeting::agenda)},
        {"place", in_meeting(&Meeting::place)},
        {"address", in_meeting(&Meeting::address)},
        {"online_url", in_meeting(&Meeting::online_url)},
        {"covenant", in_round(&RoundFacts::covenant)},
        {"introduction", in_round(&RoundFacts::introduction)},
        {"author", in_round(&RoundFacts::author)},
        {"decision", in_decision},
        {"family", [](auto& facts, const auto& value) { facts.to_name.family = value; }},
        {"organisation", [](auto& facts, const auto& value) { facts.organisation = value; }},
        {"substitute_name", [](auto& facts, const auto& value) { facts.substitute_name = value; }},
        {"substitute_for", [](auto& facts, const auto& value) { facts.substitute_for = value; }},
        {"remark", [](auto& facts, const auto& value) { facts.remark = value; }},
        {"reason", [](auto& facts, const auto& value) { facts.cancel_reason = value; }},
        {"to_email", [](auto& facts, const auto& value) { facts.to_email = value; }},
        {"office", [](auto& facts, const auto& value) { facts.office.name = value; }},
        {"signed_by", [](auto& facts, const auto& value) { facts.office.signed_by = value; }},
        {"phone", [](auto& facts, const auto& value) { facts.office.phone = value; }},
    };
    return fields;
}

std::size_t count(const std::string& text, const std::string& piece)
{
    std::size_t found = 0;
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + piece.size()))
        ++found;
    return found;
}

/// A letter must be as whole as one without the nasty value: same tags, one event, no control bytes.
void expect_harmless(const Letter& letter, const std::string& what)
{
    EXPECT_FALSE(has_control(letter.subject)) << what;
    for (const auto* tag : {"<script", "<a href=//", "<noor@", "onclick"})
        EXPECT_EQ(letter.html.find(tag), std::string::npos) << what << ' ' << tag;
    EXPECT_EQ(letter.html.find('\0'), std::string::npos) << what;
    for (const auto* mark : {"\xE2\x80\xAE", "\xE2\x80\xA8", "\xFF", "\a", "\x7F", "\r"})
        EXPECT_EQ((letter.html + letter.text).find(mark), std::string::npos) << what;
    if (letter.calendar.empty())
        return;
    EXPECT_EQ(count(letter.calendar, "\r\nBEGIN:VEVENT\r\n"), 1u) << what;
    EXPECT_EQ(count(letter.calendar, "\r\nBcc"), 0u) << what;
    EXPECT_EQ(count(letter.calendar, "\n"), count(letter.calendar, "\r\n")) << what;
    EXPECT_EQ(count(letter.calendar, "\r"), count(letter.calendar, "\r\n")) << what;
}

} // namespace

TEST(Injection, WhatPeopleTypeStaysText)
{
    Letters letters(samples::source());
    for (const auto& [kind, kind_word] : Words<LetterKind>::all)
        for (const auto& [field, set] : typed_fields())
            for (const auto& value : nasty())
            {
                auto facts = samples::facts(kind);
                set(facts, value);
                const auto letter = letters.write(facts);
                expect_harmless(letter, std::string(kind_word) + ' ' + field);
                const auto message = to_mime(letter, samples::headers());
                const auto header = message.substr(0, message.find("\r\n\r\n"));
                EXPECT_EQ(count(header, "\r\nBcc:"), 0u) << field;
            }
}

TEST(Injection, HeadersRefuseControlCharactersAndKeepTheRestAsText)
{
    const auto letter = Letters(samples::source()).write(samples::facts(LetterKind::invitation));
    const auto names = {&MimeHeaders::from_name, &MimeHeaders::to_name};
    for (const auto name : names)
        for (const auto& value : nasty())
        {
            auto headers = samples::headers();
            headers.*name = value;
            if (has_control(value))
                EXPECT_THROW(to_mime(letter, headers), std::invalid_argument) << value;
            else
            {
                const auto message = to_mime(letter, headers);
                EXPECT_EQ(message.find("=?UTF-8?Q?Burgemeester?="), std::string::npos);
                EXPECT_EQ(message.find("=?utf-8?B?w6k=?="), std::string::npos);
            }
        }
    for (const auto& value : nasty())
    {
        auto changed = letter;
        changed.subject = value;
        if (has_control(value))
            EXPECT_THROW(to_mime(changed, samples::headers()), std::invalid_argument) << value;
        else
            EXPECT_NO_THROW(to_mime(changed, samples::headers())) << value;
    }
}

TEST(Injection, AddressesAndIdsAreWhatTheyMustBe)
{
    const auto letter = Letters(samples::source()).write(samples::facts(LetterKind::invitation));
    const auto strict = {&MimeHeaders::from_address, &MimeHeaders::to_address, &MimeHeaders::reply_to,
                         &MimeHeaders::message_id,   &MimeHeaders::references, &MimeHeaders::seed};
    for (const auto field : strict)
        for (auto value : nasty())
        {
            auto headers = samples::headers();
            headers.*field = value;
            EXPECT_THROW(to_mime(letter, headers), std::invalid_argument) << value;
            headers.*field = "zoe@partner.example\r\nBcc: dief@elders.example";
            EXPECT_THROW(to_mime(letter, headers), std::invalid_argument);
        }
    for (const auto field : {&MimeHeaders::from_address, &MimeHeaders::to_address, &MimeHeaders::message_id})
    {
        auto headers = samples::headers();
        (headers.*field).clear();
        EXPECT_THROW(to_mime(letter, headers), std::invalid_argument);
    }
}

TEST(Injection, ALinkOrUidThatCouldEndSomethingIsRefused)
{
    Letters letters(samples::source());
    for (const auto& value : {"https://a\" onclick=\"x"s, "https://a b"s, "https://a\r\nX: y"s})
    {
        auto facts = samples::facts(LetterKind::receipt);
        facts.link = value;
        EXPECT_THROW(letters.write(facts), std::invalid_argument) << value;
    }
    for (const auto& value : {"a\r\nATTENDEE:mailto:x@y"s, "a b"s, "é"s})
    {
        auto facts = samples::facts(LetterKind::receipt);
        facts.calendar_uid = value;
        EXPECT_THROW(letters.write(facts), std::invalid_argument) << value;
    }
}

} // namespace rondetafel::letters
