// SPDX-License-Identifier: EUPL-1.2
#include "reading.hpp"

#include <rondetafel/domain/fields.hpp>

#include <algorithm>
#include <cctype>
#include <set>

namespace rondetafel::covenant_check
{

namespace
{

// Well enough known, or the name of a law or mark that needs no definition.
const std::set<std::string> known_abbreviations{"AVG", "EU", "BV", "NV", "KvK", "EUR"};

bool is_abbreviation(const std::string& word)
{
    return word.size() >= 2 && word.size() <= 6 &&
           std::all_of(word.begin(), word.end(),
                       [](char letter) { return std::isupper(static_cast<unsigned char>(letter)) != 0; });
}

// Roman numerals and the letters of a list are no abbreviations either.
bool is_numeral(const std::string& word)
{
    return word.find_first_not_of("IVX") == std::string::npos;
}

bool uses(const ReadArticle& read, const std::string& stem, const Article* own)
{
    return in_small_letters(read.article->heading).find(stem) != std::string::npos ||
           std::any_of(read.pieces.begin(), read.pieces.end(),
                       [&](const ReadPiece& piece)
                       { return piece.article != own && piece.small.find(stem) != std::string::npos; });
}

// Over plural and compound: "arbeidsmigranten" uses "arbeidsmigrant".
std::string stem_of(const std::string& term)
{
    const auto role = role_name(term);
    return role.empty() ? in_small_letters(term) : role;
}

} // namespace

void find_term_gaps(const CovenantText& text, const std::vector<ReadArticle>& articles,
                    std::vector<Finding>& findings)
{
    std::set<std::string> defined;
    for (const auto& article : text.articles)
    {
        if (article.kind != ArticleKind::definition)
            continue;
        defined.insert(in_small_letters(article.heading));
        const auto stem = stem_of(article.heading);
        if (std::none_of(articles.begin(), articles.end(),
                         [&](const auto& read) { return uses(read, stem, &article); }))
            findings.push_back(
                {"definition.unused", *article.parent, article.heading, {{"term", article.heading}}});
    }
    std::set<std::string> missed;
    for (const auto& read : articles)
        for (const auto& piece : read.pieces)
            for (const auto& word : words_of(piece.text))
                if (is_abbreviation(word) && !is_numeral(word) && !known_abbreviations.contains(word) &&
                    !defined.contains(in_small_letters(word)) && missed.insert(word).second)
                    findings.push_back({"definition.missing", read.article->id, word, {{"term", word}}});
}

void find_reference_gaps(const CovenantText& text, const std::vector<ReadArticle>& articles,
                         std::vector<Finding>& findings)
{
    for (const auto& article : text.articles)
        for (const auto& id : references_in(article.body))
            if (find_article(text, id) == nullptr)
                findings.push_back(
                    {"reference.dangling", first_level_of(text, article.id)->id, id.value, {}});
    // A number that was typed does not follow when articles move. "artikel 171 Gemeentewet" is another
    // matter.
    for (const auto& read : articles)
        for (const auto& piece : read.pieces)
        {
            const auto words = words_of(resolved(piece.article->body, {}));
            for (std::size_t at = 0; at + 1 < words.size(); ++at)
            {
                const bool number = std::isdigit(static_cast<unsigned char>(words[at + 1].front())) != 0;
                const bool of_a_law = at + 2 < words.size() &&
                                      (words[at + 2] == "van" ||
                                       std::isupper(static_cast<unsigned char>(words[at + 2].front())) != 0);
                if (in_small_letters(words[at]) == "artikel" && number && !of_a_law)
                    findings.push_back({"reference.by_number",
                                        read.article->id,
                                        words[at] + ' ' + words[at + 1],
                                        {{"reference", words[at] + ' ' + words[at + 1]}}});
            }
        }
}

} // namespace rondetafel::covenant_check
