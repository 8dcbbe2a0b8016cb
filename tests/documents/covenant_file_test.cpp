// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/covenant_file.hpp>
#include <rondetafel/domain/covenant_check.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace rondetafel::documents
{

namespace
{

std::string starter(const std::string& name)
{
    std::ifstream stream(std::filesystem::path(RONDETAFEL_SOURCE) / "db/examples/covenants" / (name + ".md"));
    return {std::istreambuf_iterator<char>(stream), {}};
}

class AStarter : public testing::TestWithParam<const char*>
{
protected:
    CovenantFile read()
    {
        auto file = read_covenant_file(starter(GetParam()), randomness_);
        EXPECT_TRUE(file) << file.error().fields.at(0).code;
        return file ? *file : CovenantFile{};
    }
    SystemRandomness randomness_;
};

TEST_P(AStarter, IsReadWhole)
{
    const auto file = read();
    EXPECT_TRUE(file.left_out.empty());
    EXPECT_GE(file.text.articles.size(), 40U);
    for (const auto& subject : file.subjects)
    {
        const auto* article = find_article(file.text, subject.article);
        ASSERT_NE(article, nullptr);
        EXPECT_TRUE(!subject.topic.empty() || article->kind == ArticleKind::consideration)
            << article->heading;
    }
    for (const auto& article : file.text.articles)
        for (const auto& id : references_in(article.body))
            EXPECT_NE(find_article(file.text, id), nullptr);
    EXPECT_EQ(read_canonical(canonical(file.text)), file.text);
}

TEST_P(AStarter, SatisfiesTheCheckButForItsParties)
{
    const auto file = read();
    for (const auto& finding : check_covenant(file.text))
        EXPECT_EQ(finding.rule, "party.none") << citation(file.text, finding.article) << ' ' << finding.subject;
}

INSTANTIATE_TEST_SUITE_P(Of, AStarter, testing::Values("employership", "housing", "registration"),
                         [](const auto& each) { return std::string(each.param); });

TEST(ACovenantFile, NamesWhatIsMissing)
{
    SystemRandomness randomness;
    EXPECT_EQ(read_covenant_file("tekst", randomness).error().fields.at(0).code, "covenant_file.no_title");
    EXPECT_EQ(read_covenant_file("# Titel\n\n## Ondertekening\n\nx\n", randomness).error().fields.at(0).code,
              "covenant_file.no_articles");
    const auto refused = read_covenant_file("# Titel\n\n## Artikel 1 Doel\n\nZie [artikel 2].\n", randomness);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).code, "article.no_such_reference");
    EXPECT_EQ(refused.error().fields.at(0).arguments.back(),
              (std::pair<std::string, std::string>("line", "3")));
}

TEST(ACovenantFile, TellsWhatItLeftOut)
{
    SystemRandomness randomness;
    const auto file = read_covenant_file(
        "# T\n\n## Artikel 1. Doel\n\nWij willen dit.\n\n## Ondertekening\n\nAls getekend.\n", randomness);
    EXPECT_EQ(file->left_out, std::vector<std::string>{"Ondertekening"});
    EXPECT_EQ(file->text.articles.at(0).heading, "Doel");
}

} // namespace

} // namespace rondetafel::documents
