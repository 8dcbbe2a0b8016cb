// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/covenant_file.hpp>
#include <rondetafel/documents/press_work.hpp>
#include <rondetafel/documents/word_reading.hpp>
#include <rondetafel/documents/word_source.hpp>

#include "documents/given_covenant.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace rondetafel::documents::testing
{

namespace
{

const std::filesystem::path print_folder = RONDETAFEL_SOURCE "/service/web/print";

std::string word_file(const std::string& source)
{
    const auto made = press(RenderingFormat::docx, source, print_folder, {});
    EXPECT_EQ(made.error, "");
    return made.content;
}

std::string read_back(const std::string& docx)
{
    const auto read = unpress(docx, {});
    EXPECT_EQ(read.error, "");
    return read.content;
}

UnderstoodReaction reaction_in(const std::string& source, const CovenantText& version)
{
    given::Repeating randomness;
    const auto reaction = read_reaction(read_back(word_file(source)), version, randomness);
    EXPECT_TRUE(reaction);
    return *reaction;
}

std::string summary(const UnderstoodReaction& reaction)
{
    std::string text;
    for (const auto& remark : reaction.remarks)
        text += std::string(word(remark.kind)) + ' ' + std::string(word(remark.amendment.deed)) + ' ' +
                remark.amendment.article.value + " by " + remark.author + ": " + remark.amendment.heading + " | " +
                remark.amendment.text + remark.comment + " <" + remark.quote + ">\n";
    for (const auto& words : reaction.not_understood)
        text += "? " + words + '\n';
    return text;
}

std::string str(const std::string& words) { return R"({"t":"Str","c":")" + words + "\"}"; }

std::string by(const char* kind, const std::string& author, const std::string& words)
{
    return R"({"t":"Span","c":[["",[")" + std::string(kind) + R"("],[["author",")" + author +
           R"("],["date","2024-06-03T10:00:00Z"]]],[)" + (words.empty() ? "" : str(words)) + "]]}";
}

std::string begun_comment(const std::string& id, const std::string& author, const std::string& words)
{
    return R"({"t":"Span","c":[["",["comment-start"],[["id",")" + id + R"("],["author",")" + author +
           R"("],["date","2024-06-03T10:00:00Z"]]],[)" + str(words) + "]]}";
}

std::string comment(const std::string& id, const std::string& author, const std::string& words, const std::string& quote)
{
    return begun_comment(id, author, words) + ',' + str(quote) +
           R"(,{"t":"Span","c":[["",["comment-end"],[["id",")" + id + R"("]]],[]]})";
}

/// What somebody did to our Word file: words of the source replaced by what pandoc writes as tracked changes.
std::string edited(std::string source, const std::string& words, const std::string& instead)
{
    const auto at = source.find(str(words));
    EXPECT_NE(at, std::string::npos) << words;
    return source.replace(at, str(words).size(), instead);
}

std::string source_of(const CovenantText& text) { return word_source(text, "Versie 0.1"); }

class WordRoundTrip : public ::testing::TestWithParam<const char*>
{
};

} // namespace

TEST_P(WordRoundTrip, YieldsNoAmendments)
{
    const std::string name = GetParam();
    const auto text = name == "long" ? given::long_covenant() : name == "small" ? given::small_covenant() : given::starter(name);
    const auto reaction = reaction_in(source_of(text), text);
    EXPECT_EQ(summary(reaction), "");
    EXPECT_EQ(reaction.articles_found,
              std::ranges::count_if(text.articles, [](const auto& article) { return !article.parent; }));
}

// Another program dropped our styles: articles are found by their words.
TEST_P(WordRoundTrip, YieldsNoAmendmentsWithoutOurStyles)
{
    const std::string name = GetParam();
    const auto text = name == "long" ? given::long_covenant() : name == "small" ? given::small_covenant() : given::starter(name);
    auto source = source_of(text);
    const std::string ours = R"("custom-style",")";
    for (std::size_t at = 0; (at = source.find(ours, at)) != std::string::npos;)
        source.replace(at, ours.size(), R"("data-style","x)");
    EXPECT_EQ(summary(reaction_in(source, text)), "");
}

