// SPDX-License-Identifier: EUPL-1.2
#include "samples.hpp"

#include "letter_parts.hpp"

#include <rondetafel/base/texts.hpp>
#include <rondetafel/domain/fields.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace rondetafel::letters
{

namespace
{

const Texts& texts()
{
    static const Texts read{RONDETAFEL_SOURCE "/email-templates/texts"};
    return read;
}

std::set<std::string> values_in(const std::string& text)
{
    static const std::regex name{"\\{([a-z_]+)\\}"};
    std::set<std::string> names;
    for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at)
        names.insert((*at)[1]);
    return names;
}

/// The words of the longest sentence. A point within a word or before a small letter ends none.
std::size_t longest_sentence(const std::string& text)
{
    static const std::regex end_of_sentence{"[.?!]\\s+|[.?!]$"};
    static const std::regex one_word{"[^\\s]+"};
    std::size_t longest = 0;
    for (std::sregex_token_iterator at(text.begin(), text.end(), end_of_sentence, -1), end; at != end; ++at)
    {
        const std::string sentence = *at;
        const auto words = std::distance(std::sregex_iterator(sentence.begin(), sentence.end(), one_word),
                                         std::sregex_iterator{});
        longest = std::max(longest, static_cast<std::size_t>(words));
    }
    return longest;
}

/// Values at their usual length, so that a sentence is counted as a person reads it.
std::string with_values(const std::string& text)
{
    std::string filled = text;
    for (const auto& [name, value] : std::initializer_list<std::pair<std::string, std::string>>{
             {"answer_by", "dinsdag 3 september, 17.00 uur"},
             {"closes", "vrijdag 28 juni, 17.00 uur"},
             {"covenant", "Convenant goed werkgeverschap Aalsmeer"},
             {"author", "Sam van Dalen"},
             {"offer_until", "vrijdag 6 september, 17.00 uur"},
             {"before_date", "dinsdag 10 september 2024"},
             {"before_time", "van 14.00 tot 16.00 uur"},
             {"date", "dinsdag 10 september 2024"},
             {"day", "dinsdag 10 september"},
             {"time", "van 14.00 tot 16.00 uur"},
             {"before_place", "Raadhuis Aalsmeer, Raadhuisplein 1"},
             {"substitute_for", "Sam van Dalen"},
             {"substitute_name", "Sam van Dalen"},
             {"office_name", "Gemeente Aalsmeer"},
             {"organisation", "Uitzendbureau Seringa"},
             {"phone", "0297 12 34 56"},
             {"to_meeting", "de brede bijeenkomst"}})
        filled = std::regex_replace(filled, std::regex("\\{" + name + "\\}"), value);
    return filled;
}

} // namespace

TEST(Wording, ThreeLanguagesSayTheSameThings)
{
    const auto& dutch = texts().all(Language::nl);
    for (const auto language : {Language::en, Language::pl})
    {
        const auto& other = texts().all(language);
        EXPECT_EQ(other.size(), dutch.size());
        for (const auto& [key, text] : dutch)
            EXPECT_TRUE(other.contains(key)) << key << " has no " << code(language);
    }
    for (const auto& [key, text] : texts().all(Language::en))
        EXPECT_EQ(values_in(text), values_in(texts().get(Language::nl, key))) << key;
}

TEST(Wording, EveryTextIsUsed)
{
    std::string templates;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(RONDETAFEL_SOURCE "/email-templates"))
        if (entry.path().extension() == ".mustache")
        {
            std::ifstream stream(entry.path());
            templates.append(std::istreambuf_iterator<char>(stream), {});
        }
    for (const auto& [key, text] : texts().all(Language::nl))
        EXPECT_NE(templates.find("[[" + key + "]]"), std::string::npos) << key;
}

TEST(Wording, DutchIsPlain)
{
    const std::regex stiff{
        "\\b(middels|inzake|teneinde|dienen|conform|aangaande|behoeve|gelieve|heden|reeds|indien|doch|"
        "derhalve|bijgevoegd|zulks|mits|alsmede|betreffende|omtrent|jij|je|jouw|jullie)\\b",
        std::regex::icase};
    const std::regex foreign_time{"[0-9]{1,2}:[0-9]{2}|\\b(AM|PM)\\b"};
    const std::regex capital{
        "\\b(Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|Zaterdag|Zondag|Januari|Februari|April|Juni|"
        "Juli|Augustus|September|Oktober|November|December)\\b"};
    for (const auto& [key, text] : texts().all(Language::nl))
    {
        EXPECT_FALSE(std::regex_search(text, stiff)) << key << ": " << text;
        EXPECT_LE(longest_sentence(with_values(text)), 20u) << key << ": " << text;
    }
    Letters letters(samples::source());
    for (const auto& [name, facts] : samples::all(Language::nl))
    {
        const auto letter = letters.write(facts);
        EXPECT_FALSE(std::regex_search(letter.subject + letter.text, foreign_time)) << name;
        EXPECT_FALSE(std::regex_search(letter.subject + letter.text, capital)) << name;
    }
}

TEST(Wording, EveryLetterAboutAMeetingHasTheDateInItsSubject)
{
    Letters letters(samples::source());
    for (const auto language : languages)
        for (const auto& [name, facts] : samples::all(language))
        {
            const auto letter = letters.write(facts);
            EXPECT_LE(characters(letter.subject), 78u) << letter.subject;
            EXPECT_EQ(letter.subject.find("2024") != std::string::npos, facts.meeting && !about_account(facts.kind))
                << name << ": " << letter.subject;
        }
}

} // namespace rondetafel::letters
