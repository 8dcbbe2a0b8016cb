// SPDX-License-Identifier: EUPL-1.2
#include "reading.hpp"

#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::covenant_check
{

namespace
{

// Language level B1: short sentences, few long words. The limits are ours; legal text gets some more room
// than a letter.
constexpr std::size_t sentence_words_max = 30;
constexpr std::size_t average_words_max = 20;
constexpr std::size_t long_word_letters = 16;
constexpr double long_words_share_max = 0.12;
constexpr std::size_t words_to_judge = 25; ///< shorter articles say too little

} // namespace

void find_hard_reading(const std::vector<ReadArticle>& articles, std::vector<Finding>& findings)
{
    for (const auto& read : articles)
    {
        if (read.article->kind == ArticleKind::annex)
            continue;
        std::size_t sentences = 0;
        std::size_t words = 0;
        std::size_t longest = 0;
        std::size_t long_words = 0;
        for (const auto& piece : read.pieces)
            for (const auto& sentence : sentences_of(piece.text))
            {
                const auto in_it = words_of(sentence);
                ++sentences;
                words += in_it.size();
                longest = std::max(longest, in_it.size());
                long_words += static_cast<std::size_t>(
                    std::count_if(in_it.begin(), in_it.end(),
                                  [](const auto& word) { return characters(word) >= long_word_letters; }));
            }
        if (longest > sentence_words_max)
            findings.push_back(
                {"readability.long_sentence", read.article->id, {}, {{"words", std::to_string(longest)}}});
        else if (read.article->kind != ArticleKind::definitions && words > words_to_judge &&
                 words / sentences > average_words_max)
            findings.push_back({"readability.average",
                                read.article->id,
                                {},
                                {{"words", std::to_string(words / sentences)}}});
        if (words >= words_to_judge &&
            static_cast<double>(long_words) > long_words_share_max * static_cast<double>(words))
            findings.push_back(
                {"readability.long_words", read.article->id, {}, {{"words", std::to_string(long_words)}}});
    }
}

} // namespace rondetafel::covenant_check

namespace rondetafel
{

std::vector<Finding> check_covenant(const CovenantText& text)
{
    using namespace covenant_check;
    const auto articles = read(text);
    std::vector<Finding> findings;
    find_missing_clauses(articles, findings);
    find_party_gaps(text, findings);
    find_obligation_gaps(text, articles, findings);
    find_term_gaps(text, articles, findings);
    find_reference_gaps(text, articles, findings);
    find_hard_reading(articles, findings);
    return findings;
}

} // namespace rondetafel