INSTANTIATE_TEST_SUITE_P(Each, WordRoundTrip,
                         ::testing::Values("small", "employership", "housing", "registration", "long"),
                         [](const auto& each) { return std::string(each.param); });

TEST(AWordReaction, KeepsTwoAuthorsApart)
{
    const auto text = given::small_covenant();
    auto source = edited(source_of(text), "De werkgever meldt:",
                         str("De werkgever ") + ',' + by("deletion", "Jan Kowalski", "meldt") + ',' +
                             by("insertion", "Jan Kowalski", "vertelt") + ',' + by("insertion", "Ewa", " elke week") + ',' +
                             str(":"));
    const auto reaction = reaction_in(source, text);
    ASSERT_EQ(reaction.remarks.size(), 2U) << summary(reaction);
    EXPECT_EQ(reaction.remarks[0].author, "Ewa");
    EXPECT_NE(reaction.remarks[0].amendment.text.find("1. De werkgever meldt elke week:"), std::string::npos)
        << summary(reaction);
    EXPECT_EQ(reaction.remarks[1].author, "Jan Kowalski");
    EXPECT_NE(reaction.remarks[1].amendment.text.find("1. De werkgever vertelt:"), std::string::npos) << summary(reaction);
    for (const auto& remark : reaction.remarks)
    {
        EXPECT_EQ(remark.amendment.article.value, "aaaaaaaaaaa3");
        EXPECT_EQ(remark.amendment.base_sha256, branch_sha256(text, remark.amendment.article));
        // What nobody touched is as it was, with its references.
        EXPECT_NE(remark.amendment.text.find("volledig, zoals in {aaaaaaaaaaa4} staat."), std::string::npos);
        EXPECT_NE(remark.amendment.text.find("De gemeente *schrijft in*."), std::string::npos);
    }
    EXPECT_TRUE(reaction.not_understood.empty());
}

TEST(AWordReaction, KeepsReferencesInWordsThatChange)
{
    const auto text = given::small_covenant();
    const auto source = edited(source_of(text), "volledig, zoals in ",
                               by("insertion", "Jan", "juist en ") + ',' + str("volledig, zoals in "));
    const auto reaction = reaction_in(source, text);
    ASSERT_EQ(reaction.remarks.size(), 1U) << summary(reaction);
    EXPECT_NE(reaction.remarks[0].amendment.text.find("b. juist en volledig, zoals in {aaaaaaaaaaa4} staat."),
              std::string::npos)
        << summary(reaction);
}

TEST(AWordReaction, BringsCommentsWithTheirWords)
{
    const auto text = given::small_covenant();
    const auto source = edited(source_of(text), "op tijd;", str("op ") + ',' + comment("1", "Ewa", "Wat is dat?", "tijd") + ',' + str(";"));
    const auto reaction = reaction_in(source, text);
    ASSERT_EQ(reaction.remarks.size(), 1U) << summary(reaction);
    const auto& remark = reaction.remarks[0];
    EXPECT_EQ(remark.kind, RemarkKind::comment);
    EXPECT_EQ(remark.amendment.article.value, "aaaaaaaaaaa3");
    EXPECT_EQ(remark.comment, "Wat is dat?");
    EXPECT_EQ(remark.quote, "tijd");
    EXPECT_EQ(remark.prefix, "a. op ");
    EXPECT_EQ(remark.suffix, ";");
    EXPECT_EQ(remark.author, "Ewa");
}

