// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/covenant_check.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace rondetafel
{

namespace
{

class TheCovenantCheck : public testing::Test
{
protected:
    ArticleId add(ArticleKind kind, const std::string& heading, const std::string& typed)
    {
        Article article;
        article.id = new_article_id(randomness_);
        article.kind = kind;
        text_.articles.push_back(article);
        replace_branch(text_, read_article(text_, article, heading, typed, randomness_).value());
        return article.id;
    }
    ArticleId add(const std::string& heading, const std::string& typed)
    {
        return add(ArticleKind::article, heading, typed);
    }

    std::set<std::string> rules() const
    {
        std::set<std::string> found;
        for (const auto& finding : check_covenant(text_))
            found.insert(finding.rule);
        return found;
    }
    bool finds(const std::string& rule, const ArticleId& article) const
    {
        const auto all = check_covenant(text_);
        return std::any_of(all.begin(), all.end(), [&](const Finding& finding) {
            return finding.rule == rule && finding.article == article;
        });
    }

    SystemRandomness randomness_;
    CovenantText text_{"Convenant", {}, {}};
};

TEST_F(TheCovenantCheck, AsksForEveryClauseOfTheGuidance)
{
    const auto found = rules();
    for (const char* rule : {"purpose.missing", "monitoring.missing", "evaluation.missing", "enforceability.missing",
                             "disputes.missing", "accession.missing", "change.missing", "termination.missing",
                             "term.missing", "publication.missing", "considerations.missing", "definitions.missing",
                             "party.none"})
        EXPECT_TRUE(found.contains(rule)) << rule;
}

TEST_F(TheCovenantCheck, SaysWhatAClauseLacks)
{
    const auto evaluation = add("Evaluatie", "Dit convenant wordt geëvalueerd.");
    const auto ending = add("Opzegging", "Iedere partij kan opzeggen.");
    const auto change = add("Wijziging", "Wijzigen kan altijd.");
    const auto term = add("Looptijd", "Dit convenant treedt in werking na ondertekening.");
    EXPECT_TRUE(finds("evaluation.no_time", evaluation));
    EXPECT_TRUE(finds("evaluation.no_owner", evaluation));
    EXPECT_TRUE(finds("termination.no_effects", ending));
    EXPECT_TRUE(finds("change.no_consent", change));
    EXPECT_TRUE(finds("term.no_end", term));
    EXPECT_FALSE(rules().contains("evaluation.missing"));
}

TEST_F(TheCovenantCheck, AsksOfEachObligationByWhen)
{
    const auto vague = add("Informatie", "De werkgever informeert arbeidsmigranten over hun rechten.");
    const auto dated = add("Taal", "De werkgever informeert arbeidsmigranten binnen een week over taalles.");
    const auto free = add("Meedoen", "De werkgever kan taalles geven.");
    const auto never = add("Grens", "De werkgever vraagt geen borg.");
    EXPECT_TRUE(finds("obligation.no_term", vague));
    for (const auto& id : {dated, free, never})
        EXPECT_FALSE(finds("obligation.no_term", id));
}

TEST_F(TheCovenantCheck, FindsTheObligationOfWhoIsNoParty)
{
    const auto duty = add("Wonen", "De huisvester maakt ieder jaar een plan.");
    EXPECT_FALSE(finds("obligation.not_a_party", duty)) << "nobody is a party yet";
    text_.parties.push_back({"Gemeente Aalsmeer", "de gemeente", "", "A", "burgemeester", "wet"});
    EXPECT_TRUE(finds("obligation.not_a_party", duty));
    text_.parties.push_back({"Wonen BV", "de huisvesters", "12345678", "B", "directeur", "statuten"});
    EXPECT_FALSE(finds("obligation.not_a_party", duty));
}

TEST_F(TheCovenantCheck, AsksForAuthority)
{
    text_.parties.push_back({"Wonen BV", "de huisvester", "12345678", "", "", ""});
    EXPECT_TRUE(rules().contains("party.no_representative"));
    EXPECT_TRUE(rules().contains("party.no_authority"));
    EXPECT_FALSE(rules().contains("party.none"));
}

TEST_F(TheCovenantCheck, WantsTermsDefinedAndUsed)
{
    const auto terms = add(ArticleKind::definitions, "Begrippen", "- huisvester: wie verhuurt;\n- plan: een plan.");
    const auto duty = add("Wonen", "De huisvester volgt ieder jaar het SNF.");
    EXPECT_TRUE(finds("definition.unused", terms));
    EXPECT_TRUE(finds("definition.missing", duty));
}

TEST_F(TheCovenantCheck, FindsReferencesThatDoNotHold)
{
    const auto first = add("Doel", "Wij willen dit.");
    const auto dangling = add("Verwijzing", "Zie [artikel 1].");
    const auto typed = add("Getal", "Zie artikel 1 hierboven.");
    const auto law = add("Wet", "Volgens artikel 171 Gemeentewet en artikel 3 van de wet.");
    EXPECT_TRUE(finds("reference.by_number", typed));
    EXPECT_FALSE(finds("reference.by_number", law));
    EXPECT_FALSE(finds("reference.dangling", dangling));
    std::erase_if(text_.articles, [&](const Article& article) { return article.id == first; });
    EXPECT_TRUE(finds("reference.dangling", dangling));
}

TEST_F(TheCovenantCheck, FindsHardReading)
{
    std::string endless = "Partijen";
    for (int at = 0; at < 40; ++at)
        endless += " en nog wat";
    const auto sentence = add("Zin", endless + ".");
    const auto plain = add("Kort", "Wij doen dit samen. Dat werkt goed.");
    EXPECT_TRUE(finds("readability.long_sentence", sentence));
    EXPECT_FALSE(finds("readability.long_sentence", plain));
}

} // namespace

} // namespace rondetafel
