// SPDX-License-Identifier: EUPL-1.2
#include "samples.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace rondetafel::letters
{

namespace
{

/// No-break spaces count as spaces.
bool contains(std::string text, const std::string& piece)
{
    const std::string no_break = "\u00A0";
    for (auto at = text.find(no_break); at != std::string::npos; at = text.find(no_break, at))
        text.replace(at, no_break.size(), " ");
    return text.find(piece) != std::string::npos;
}

Letter written(const LetterFacts& facts)
{
    return Letters(samples::source()).write(facts);
}

LetterFacts receipt_of(Answer answer)
{
    auto facts = samples::facts(LetterKind::receipt);
    facts.answer = answer;
    facts.substitute_name = "Zoë van 't Hof";
    return facts;
}

} // namespace

TEST(Letters, AnInvitationSaysWhenWhereUntilWhenAndHow)
{
    const auto letter = written(samples::facts(LetterKind::invitation));
    EXPECT_EQ(letter.subject, "Uitnodiging: rondetafel op dinsdag 10 september 2024");
    for (const auto* piece :
         {"Geachte heer Wiśniewski,", "van 14.00 tot 16.00 uur", "Raadhuis Aalsmeer",
          "vóór dinsdag 3 september, 17.00 uur", "0297 12 34 56", "Noor van Dijk"})
    {
        EXPECT_TRUE(contains(letter.text, piece)) << piece;
        EXPECT_TRUE(contains(letter.html, piece)) << piece;
    }
    EXPECT_TRUE(contains(letter.text, std::string("\n\n") + samples::link + "\n\n"));
    EXPECT_TRUE(contains(letter.html, "Geef uw antwoord</a>"));
    EXPECT_TRUE(letter.calendar.empty());
}

TEST(Letters, NoLineEndsWithinAPhoneNumber)
{
    for (const auto language : languages)
    {
        const auto letter = written(samples::facts(LetterKind::invitation, language));
        for (const auto& text : {letter.text, letter.html})
            EXPECT_NE(text.find("0297\u00a012\u00a034\u00a056"), std::string::npos) << code(language);
    }
}

TEST(Letters, TheButtonAsksForAnAnswerAndGivesNone)
{
    const std::pair<Language, std::string> buttons[]{{Language::nl, "Geef uw antwoord"},
                                                     {Language::en, "Give your answer"},
                                                     {Language::pl, "Proszę odpowiedzieć"}};
    for (const auto& [language, button] : buttons)
        for (const auto kind : {LetterKind::invitation, LetterKind::reminder, LetterKind::place_offer,
                                LetterKind::substitute_invitation, LetterKind::update})
            EXPECT_TRUE(contains(written(samples::facts(kind, language)).html, ">" + button + "</a>"))
                << word(kind) << ' ' << button;
}

TEST(Letters, AReceiptRepeatsTheAnswer)
{
    EXPECT_TRUE(contains(written(receipt_of(Answer::yes)).html, "U komt. Bedankt!"));
    EXPECT_TRUE(contains(written(receipt_of(Answer::no)).html, "U komt niet. Bedankt voor uw bericht."));
    EXPECT_TRUE(
        contains(written(receipt_of(Answer::substitute)).text, "Zoë van 't Hof komt voor u. Bedankt!"));
    EXPECT_TRUE(contains(written(receipt_of(Answer::waiting)).html, "U staat op de wachtlijst"));
}

TEST(Letters, AReceiptAfterTheCutOffAsksToCall)
{
    auto facts = receipt_of(Answer::yes);
    EXPECT_TRUE(contains(written(facts).text, "U kunt uw antwoord veranderen"));
    facts.written_at = facts.meeting->answers_until();
    EXPECT_FALSE(contains(written(facts).text, "U kunt uw antwoord veranderen"));
}

TEST(Letters, APlaceOfferSaysUntilWhen)
{
    const auto letter = written(samples::facts(LetterKind::place_offer));
    EXPECT_TRUE(contains(letter.html, "voor u vast tot vrijdag 6 september, 17.00 uur."));
}

TEST(Letters, ACalendarFileGoesOnlyToThoseWhoCome)
{
    EXPECT_TRUE(contains(written(receipt_of(Answer::yes)).calendar, "METHOD:PUBLISH\r\n"));
    for (const auto answer : {Answer::no, Answer::substitute, Answer::waiting})
        EXPECT_TRUE(written(receipt_of(answer)).calendar.empty());
    for (const auto kind : {LetterKind::cancellation, LetterKind::withdrawn})
    {
        auto facts = samples::facts(kind);
        EXPECT_TRUE(contains(written(facts).calendar, "METHOD:CANCEL\r\n"));
        facts.answer = Answer::no;
        EXPECT_TRUE(written(facts).calendar.empty());
    }
    auto update = samples::facts(LetterKind::update);
    EXPECT_TRUE(contains(written(update).calendar, "SEQUENCE:1\r\n")) << "who came before must move it";
    update.answers_reset = false;
    EXPECT_TRUE(written(update).calendar.empty());
    update.answer = Answer::yes;
    update.calendar_uid.clear();
    EXPECT_TRUE(written(update).calendar.empty());
}

TEST(Letters, ACalendarFileHoldsNoPersonalLinkAndNoPerson)
{
    for (const auto language : languages)
        for (const auto& [name, facts] : samples::all(language))
        {
            const auto calendar = written(facts).calendar;
            EXPECT_FALSE(contains(calendar, "7kq2mzx4v9b3n8c5t0ahwd6egj")) << name;
            EXPECT_FALSE(contains(calendar, "ATTENDEE")) << name;
            EXPECT_FALSE(contains(calendar, "ORGANIZER")) << name;
            EXPECT_FALSE(contains(calendar, "Wiśniewski")) << name;
        }
}

TEST(Letters, APreviewHasNothingToClick)
{
    for (const auto language : languages)
        for (auto [name, facts] : samples::all(language))
        {
            facts.link.clear();
            const auto letter = written(facts);
            EXPECT_FALSE(contains(letter.html, "href=")) << name;
            EXPECT_FALSE(contains(letter.text, "://")) << name;
            if (language == Language::nl && carries_link(facts.kind))
            {
                EXPECT_TRUE(contains(letter.text, "(hier staat straks de persoonlijke link)")) << name;
                EXPECT_TRUE(contains(letter.html, "(hier staat straks de persoonlijke link)")) << name;
            }
        }
}

TEST(Letters, LettersWithoutAnythingToAnswerHoldNoLink)
{
    for (const auto kind : {LetterKind::cancellation, LetterKind::withdrawn})
    {
        const auto letter = written(samples::facts(kind));
        EXPECT_FALSE(carries_link(kind));
        EXPECT_FALSE(contains(letter.text + letter.html, samples::link)) << word(kind);
    }
}

TEST(Letters, AnUpdateTellsWhatItWasBefore)
{
    auto facts = samples::facts(LetterKind::update);
    EXPECT_TRUE(contains(written(facts).html, "Eerder was het op dinsdag 10 september 2024"));
    facts.before->starts = facts.meeting->starts;
    facts.before->ends = facts.meeting->ends;
    EXPECT_FALSE(contains(written(facts).html, "Eerder was het op"));
    facts.before.reset();
    EXPECT_FALSE(contains(written(facts).html, "Eerder was"));
}

TEST(Letters, AnUpdateTellsOfAMoveToOnlineAndBack)
{
    auto facts = samples::facts(LetterKind::update);
    facts.meeting->place.clear();
    facts.meeting->address.clear();
    facts.meeting->online_url = "https://meet.example/rondetafel";
    auto letter = written(facts);
    for (const auto& text : {letter.text, letter.html})
        EXPECT_TRUE(contains(text, "Eerder was de plaats: Raadhuis Aalsmeer"));
    std::swap(*facts.before, *facts.meeting);
    letter = written(facts);
    for (const auto& text : {letter.text, letter.html})
        EXPECT_TRUE(contains(text, "Eerder was het online."));
    facts.before = facts.meeting;
    facts.before->online_url = "https://meet.example/oud";
    facts.meeting->online_url = "https://meet.example/nieuw";
    letter = written(facts);
    for (const auto& text : {letter.text, letter.html})
    {
        EXPECT_TRUE(contains(text, "deze link is nieuw"));
        EXPECT_FALSE(contains(text, "Eerder was"));
    }
}

TEST(Letters, ADecisionStandsWithItsReasonAndASilenceIsNamed)
{
    const auto letter = written(samples::facts(LetterKind::reaction_decisions));
    for (const auto* piece :
         {"artikel 5, lid 1", "deels overgenomen", "Het blijft vier weken.", "andere woorden voor dit artikel",
          "nog geen besluit", "Wie betaalt de docent?"})
    {
        EXPECT_TRUE(contains(letter.html, piece)) << piece;
        EXPECT_TRUE(contains(letter.text, piece)) << piece;
    }
    auto facts = samples::facts(LetterKind::reaction_decisions);
    facts.round->decisions = {{"artikel 1", std::string(599, 'a') + "é" + std::string(900, 'b'), Outcome::partly, ""}};
    EXPECT_TRUE(contains(written(facts).html, std::string(599, 'a') + " …<")) << "cut before the letter, not inside it";
}

TEST(Letters, WhatAKindCannotDoWithoutIsAskedFor)
{
    auto facts = samples::facts(LetterKind::invitation);
    facts.meeting.reset();
    EXPECT_THROW(written(facts), std::invalid_argument);
    facts = samples::facts(LetterKind::reaction_decisions);
    facts.round.reset();
    EXPECT_THROW(written(facts), std::invalid_argument);
    facts = samples::facts(LetterKind::place_offer);
    facts.offer_until.reset();
    EXPECT_THROW(written(facts), std::invalid_argument);
    EXPECT_THROW(written(receipt_of(Answer::none)), std::invalid_argument);
    facts = samples::facts(LetterKind::password_reset);
    facts.link_hours = 0;
    EXPECT_THROW(written(facts), std::invalid_argument);
}

TEST(Letters, AnOfficeWithoutPhoneAndAddressStillWrites)
{
    for (const auto& [kind, kind_word] : Words<LetterKind>::all)
    {
        auto facts = samples::facts(kind);
        facts.office = {};
        facts.office.name = "Gemeente Aalsmeer";
        facts.organisation.clear();
        if (facts.meeting)
        {
            facts.meeting->place.clear();
            facts.meeting->goal.clear();
            facts.meeting->agenda.clear();
            facts.meeting->online_url = "https://meet.example/rondetafel";
        }
        EXPECT_NO_THROW(written(facts)) << kind_word;
    }
}

TEST(Masked, TheSecretOfALinkCannotBeReadBack)
{
    const auto letter = written(samples::facts(LetterKind::invitation));
    for (const auto& text : {masked(letter.text, samples::link), masked(letter.html, samples::link)})
    {
        EXPECT_FALSE(contains(text, "7kq2mzx4v9b3n8c5t0ahwd6egj"));
        EXPECT_TRUE(contains(text, "https://rondetafel.example/u/•••"));
        EXPECT_TRUE(contains(text, "https://rondetafel.example/u/•••/en"));
    }
    EXPECT_EQ(masked("geen link", ""), "geen link");
    EXPECT_EQ(masked("geen link", "https://rondetafel.example/"), "geen link");
}

} // namespace rondetafel::letters
