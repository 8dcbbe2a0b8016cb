// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/domain/covenants.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace rondetafel
{

namespace
{

/// Counts up, so that a test can be repeated.
class Counting : public Randomness
{
public:
    std::string bytes(std::size_t count) override
    {
        std::string made(count, '\0');
        for (auto value = ++count_; auto& byte : made)
        {
            byte = static_cast<char>(value & 0xff);
            value >>= 8;
        }
        return made;
    }

private:
    unsigned long count_ = 0;
};

class ACovenantText : public testing::Test
{
protected:
    ArticleId add(ArticleKind kind, const std::string& heading, const std::string& typed)
    {
        Article article;
        article.id = new_article_id(randomness_);
        article.kind = kind;
        text_.articles.push_back(article);
        const auto made = read_article(text_, article, heading, typed, randomness_);
        EXPECT_TRUE(made) << (made ? "" : made.error().code + made.error().fields.at(0).code);
        replace_branch(text_, *made);
        return article.id;
    }

    std::vector<Article> read(const ArticleId& id, const std::string& typed)
    {
        const auto article = *find_article(text_, id);
        return read_article(text_, article, article.heading, typed, randomness_).value();
    }

    std::string refusal(const ArticleId& id, const std::string& typed)
    {
        const auto made = read_article(text_, *find_article(text_, id), "Kop", typed, randomness_);
        return made ? "" : made.error().fields.at(0).code;
    }

    Counting randomness_;
    CovenantText text_{"Convenant goed werkgeverschap", {}, {}};
    const ArticleId consideration_ = add(ArticleKind::consideration, "", "dat partijen elkaar nodig hebben;");
    const ArticleId terms_ =
        add(ArticleKind::definitions, "Begrippen",
            "In dit convenant betekent:\n- huisvester: wie woonruimte verhuurt;\n- partij: wie tekent.");
    const ArticleId duty_ =
        add(ArticleKind::article, "Registratie",
            "1. De werkgever:\n   a. wijst op de plicht;\n   b. helpt bij de inschrijving.\n"
            "2. De gemeente schrijft in.");
    const ArticleId reference_ =
        add(ArticleKind::article, "Naleving", "Wie [artikel 2, lid 1, onder b] niet nakomt, zegt dat.");
    const ArticleId annex_ = add(ArticleKind::annex, "Normen", "- een\n- twee");
};

TEST_F(ACovenantText, NumbersEachPieceByItsPlace)
{
    EXPECT_EQ(citation(text_, consideration_), "overweging a");
    EXPECT_EQ(citation(text_, terms_), "artikel 1");
    EXPECT_EQ(citation(text_, duty_), "artikel 2");
    EXPECT_EQ(citation(text_, annex_), "bijlage 1");
    const auto pieces = branch(text_, duty_);
    ASSERT_EQ(pieces.size(), 5U);
    EXPECT_EQ(citation(text_, pieces[2].id), "artikel 2, lid 1, onder a");
    EXPECT_EQ(citation(text_, pieces[4].id), "artikel 2, lid 2");
    EXPECT_EQ(citation(text_, branch(text_, terms_)[1].id), "begrip huisvester");
}

TEST_F(ACovenantText, IsReadBackAsItWasWritten)
{
    for (const auto& id : {consideration_, terms_, duty_, reference_, annex_})
        EXPECT_EQ(read(id, edited_text(text_, id)), branch(text_, id));
}

TEST_F(ACovenantText, FollowsReferencesThroughRenumbering)
{
    EXPECT_NE(find_article(text_, reference_)->body.find('{'), std::string::npos);
    text_.articles.erase(text_.articles.begin() + 1, text_.articles.begin() + 4);
    EXPECT_EQ(resolved(find_article(text_, reference_)->body, citations(text_)),
              "Wie artikel 1, lid 1, onder b niet nakomt, zegt dat.");
}

TEST_F(ACovenantText, KnowsItsPiecesAgain)
{
    const auto before = branch(text_, duty_);
    const auto after =
        read(duty_, "1. De gemeente schrijft in.\n2. Een nieuw lid over iets anders.\n3. De werkgever:\n"
                    "   a. wijst iedereen op de plicht;\n   b. helpt bij de inschrijving.");
    ASSERT_EQ(after.size(), 6U);
    EXPECT_EQ(after[1].id, before[4].id);
    EXPECT_EQ(find_article(text_, after[2].id), nullptr);
    EXPECT_EQ(after[3].id, before[1].id);
    EXPECT_EQ(after[4].id, before[2].id);
    EXPECT_EQ(after[5].id, before[3].id);
    EXPECT_EQ(after[5].parent, before[1].id);
}

TEST_F(ACovenantText, KeepsTheIdOfARewrittenPieceInItsPlace)
{
    EXPECT_EQ(read(duty_, "1. Heel andere woorden hier.\n2. De gemeente schrijft in.")[1].id,
              branch(text_, duty_)[1].id);
}

TEST_F(ACovenantText, RefusesWhatItCannotKeep)
{
    EXPECT_EQ(refusal(duty_, "Zie [artikel 9]."), "article.no_such_reference");
    EXPECT_EQ(refusal(duty_, "Zie {0123456789ab}."), "article.no_such_reference");
    EXPECT_EQ(refusal(duty_, "<b>vet</b>"), "article.html");
    EXPECT_EQ(refusal(duty_, std::string(60'001, 'x')), "text.too_long");
    EXPECT_EQ(refusal(duty_, "Bij a < b geldt [dit is geen verwijzing]."), "");
}

TEST_F(ACovenantText, ReadsTheInnermostBracketsOnly)
{
    std::string open;
    while (open.size() < 59'000)
        open += "[artikel 9 ";
    EXPECT_EQ(refusal(duty_, open + "[dit]"), "");
    EXPECT_EQ(refusal(duty_, open + "]"), "article.no_such_reference");
    EXPECT_EQ(read(annex_, std::string(59'000, '[') + "artikel 2]").at(0).body,
              std::string(58'999, '[') + '{' + duty_.value + '}');
}

TEST_F(ACovenantText, IsMeasuredBeforeReferencesAreLookedUp)
{
    EXPECT_EQ(refusal(duty_, "[artikel 9]" + std::string(60'001, 'x')), "text.too_long");
}

std::string repeated(std::string_view line, int times)
{
    std::string lines;
    for (int time = 0; time < times; ++time)
        lines += line;
    return lines;
}

TEST_F(ACovenantText, ReadsBackTheMostPiecesItTakesAndRefusesMore)
{
    for (const auto& most :
         {repeated("a. x\n", 52), repeated("1. x\n", 999), "1. x\n" + repeated("   a. x\n", 52) + "2. y"})
    {
        replace_branch(text_, read(duty_, most));
        EXPECT_EQ(read(duty_, edited_text(text_, duty_)), branch(text_, duty_));
    }
    EXPECT_EQ(refusal(duty_, repeated("a. x\n", 53)), "article.too_many_parts");
    EXPECT_EQ(refusal(duty_, "1. x\n" + repeated("a. x\n", 53)), "article.too_many_parts");
    EXPECT_EQ(refusal(duty_, repeated("a. x\n", 11'900)), "article.too_many_parts");
    EXPECT_EQ(refusal(duty_, repeated("1. x\n", 1'000)), "article.too_many_members");
    EXPECT_EQ(refusal(annex_, repeated("a. x\n", 53)), "") << "an annex has no parts";
}

TEST_F(ACovenantText, IsMeasuredAsItIsKept)
{
    EXPECT_EQ(refusal(duty_, repeated("1. x\n" + repeated("a. x\n", 50), 200)), "text.too_long");
}

TEST_F(ACovenantText, RefusesTermsAndTablesThatNobodyCanRead)
{
    EXPECT_EQ(refusal(terms_, "- " + std::string(200, 'x') + ": y"), "");
    EXPECT_EQ(refusal(terms_, "- " + std::string(201, 'x') + ": y"), "article.term_too_long");
    const auto table = [](int columns, int rows)
    { return repeated("|k", columns) + "|\n|-|\n" + repeated("|r\n", rows - 1); };
    EXPECT_EQ(refusal(annex_, table(40, 125)), "");
    EXPECT_EQ(refusal(annex_, "Een | of ander\n\n" + table(41, 2)), "article.table_too_large");
    EXPECT_EQ(refusal(annex_, table(40, 126)), "article.table_too_large");
    EXPECT_EQ(refusal(annex_, table(40, 63) + "\n" + table(40, 63)), "article.table_too_large");
    EXPECT_EQ(refusal(duty_, table(41, 2)), "") << "only an annex has tables";
}

TEST_F(ACovenantText, CleansWhatWasTyped)
{
    const auto made = read(annex_, "een\r\nregel  \n\n\n\nvolgende\x07 alinea e\xcc\x81\n");
    EXPECT_EQ(made.at(0).body, "een\nregel\n\nvolgende alinea \xc3\xa9");
}

TEST_F(ACovenantText, HasOneCanonicalForm)
{
    text_.parties.push_back({"Gemeente Aalsmeer", "de gemeente", "", "de burgemeester", "burgemeester",
                             "artikel 171 Gemeentewet"});
    const auto bytes = canonical(text_);
    EXPECT_EQ(read_canonical(bytes), text_);
    EXPECT_EQ(canonical(read_canonical(bytes)), bytes);
    auto other = text_;
    other.articles.back().body += " ";
    EXPECT_NE(sha256_hex(canonical(other)), sha256_hex(bytes));
}

TEST_F(ACovenantText, IsNeverReadFromBytesThatAreNotCanonical)
{
    const auto bytes = canonical(text_);
    for (const auto& broken :
         {bytes + "\n", bytes.substr(0, bytes.size() - 1), "x" + bytes, bytes + bytes, std::string()})
        EXPECT_THROW(read_canonical(broken), std::invalid_argument);
    auto forged = text_;
    forged.title = "Convenant\narticle: 0123456789ab member -";
    EXPECT_THROW(canonical(forged), std::invalid_argument);
}

TEST_F(ACovenantText, HashesABranchWithEverythingInIt)
{
    const auto before = branch_sha256(text_, duty_);
    replace_branch(text_, read(duty_, "1. De werkgever wijst."));
    EXPECT_NE(branch_sha256(text_, duty_), before);
    const auto untouched = branch_sha256(text_, annex_);
    text_.articles.erase(text_.articles.begin());
    EXPECT_EQ(branch_sha256(text_, annex_), untouched);
}

TEST(VersionNumbers, CountDraftsBelowOneAndAdoptedTextsWhole)
{
    const auto number = [](int major, int minor)
    {
        Version version;
        version.major = major;
        version.minor = minor;
        return version;
    };
    EXPECT_EQ(next_issued({}).number(), "0.1");
    EXPECT_EQ(next_issued({number(0, 1), number(0, 2)}).number(), "0.3");
    EXPECT_EQ(next_adopted({number(0, 3)}).number(), "1.0");
    EXPECT_EQ(next_issued({number(0, 3), number(1, 0)}).number(), "1.1");
    EXPECT_EQ(next_adopted({number(1, 0), number(1, 1)}).number(), "2.0");
}

} // namespace

} // namespace rondetafel
