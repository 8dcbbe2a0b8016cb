// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/documents/covenant_file.hpp>
#include <rondetafel/domain/covenants.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace rondetafel::documents::given
{

inline const std::string member_id = "aaaaaaaaaaa4";

inline Article piece(const std::string& id, ArticleKind kind, const std::string& parent, const std::string& heading,
                     const std::string& body)
{
    Article article;
    article.id = ArticleId{id};
    if (!parent.empty())
        article.parent = ArticleId{parent};
    article.kind = kind;
    article.heading = heading;
    article.body = body;
    return article;
}

/// A text with one piece of this kind and body.
inline CovenantText text_with(const std::string& body, ArticleKind kind = ArticleKind::article)
{
    CovenantText text;
    text.title = "Convenant";
    text.articles.push_back(piece("aaaaaaaaaaa1", kind, "", "Kop", body));
    return text;
}

inline std::vector<PartyText> two_parties()
{
    PartyText municipality;
    municipality.legal_name = "Gemeente Voorbeeldstad";
    municipality.short_name = "de gemeente";
    municipality.represented_by = "mevrouw A. de Vries";
    municipality.capacity = "burgemeester";
    municipality.authority = "artikel 171 Gemeentewet";
    PartyText agency;
    agency.legal_name = "Uitzendbureau De Łódka B.V.";
    agency.short_name = "het uitzendbureau";
    agency.registration = "12345678";
    agency.represented_by = "de heer J. Kowalski";
    agency.capacity = "directeur";
    agency.authority = "de statuten";
    return {municipality, agency};
}

/// One of each kind, with a reference.
inline CovenantText small_covenant()
{
    CovenantText text;
    text.title = "Convenant registratie";
    text.parties = two_parties();
    text.articles = {
        piece("aaaaaaaaaaa0", ArticleKind::consideration, "", "", "iedereen **vindbaar** moet zijn;"),
        piece("aaaaaaaaaaa1", ArticleKind::definitions, "", "Begrippen", "In dit convenant betekent:"),
        piece("aaaaaaaaaaa2", ArticleKind::definition, "aaaaaaaaaaa1", "werkgever", "een onderneming;"),
        piece("aaaaaaaaaaa3", ArticleKind::article, "", "Registratie", ""),
        piece(member_id, ArticleKind::member, "aaaaaaaaaaa3", "", "De werkgever meldt:"),
        piece("aaaaaaaaaaa5", ArticleKind::part, member_id, "", "op tijd;"),
        piece("aaaaaaaaaaa6", ArticleKind::part, member_id, "", "volledig, zoals in {" + member_id + "} staat."),
        piece("aaaaaaaaaaa7", ArticleKind::member, "aaaaaaaaaaa3", "", "De gemeente *schrijft in*."),
        piece("aaaaaaaaaaa8", ArticleKind::annex, "", "Normen",
              "Deze normen gelden.\n\n| Norm | Waarde |\n|---|---|\n| Ruimte | 5 m² |\n| Uitzicht | ja |")};
    return text;
}

/// Always the same bytes in the same order, so that a failure can be repeated.
class Repeating : public Randomness
{
public:
    std::string bytes(std::size_t count) override
    {
        std::string all;
        while (all.size() < count)
            all += static_cast<char>((state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL) >> 56);
        return all;
    }

private:
    unsigned long long state_ = 7;
};

/// A starter text of the product with two parties: "employership", "housing" or "registration".
inline CovenantText starter(const std::string& name)
{
    std::ifstream file(std::string(RONDETAFEL_SOURCE) + "/db/examples/covenants/" + name + ".md");
    const std::string markdown{std::istreambuf_iterator<char>(file), {}};
    Repeating randomness;
    auto text = read_covenant_file(markdown, randomness).value().text;
    text.parties = two_parties();
    return text;
}

/// A covenant of about forty pages: every starter's articles over and over, in other words each time.
inline CovenantText long_covenant()
{
    Repeating randomness;
    randomness.bytes(1'000'000); // the starter used up the first; an id is given once
    auto text = starter("employership");
    std::vector<Article> original;
    for (const auto& article : text.articles)
        if (first_level_of(text, article.id)->kind != ArticleKind::annex)
            original.push_back(article);
    text.articles = original;
    for (int copy = 2; copy <= 11; ++copy)
    {
        std::map<ArticleId, ArticleId> renamed;
        for (auto article : original)
        {
            if (article.kind == ArticleKind::consideration)
                continue;
            renamed[article.id] = new_article_id(randomness);
            article.id = renamed[article.id];
            if (article.parent)
                article.parent = renamed[*article.parent];
            if (!article.heading.empty() && article.kind != ArticleKind::definition)
                article.heading += " (deel " + std::to_string(copy) + ")";
            article.body += article.body.empty() ? "" : " Dit geldt ook in jaar " + std::to_string(copy) + ".";
            text.articles.push_back(std::move(article));
        }
    }
    return text;
}

} // namespace rondetafel::documents::given
