// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/covenant_html.hpp>

#include "documents/given_covenant.hpp"

#include <gtest/gtest.h>

namespace rondetafel::documents::testing
{

namespace
{


bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string shown(const std::string& body, ArticleKind kind = ArticleKind::article)
{
    const auto text = given::text_with(body, kind);
    return body_html(text, text.articles.front());
}

} // namespace

TEST(CovenantHtml, WritesNumbersAsWords)
{
    const auto html = covenant_html(given::small_covenant());
    EXPECT_TRUE(holds(html, "<span class=\"rt-covenant__number\">Artikel 1</span> Begrippen</h2>")) << html;
    EXPECT_TRUE(holds(html, "<p><span class=\"rt-covenant__number\">1.</span> De werkgever")) << html;
    EXPECT_TRUE(holds(html, "<p><span class=\"rt-covenant__number\">a.</span> op tijd;</p>")) << html;
    EXPECT_TRUE(holds(html, "Overwegend dat:")) << html;
    EXPECT_TRUE(holds(html, "hierna te noemen: de gemeente")) << html;
}

TEST(CovenantHtml, LinksReferencesWithTheirCitation)
{
    const auto text = given::small_covenant();
    const auto html = covenant_html(text);
    EXPECT_TRUE(holds(html, "<a class=\"nl-link\" href=\"#a-" + given::member_id + "\">artikel 2, lid 1</a>")) << html;
    EXPECT_TRUE(holds(html, "<li id=\"a-" + given::member_id + "\">")) << html;
    EXPECT_EQ(shown("zie {zzzzzzzzzzzz} en {niets}"), "<p>zie {zzzzzzzzzzzz} en {niets}</p>\n");
}

TEST(CovenantHtml, KnowsParagraphsListsBoldAndItalic)
{
    EXPECT_EQ(shown("een **vet** en *schuin* woord\n\ntweede"),
              "<p>een <strong>vet</strong> en <em>schuin</em> woord</p>\n<p>tweede</p>\n");
    const auto list = shown("- een\n- twee");
    EXPECT_TRUE(holds(list, "<li><p><span class=\"rt-covenant__number\">–</span> een</p>")) << list;
}

TEST(CovenantHtml, KnowsTablesInAnnexesOnly)
{
    const std::string table = "Voor:\n\n| Norm | Waarde |\n|---|---|\n| Ruimte | 5 m² \\| per persoon |\n| x |\n\nNa.";
    const auto annex = shown(table, ArticleKind::annex);
    EXPECT_TRUE(holds(annex, "<thead><tr><th scope=\"col\">Norm</th><th scope=\"col\">Waarde</th></tr></thead>")) << annex;
    EXPECT_TRUE(holds(annex, "<td>5 m² | per persoon</td>")) << annex;
    EXPECT_TRUE(holds(annex, "<tr><td>x</td><td></td></tr>")) << annex;
    EXPECT_TRUE(holds(annex, "<p>Na.</p>")) << annex;
    EXPECT_FALSE(holds(shown(table), "<table"));
}

// Short rows are filled up to the width of the head: what was typed may not grow without end.
TEST(CovenantHtml, ShowsATableThatIsTooLargeAsItWasTyped)
{
    const auto table = [](int columns, int rows) {
        std::string text;
        for (int column = 0; column < columns; ++column)
            text += "|k";
        text += "|\n|-|\n";
        for (int row = 1; row < rows; ++row)
            text += "|r\n";
        return shown(text + '\n', ArticleKind::annex);
    };
    EXPECT_TRUE(holds(table(40, 125), "<table"));
    for (const auto& html : {table(41, 2), table(40, 126), table(3'000, 1'000)})
    {
        EXPECT_FALSE(holds(html, "<table"));
        EXPECT_LT(html.size(), 20'000U);
        EXPECT_TRUE(holds(html, "|k|k")) << html.substr(0, 100);
    }
}

TEST(CovenantHtml, CountsTheCellsOfAllTablesOfABody)
{
    std::string text;
    for (int table = 0; table < 200; ++table)
        text += '|' + std::string(40, '|') + "\n|-|\n|r\n\n";
    const auto html = shown(text, ArticleKind::annex);
    std::size_t cells = 0;
    for (auto at = html.find("<td"); at != std::string::npos; at = html.find("<td", at + 1))
        ++cells;
    EXPECT_EQ(cells, 2'480U); // 62 tables of 80 cells, half of them in the head
}

// Citations and places are worked out once, not for each piece or reference again; the suite's limit ends what never would.
TEST(CovenantHtml, WritesATextOfThousandsOfPiecesThatCiteEachOther)
{
    constexpr int members = 20'000;
    auto text = given::text_with("", ArticleKind::article);
    for (int number = 1; number <= members; ++number)
    {
        const auto digits = std::to_string(number);
        text.articles.push_back(given::piece("b" + std::string(11 - digits.size(), '0') + digits, ArticleKind::member,
                                             "aaaaaaaaaaa1", "", "zie {b00000000001} en {b00000020000}"));
    }
    std::vector<std::string> pages{covenant_html(text)};
    const ChangeHtml changes(text, text);
    pages.emplace_back();
    for (const auto& article : text.articles)
    {
        ArticleChange change;
        change.before = change.after = article;
        change.body = {{Change::equal, article.body, article.body}};
        pages.back() += changes.piece(change);
    }
    for (const auto& html : pages)
    {
        int links = 0;
        for (auto at = html.find(">artikel 1, lid "); at != std::string::npos; at = html.find(">artikel 1, lid ", at + 1))
            ++links;
        EXPECT_EQ(links, 2 * members);
    }
}

// What an attacker types comes out as words.
TEST(CovenantHtml, LetsNoMarkupThrough)
{
    for (const char* payload : {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
                                "[klik](javascript:alert(1))", "![x](https://evil.example/pixel.png)",
                                "<https://evil.example>", "`<b>`", "    <script>x</script>", "```\n<iframe>\n```",
                                "# <h1 onclick=x>", "> <object data=x>", "<!-- --><style>*{}</style>", "&lt;b&gt;<b>",
                                "**<i>**", "| <script> | x |\n|---|---|\n| <img src=x> | y |", "{\"><script>}",
                                "[a]: javascript:x\n\n[a]", "\\<script>"})
        for (const auto kind : {ArticleKind::article, ArticleKind::annex})
        {
            auto html = shown(payload, kind);
            for (const char* ours : {"<p>", "</p>", "<br>", "<strong>", "</strong>", "<table class=\"rt-covenant__table\">",
                                     "</table>", "<thead>", "</thead>", "<tbody>", "</tbody>", "<tr>", "</tr>", "<td>",
                                     "</td>", "<th scope=\"col\">", "</th>"})
                for (std::size_t at; (at = html.find(ours)) != std::string::npos;)
                    html.erase(at, std::string_view(ours).size());
            EXPECT_EQ(html.find('<'), std::string::npos) << payload << " became " << html;
        }
}

TEST(CovenantHtml, EscapesHeadingsPartiesAndTitle)
{
    auto text = given::small_covenant();
    text.title = "<b>Titel</b>";
    text.parties[0].legal_name = "A & B \"<i>\"";
    text.articles[1].heading = "<script>";
    const auto html = covenant_html(text);
    EXPECT_TRUE(holds(html, "&lt;b&gt;Titel"));
    EXPECT_TRUE(holds(html, "A &amp; B &quot;&lt;i&gt;"));
    EXPECT_FALSE(holds(html, "<script"));
    EXPECT_FALSE(holds(html, "<i>"));
}

TEST(CovenantHtml, SurvivesHostileNesting)
{
    std::string quotes(20'000, '>');
    EXPECT_TRUE(holds(shown(quotes + " woord"), "woord"));
    std::string images;
    for (int depth = 0; depth < 8'000; ++depth)
        images += "![";
    EXPECT_TRUE(holds(shown(images + "woord"), "woord"));
    std::string lists;
    for (int depth = 0; depth < 300; ++depth)
        lists += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- x\n";
    EXPECT_TRUE(holds(shown(lists), "x"));
}

TEST(CovenantHtml, HidesNothingThatWasTyped)
{
    EXPECT_TRUE(holds(shown("[tekst](https://example.org/a)"), "tekst (https://example.org/a)"));
    EXPECT_TRUE(holds(shown("voor <u>mee</u> na"), "voor &lt;u&gt;mee&lt;/u&gt; na"));
}

TEST(ChangedHtml, MarksWordsForEyesAndEars)
{
    const std::vector<rondetafel::Run> runs{{Change::equal, "binnen ", "binnen "},
                                {Change::deleted, "vier", ""},
                                {Change::inserted, "", "**vijf**"},
                                {Change::equal, " dagen <b>", " dagen <b>"}};
    EXPECT_EQ(runs_html(runs), "binnen <del><span class=\"rt-sr\">[vervalt: </span>vier<span class=\"rt-sr\">]</span></del>"
                               "<ins><span class=\"rt-sr\">[nieuw: </span>**vijf**<span class=\"rt-sr\">]</span></ins>"
                               " dagen &lt;b&gt;");
    auto text = given::text_with("binnen **vijf** dagen <b>");
    ArticleChange change;
    change.fate = Fate::changed;
    change.before = change.after = text.articles.front();
    change.body = runs;
    const auto html = ChangeHtml(text, text).body(change);
    EXPECT_TRUE(holds(html, "</span><strong>vijf</strong><span class=\"rt-sr\">]</span></ins> dagen &lt;b&gt;")) << html;
}

TEST(ChangedHtml, KeepsListsAndParagraphsWhereAChangeBeginsThem)
{
    auto text = given::text_with("x");
    ArticleChange change;
    change.fate = Fate::changed;
    change.before = change.after = text.articles.front();
    change.body = {{Change::equal, "- een\n", "- een\n"},
                   {Change::inserted, "", "- twee\n"},
                   {Change::equal, "- drie\n\n", "- drie\n\n"},
                   {Change::inserted, "", "nieuwe alinea"}};
    const auto html = ChangeHtml(text, text).body(change);
    EXPECT_TRUE(holds(html, "<ins><span class=\"rt-sr\">[nieuw: </span>twee<span class=\"rt-sr\">]</span></ins></p>")) << html;
    EXPECT_TRUE(holds(html, "</span> drie</p>")) << html;
    EXPECT_TRUE(holds(html, "<p><ins><span class=\"rt-sr\">[nieuw: </span>nieuwe alinea")) << html;
}

TEST(ChangedHtml, ShowsATableThatDiffersWhole)
{
    auto text = given::text_with("| a |\n|---|\n| 2 |", ArticleKind::annex);
    ArticleChange change;
    change.fate = Fate::changed;
    change.before = change.after = text.articles.front();
    change.body = {{Change::equal, "| a |\n|---|\n| ", "| a |\n|---|\n| "},
                   {Change::deleted, "1", ""},
                   {Change::inserted, "", "2"},
                   {Change::equal, " |", " |"}};
    const auto html = ChangeHtml(text, text).body(change);
    EXPECT_TRUE(holds(html, "<td><del><span class=\"rt-sr\">[vervalt: </span>1<span")) << html;
    EXPECT_TRUE(holds(html, "<td><ins><span class=\"rt-sr\">[nieuw: </span>2<span")) << html;
}

TEST(CovenantWords, SayWhatAReaderReads)
{
    const auto words = covenant_words(given::small_covenant());
    EXPECT_TRUE(holds(words, "Artikel 2 Registratie\n1. De werkgever meldt:\na. op tijd;\n")) << words;
    EXPECT_TRUE(holds(words, "werkgever: een onderneming;\n")) << words;
    EXPECT_TRUE(holds(words, "zoals in artikel 2, lid 1 staat")) << words;
}

} // namespace rondetafel::documents::testing
