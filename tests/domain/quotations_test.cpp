// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/reactions.hpp>

#include <gtest/gtest.h>

namespace rondetafel
{

namespace
{

const std::string article = "De werkgever wijst iedereen op de plicht om zich in te schrijven.\n\n"
                            "1. De **huisvester** vraagt geen hogere huur dan ervoor.\n"
                            "2. De gemeente schrijft in op de locatie van de ‘werkgever’ ([artikel 3, lid 2]).";

std::string found(std::string_view text, const Quotation& quotation)
{
    const auto place = find_quote(text, quotation.quote, quotation.prefix, quotation.suffix);
    return place ? std::string(text.substr(place->begin, place->end - place->begin)) : "gone";
}

TEST(Quoting, FindsWordsAsTheyWereTypedOrCopied)
{
    EXPECT_EQ(quotation_of(article, "in te schrijven")->quote, "in te schrijven");
    EXPECT_EQ(quotation_of(article, "  de huisvester   vraagt") ? "found" : "none", std::string("none")) << "capitals count";
    EXPECT_EQ(quotation_of(article, "De huisvester\u00a0vraagt\n geen")->quote, "De **huisvester** vraagt geen");
    EXPECT_EQ(quotation_of(article, "'werkgever' (artikel 3, lid 2)")->quote, "‘werkgever’ ([artikel 3, lid 2])");
    EXPECT_EQ(quotation_of(article, "dan ervoor. De gemeente")->quote, "dan ervoor.\n2. De gemeente");
    EXPECT_FALSE(quotation_of(article, "lagere huur"));
    EXPECT_FALSE(quotation_of(article, " \n "));
    EXPECT_FALSE(quotation_of("", "huur"));
}

TEST(Quoting, KeepsWhatStandsAroundInWholeCharacters)
{
    const auto quotation = quotation_of("Żółć gęślą jaźń is een Poolse zin die niets zegt en dit is ‘hem’.", "dit is");
    ASSERT_TRUE(quotation);
    EXPECT_EQ(quotation->suffix, " ‘hem’.");
    EXPECT_EQ(quotation->prefix, "en Poolse zin die niets zegt en ");
    EXPECT_EQ(quotation_of("hem", "hem")->prefix, "");
}

TEST(FindingAQuotationAgain, SurvivesChangesElsewhere)
{
    const auto quotation = quotation_of(article, "geen hogere huur").value();
    EXPECT_EQ(found("Nieuwe zin vooraf. " + article + " En achteraf.", quotation), "geen hogere huur");
    EXPECT_EQ(found("De huisvester vraagt geen  hogere huur dan in de akte staat.", quotation), "geen  hogere huur");
}

TEST(FindingAQuotationAgain, ChoosesTheLikestSurroundings)
{
    const std::string text = "De werkgever meldt het binnen vier weken. De huisvester meldt het binnen vier weken. Einde.";
    const Quotation second{"vier weken", "De huisvester meldt het binnen ", ". Einde."};
    EXPECT_EQ(find_quote(text, second.quote, second.prefix, second.suffix)->begin, text.rfind("vier weken"));
    const Quotation first{"vier weken", "De werkgever meldt het binnen ", ". De huisvester"};
    EXPECT_EQ(find_quote(text, first.quote, first.prefix, first.suffix)->begin, text.find("vier weken"));
}

TEST(FindingAQuotationAgain, SaysWhenTheWordsBelongToEarlierText)
{
    const auto quotation = quotation_of(article, "geen hogere huur").value();
    EXPECT_EQ(found("De huisvester vraagt een redelijke huur.", quotation), "gone");
    // A single word is not found again in a sentence about something else.
    const Quotation word{"huur", "De huisvester vraagt een redelijke ", " in de eerste maand."};
    EXPECT_EQ(found("Wie de huur opzegt, meldt dat.", word), "gone");
    EXPECT_EQ(found("De huisvester vraagt een redelijke huur vanaf dag één.", word), "huur");
}

TEST(FindingAQuotationAgain, StaysQuickOnTextMadeToBeSlow)
{
    const std::string text(60'000, 'a');
    const std::string quote(1'000, 'a');
    EXPECT_TRUE(find_quote(text, quote, std::string(32, 'b'), std::string(32, 'c')));
    EXPECT_FALSE(find_quote(text, quote + "b", {}, {}));
}

} // namespace

} // namespace rondetafel