// Comments that never end hang on the same words, again and again.
TEST(AWordReaction, KeepsOnlyTheFirstWordsOfAQuoteAndTheFirstComments)
{
    const auto text = given::small_covenant();
    auto words = str("op ");
    for (int number = 0; number < 600; ++number)
        words += ',' + begun_comment(std::to_string(number), "Ewa", "Waarom?");
    for (int count = 0; count < 1'000; ++count)
        words += ',' + str("x€€€€€€€€€"); // 28 bytes
    given::Repeating randomness;
    const auto reaction = read_reaction(edited(source_of(text), "op tijd;", words), text, randomness).value();
    std::size_t comments = 0;
    for (const auto& remark : reaction.remarks)
        if (remark.kind == RemarkKind::comment)
        {
            ++comments;
            ASSERT_EQ(remark.quote.size(), 999U); // 35 times 28, and 19 of the next: 20 would cut a sign
            ASSERT_EQ(remark.prefix, "a. op ");
            ASSERT_TRUE(remark.suffix.starts_with("€€€x")) << remark.suffix;
        }
    EXPECT_EQ(comments, 500U);
    EXPECT_EQ(std::ranges::count(reaction.not_understood, "Ewa: Waarom?"), 100);
}

TEST(AWordReaction, CountsChangesThatWereNotTracked)
{
    const auto text = given::small_covenant();
    const auto reaction = reaction_in(edited(source_of(text), "op tijd;", str("binnen vijf dagen en op tijd;")), text);
    ASSERT_EQ(reaction.remarks.size(), 1U) << summary(reaction);
    EXPECT_EQ(reaction.remarks[0].author, "");
    EXPECT_NE(reaction.remarks[0].amendment.text.find("a. binnen vijf dagen en op tijd;"), std::string::npos);
}

TEST(AWordReaction, UnderstandsNewMembersAndArticles)
{
    const auto text = given::small_covenant();
    auto source = source_of(text);
    const std::string place = R"({"t":"Header")";
    const auto annex = source.rfind(place);
    const std::string paragraph = R"({"t":"Para","c":[)";
    source.insert(annex, paragraph + by("insertion", "Jan", "3. De zorgpartner helpt.") + ',' +
                             by("paragraph-insertion", "Jan", "") + "]}," + paragraph +
                             by("insertion", "Jan", "Artikel 3 Taal") + ',' + by("paragraph-insertion", "Jan", "") + "]}," +
                             paragraph + by("insertion", "Jan", "1. Ieder leert Nederlands.") + ',' +
                             by("paragraph-insertion", "Jan", "") + "]},");
    const auto reaction = reaction_in(source, text);
    // Behind the signature block there is no article: the new member is what is not understood.
    ASSERT_EQ(reaction.remarks.size(), 1U) << summary(reaction);
    EXPECT_EQ(reaction.remarks[0].amendment.deed, AmendmentDeed::insert);
    EXPECT_EQ(reaction.remarks[0].amendment.article.value, "aaaaaaaaaaa3");
    EXPECT_EQ(reaction.remarks[0].amendment.heading, "Taal");
    EXPECT_EQ(reaction.remarks[0].amendment.text, "1. Ieder leert Nederlands.");
    EXPECT_EQ(reaction.not_understood, std::vector<std::string>{"3. De zorgpartner helpt."});
}

TEST(AWordReaction, UnderstandsThatAnArticleGoes)
{
    auto text = given::small_covenant();
    auto source = source_of(text);
    source = edited(source, "Artikel 1", by("deletion", "Jan", "Artikel 1"));
    source = edited(source, "Begrippen", by("deletion", "Jan", "Begrippen"));
    source = edited(source, "In dit convenant betekent:", by("deletion", "Jan", "In dit convenant betekent:"));
    source = edited(source, "werkgever", by("deletion", "Jan", "werkgever"));
    source = edited(source, ": ", by("deletion", "Jan", ": "));
    source = edited(source, "een onderneming;", by("deletion", "Jan", "een onderneming;"));
    const auto reaction = reaction_in(source, text);
    ASSERT_EQ(reaction.remarks.size(), 1U) << summary(reaction);
    EXPECT_EQ(reaction.remarks[0].amendment.deed, AmendmentDeed::remove);
    EXPECT_EQ(reaction.remarks[0].amendment.article.value, "aaaaaaaaaaa1");
}

TEST(AWordReaction, TakesNoiseForNoChange)
{
    auto text = given::small_covenant();
    text.articles[4].body = "De werkgever's \"melding\" is - zo   kort.";
    const auto source = edited(source_of(text), "De werkgever's \\\"melding\\\" is - zo   kort.",
                               str("De werkgever’s “melding” is\u00A0- zo kort."));
    EXPECT_EQ(summary(reaction_in(source, text)), "");
}

TEST(AWordReaction, IsKeptAndReadBack)
{
    UnderstoodReaction reaction;
    reaction.articles_found = 3;
    reaction.not_understood = {"een \"stuk\"\n"};
    auto& remark = reaction.remarks.emplace_back();
    remark.kind = RemarkKind::amendment;
    remark.amendment.deed = AmendmentDeed::insert;
    remark.amendment.kind = ArticleKind::annex;
    remark.amendment.article.value = "aaaaaaaaaaa3";
    remark.amendment.text = "łódź";
    remark.author = "Ewa";
    const auto back = read_understood(write_understood(reaction));
    EXPECT_EQ(summary(back), summary(reaction));
    EXPECT_EQ(back.articles_found, 3);
    EXPECT_EQ(back.remarks[0].amendment.kind, ArticleKind::annex);
    EXPECT_THROW(read_understood("{}"), std::invalid_argument);
}

TEST(AComparisonInWord, HasTrackedChangesThatReadAsTheNewerText)
{
    const auto before = given::small_covenant();
    auto after = before;
    after.articles[4].body = "De werkgever vertelt:";
    after.articles.erase(after.articles.begin() + 7); // the second member of article 2
    const auto docx = word_file(word_source(compare(before, after), "0.1 en 0.2", {"Gemeente", Instant{}}));
    given::Repeating randomness;
    // Against the old text the tracked changes are exactly what changed.
    const auto reaction = read_reaction(read_back(docx), before, randomness);
    ASSERT_TRUE(reaction);
    ASSERT_EQ(reaction->remarks.size(), 1U) << summary(*reaction);
    EXPECT_EQ(reaction->remarks[0].author, "Gemeente");
    EXPECT_EQ(reaction->remarks[0].amendment.text, source_text(after, ArticleId{"aaaaaaaaaaa3"}));
}

TEST(ACovenantFromWord, IsTheCovenantThatWasWritten)
{
    for (const char* name : {"employership", "housing", "registration"})
    {
        const auto text = given::starter(name);
        const auto markdown = word_as_covenant_file(read_back(word_file(source_of(text))));
        ASSERT_TRUE(markdown);
        given::Repeating randomness;
        const auto file = read_covenant_file(*markdown, randomness);
        ASSERT_TRUE(file) << *markdown;
        EXPECT_EQ(file->text.title, text.title);
        ASSERT_EQ(file->text.articles.size(), text.articles.size()) << *markdown;
        for (std::size_t at = 0; at < text.articles.size(); ++at)
        {
            EXPECT_EQ(file->text.articles[at].kind, text.articles[at].kind) << at;
            EXPECT_EQ(file->text.articles[at].heading, text.articles[at].heading) << at;
        }
    }
}

TEST(AWordFileThatIsNone, IsRefused)
{
    EXPECT_EQ(unpress("hello", {}).error, "word.not_word");
    EXPECT_EQ(unpress(word_file(source_of(given::small_covenant())).substr(0, 4'000), {}).error, "word.broken");
    given::Repeating randomness;
    const auto text = given::small_covenant();
    for (const char* json : {"", "{}", "[]", R"({"blocks":3,"meta":{}})", R"({"meta":{},"blocks":[{"t":"Para","c":{}}]})"})
        EXPECT_EQ(read_reaction(json, text, randomness).error().fields.front().code, "word.broken") << json;
    std::string deep = R"({"meta":{},"blocks":[)";
    for (int level = 0; level < 150; ++level)
        deep += R"({"t":"BlockQuote","c":[)";
    for (int level = 0; level < 150; ++level)
        deep += "]}";
    EXPECT_EQ(read_reaction(deep + "]}", text, randomness).error().fields.front().code, "word.broken");
    std::string many = R"({"meta":{},"blocks":[{"t":"Null"})";
    for (int count = 0; count < 5'001; ++count)
        many += R"(,{"t":"Para","c":[{"t":"Str","c":"x"}]})";
    EXPECT_EQ(read_reaction(many + "]}", text, randomness).error().fields.front().code, "word.too_large");
}

} // namespace rondetafel::documents::testing
