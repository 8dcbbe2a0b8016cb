// SPDX-License-Identifier: EUPL-1.2
#include "samples.hpp"

#include "letter_parts.hpp"

#include <rondetafel/domain/fields.hpp>

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace rondetafel::letters
{

namespace
{

constexpr std::size_t html_max = 30'000;

std::size_t count(const std::string& text, const std::string& pattern)
{
    const std::regex regex{pattern};
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator(text.begin(), text.end(), regex), std::sregex_iterator{}));
}

std::set<std::string> names_in(const std::string& text)
{
    static const std::regex name{"\\{\\{[#^]?([a-z_]+)\\}\\}"};
    std::set<std::string> names;
    for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at)
        names.insert((*at)[1]);
    return names;
}

/// Calls `look` with every sample's name and letter, in every language.
template <class Look>
void for_all_letters(const Look& look)
{
    Letters letters(samples::source());
    for (const auto language : languages)
        for (const auto& [name, facts] : samples::all(language))
            look(name + '.' + code(language), letters.write(facts));
}

} // namespace

TEST(Html, NothingComesFromElsewhere)
{
    for_all_letters(
        [](const std::string& name, const Letter& letter)
        {
            EXPECT_EQ(
                count(letter.html, "<(img|style|link|script|iframe|object|svg|video|audio|form|input)\\b"),
                0u)
                << name;
            EXPECT_EQ(count(letter.html, "(src|background|srcset)=|url\\(|@import|data:|javascript:"), 0u)
                << name;
            const std::string own = "https://rondetafel.example/";
            EXPECT_EQ(count(letter.html, "https?://"), count(letter.html, own)) << name;
            EXPECT_EQ(count(letter.text, "https?://"), count(letter.text, own)) << name;
        });
}

TEST(Html, ItIsSmallAndInOrder)
{
    for_all_letters(
        [](const std::string& name, const Letter& letter)
        {
            EXPECT_LT(letter.html.size(), html_max) << name;
            EXPECT_EQ(count(letter.html, "<h1"), 1u) << name;
            EXPECT_EQ(count(letter.html, "<html lang=\"" + name.substr(name.size() - 2) + "\""), 1u) << name;
            EXPECT_EQ(count(letter.html, "<title>[^<]+</title>"), 1u) << name;
            EXPECT_EQ(count(letter.html, "<table"), count(letter.html, "<table role=\"presentation\""))
                << name;
            EXPECT_EQ(count(letter.html, "role=\"main\""), 1u) << name;
            for (const auto* tag : {"table", "tr", "td", "p", "a", "span", "ul", "li", "div", "strong"})
                EXPECT_EQ(count(letter.html, "<" + std::string(tag) + "[ >]"),
                          count(letter.html, "</" + std::string(tag) + ">"))
                    << name << ' ' << tag;
            EXPECT_EQ(count(letter.html, "\\{\\{|\\}\\}|\\[\\["), 0u) << name;
        });
}

TEST(Html, EveryPlaceholderIsInTheTextToo)
{
    // Colours, the title and the language's own attribute say nothing that the text could.
    const std::set<std::string> of_html_only{"brand",      "brand_dark", "brand_tint",
                                             "brand_line", "subject",    "lang"};
    for (const auto& [kind, kind_word] : Words<LetterKind>::all)
        for (const auto language : languages)
        {
            const std::string folder{kind_word};
            const auto in_text = names_in(samples::source()->text(language, folder + "/text"));
            for (const auto& name : names_in(samples::source()->text(language, folder + "/html")))
                EXPECT_TRUE(in_text.contains(name) || of_html_only.contains(name))
                    << name << " of " << folder << " in " << code(language);
        }
}

TEST(Text, LinesFitAndTheSignatureIsMarked)
{
    for_all_letters(
        [](const std::string& name, const Letter& letter)
        {
            std::size_t at = 0;
            while (at < letter.text.size())
            {
                const auto end = letter.text.find('\n', at);
                const auto line = letter.text.substr(at, end - at);
                const bool is_link = line.find("://") != std::string::npos;
                EXPECT_TRUE(is_link || characters(line) <= 72) << name << ": " << line;
                EXPECT_TRUE(line == "-- " || !line.ends_with(' ')) << name << ": " << line;
                at = end + 1;
            }
            EXPECT_EQ(count(letter.text, "\n-- \n"), 1u) << name;
            EXPECT_EQ(letter.text.find("\n\n\n"), std::string::npos) << name;
        });
}

TEST(Text, LongLinesBreakAtBlanksAndLinksStayWhole)
{
    const std::string link = "https://rondetafel.example/" + std::string(90, 'x');
    EXPECT_EQ(wrapped("Open " + link + " nu."), "Open\n" + link + "\nnu.\n");
    EXPECT_EQ(wrapped("- " + std::string(40, 'a') + ' ' + std::string(40, 'b')),
              "- " + std::string(40, 'a') + "\n  " + std::string(40, 'b') + "\n");
    EXPECT_EQ(wrapped(std::string(72, 'a')), std::string(72, 'a') + "\n");
    EXPECT_EQ(wrapped("a\n\n\n\nb  \n-- \nc\n\n"), "a\n\nb\n-- \nc\n");
    EXPECT_EQ(wrapped(""), "\n");
}

TEST(Html, AnOnlineAddressMustBeHttps)
{
    EXPECT_EQ(safe_url("https://meet.example/a?b=c&d=e"), "https://meet.example/a?b=c&d=e");
    for (const auto* url : {"http://meet.example/", "javascript:alert(1)", "https://a\" onclick=\"x",
                            "https://a b", "https://a\r\nX: y", "https://a'b", "https://é.example", ""})
        EXPECT_EQ(safe_url(url), "") << url;
}

} // namespace rondetafel::letters
