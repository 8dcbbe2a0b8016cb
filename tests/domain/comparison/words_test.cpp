// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/comparison.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

// Deleted words as [-…-], inserted ones as {+…+}, equal ones as they are spelled now.
std::string shown(std::string_view before, std::string_view after)
{
    std::string text;
    std::string rebuilt_before;
    std::string rebuilt_after;
    for (const auto& run : compare_words(before, after))
    {
        rebuilt_before += run.before;
        rebuilt_after += run.after;
        text += run.change == Change::equal      ? run.after
                : run.change == Change::inserted ? "{+" + run.after + "+}"
                                                 : "[-" + run.before + "-]";
    }
    EXPECT_EQ(rebuilt_before, before);
    EXPECT_EQ(rebuilt_after, after);
    return text;
}

TEST(ComparingWords, MarksExactlyTheWordThatChanged)
{
    EXPECT_EQ(shown("De werkgever betaalt het loon.", "De werkgever betaalt het brutoloon."),
              "De werkgever betaalt het [-loon-]{+brutoloon+}.");
    EXPECT_EQ(shown("a b c", "a c"), "a [-b -]c");
    EXPECT_EQ(shown("a b", "a b c"), "a b {+c+}");
    EXPECT_EQ(shown("a b c", "a b, c"), "a b{+, +}c");
    EXPECT_EQ(shown("binnen 10 dagen", "binnen 14 dagen"), "binnen [-10-]{+14+} dagen");
    EXPECT_EQ(shown("loon 1.000,50 euro", "loon 1.000,60 euro"), "loon [-1.000,50-]{+1.000,60+} euro");
    EXPECT_EQ(shown("de zzp'er", "de zzp'ers"), "de [-zzp'er-]{+zzp'ers+}");
}

TEST(ComparingWords, NeverLeavesWordsStickingTogether)
{
    EXPECT_EQ(shown("a b c", "a b"), "a b[- c-]");
}

TEST(ComparingWords, TakesNoiseForEqual)
{
    for (const auto& [before, after] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"een \"goede\" werkgever", "een “goede” werkgever"},
             {"zzp'er", "zzp’er"},
             {"artikel 3", "artikel\u00A03"},
             {"e-mail", "e\u2011mail"},
             {"samen\u00ADwerking", "samenwerking"},
             {"een  woord ", "een woord"},
             {"een lange\nregel", "een lange regel"},
             {"een **vet** woord", "een vet woord"},
             {"een *cursief*, woord", "een cursief, woord"},
             {"half**vet**woord", "halfvetwoord"},
             {"1. Een.\n2. Twee.", "3. Een.\n4. Twee."},
             {"- Een.\n- Twee.", "* Een.\n\n* Twee."},
             {" ", ""},
             {"", ""},
             {"\n\nEen\n\n\nTwee\n", "Een\n\nTwee"}})
        EXPECT_FALSE(differs(compare_words(before, after))) << before << " | " << after;
}

TEST(ComparingWords, TakesAllElseForAChange)
{
    for (const auto& [before, after] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"Partij", "partij"},
             {"een, twee", "een twee"},
             {"een\n\ntwee", "een twee"},
             {"10,5", "10.5"},
             {"2 * 3", "2 3"},
             {"niet meer", "niet-meer"},
             {"De gemeente. a", "De gemeente? a"},
             {"", "x"}})
        EXPECT_TRUE(differs(compare_words(before, after))) << before << " | " << after;
}

TEST(ComparingWords, TakesAReferenceForOneWord)
{
    EXPECT_EQ(shown("zie {abcdefghjk12}.", "zie {abcdefghjk34}."),
              "zie [-{abcdefghjk12}-]{+{abcdefghjk34}+}.");
}

TEST(ComparingWords, PutsAnInsertedSentenceBetweenSentences)
{
    EXPECT_EQ(shown("De werkgever betaalt. De partijen zien toe.",
                    "De werkgever betaalt. De gemeente ziet toe. De partijen zien toe."),
              "De werkgever betaalt. {+De gemeente ziet toe. +}De partijen zien toe.");
    EXPECT_EQ(shown("Een.\n\nDe werkgever betaalt.", "Een.\n\nDe werkgever leent.\n\nDe werkgever betaalt."),
              "Een.\n\n{+De werkgever leent.\n\n+}De werkgever betaalt.");
    EXPECT_EQ(shown("1. Een ding.\n2. Twee dingen.", "1. Een ding.\n2. Nog een ding.\n3. Twee dingen."),
              "1. Een ding.\n{+2. Nog een ding.\n+}3. Twee dingen.");
}

TEST(ComparingWords, ShowsARewrittenParagraphWhole)
{
    EXPECT_EQ(shown("Eerst.\n\nDe partijen overleggen ieder jaar in de maand mei.\n\nLaatst.",
                    "Eerst.\n\nDe gemeente roept de raad elk kwartaal bijeen in Aalsmeer.\n\nLaatst."),
              "Eerst.\n\n[-De partijen overleggen ieder jaar in de maand mei.-]{+De gemeente roept de raad "
              "elk kwartaal "
              "bijeen in Aalsmeer.+}\n\nLaatst.");
}

// Of ten words six may change and be marked one by one; of seven the paragraph is shown whole.
TEST(ComparingWords, DrawsTheLineAboveSixInTen)
{
    EXPECT_EQ(shown("a1 b c1 d e1 f g1 h i j", "a2 b c2 d e2 f g2 h y x").find("[-a1 b"), std::string::npos);
    EXPECT_EQ(shown("a1 b c1 d e1 f g1 h i j", "a2 b c2 d e2 f g2 z y x"),
              "[-a1 b c1 d e1 f g1 h i j-]{+a2 b c2 d e2 f g2 z y x+}");
}

TEST(ComparingWords, DoesNotCallAnExtendedOrSplitParagraphRewritten)
{
    EXPECT_EQ(shown("Kort.", "Kort. En dan volgt nog een lange zin met veel meer woorden dan er stonden."),
              "Kort. {+En dan volgt nog een lange zin met veel meer woorden dan er stonden.+}");
    EXPECT_EQ(shown("Een zin. Nog een zin die veel langer is dan de eerste.",
                    "Een zin.\n\nNog een zin die veel langer is dan de eerste."),
              "Een zin.{+\n\n+}Nog een zin die veel langer is dan de eerste.");
}

TEST(ComparingWords, JoinsReplacementsOverACommaButKeepsWordsWithinEconomy)
{
    EXPECT_EQ(shown("bij vis, vlees, kaas, melk, brood en soep wordt door ons allen gegeten",
                    "bij peer, appel, kaas, melk, brood en soep wordt door ons allen gegeten"),
              "bij [-vis, vlees-]{+peer, appel+}, kaas, melk, brood en soep wordt door ons allen gegeten");
    EXPECT_EQ(shown("eet vis en vlees wanneer dat kan met ons allen",
                    "eet peer en appel wanneer dat kan met ons allen"),
              "eet [-vis-]{+peer+} en [-vlees-]{+appel+} wanneer dat kan met ons allen");
}

TEST(ComparingWords, KeepsBytesThatAreNoText)
{
    EXPECT_EQ(shown("a \xFF b \xC3", "a \xFF c \xC3"), "a \xFF [-b-]{+c+} \xC3");
    EXPECT_EQ(shown(std::string_view("a\0b", 3), std::string_view("a\0c", 3)),
              std::string("a\0[-b-]{+c+}", 12));
}

// Their fingerprints are equal: they were made for that.
TEST(ComparingWords, IsNotFooledByWordsWithEqualFingerprints)
{
    EXPECT_EQ(shown("betaal 8yn0iYCKYHlIj4-BwPqk dit", "betaal GReLUrM4wMqfg9yzV3KQ dit"),
              "betaal [-8yn0iYCKYHlIj4-BwPqk-]{+GReLUrM4wMqfg9yzV3KQ+} dit");
    EXPECT_EQ(shown("Een.\n\n8yn0iYCKYHlIj4-BwPqk\n\nTwee.", "Een.\n\nGReLUrM4wMqfg9yzV3KQ\n\nTwee."),
              "Een.\n\n[-8yn0iYCKYHlIj4-BwPqk-]{+GReLUrM4wMqfg9yzV3KQ+}\n\nTwee.");
}

TEST(ComparingWords, SurvivesHostileTexts)
{
    std::string repeated;
    std::string other;
    std::string two_letters;
    while (repeated.size() < 60'000)
    {
        repeated += "de ";
        other += "het{[*\\ ";
        two_letters += two_letters.size() % 7 < 3 ? "a " : "b ";
    }
    const auto marks = std::string(60'000, '*');
    for (const auto& before : {repeated, other, two_letters, marks})
        for (const auto& after :
             {other, repeated.substr(0, 40'000), two_letters + "c" + two_letters, std::string(30'000, '\n')})
            shown(before, after);
}

} // namespace

} // namespace rondetafel
