// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenant_check.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::covenant_check
{

/// One piece as a reader meets it: references written out, small letters beside the original.
struct ReadPiece
{
    const Article* article = nullptr;
    std::string text;
    std::string small; ///< `text` in small letters (A to Z only)
};

/// A first-level article with what is inside it.
struct ReadArticle
{
    const Article* article = nullptr;
    std::vector<ReadPiece> pieces; ///< the article itself first

    std::string small() const; ///< heading and all pieces, one after the other
};

std::vector<ReadArticle> read(const CovenantText& text);

/// Whole words only; "binnen" is not in "binnenkort".
bool has_word(std::string_view small, std::string_view word);
bool has_any_word(std::string_view small, std::initializer_list<std::string_view> words);
std::vector<std::string> words_of(std::string_view text);
std::vector<std::string> sentences_of(std::string_view text);
/// "de werkgever", "werkgevers" and "Werkgever" name the same role: small letters, no article, no plural.
std::string role_name(std::string_view name);

// The parts of the check, in the order in which findings are shown.
void find_missing_clauses(const std::vector<ReadArticle>& articles, std::vector<Finding>& findings);
void find_party_gaps(const CovenantText& text, std::vector<Finding>& findings);
void find_obligation_gaps(const CovenantText& text, const std::vector<ReadArticle>& articles,
                          std::vector<Finding>& findings);
void find_term_gaps(const CovenantText& text, const std::vector<ReadArticle>& articles,
                    std::vector<Finding>& findings);
void find_reference_gaps(const CovenantText& text, const std::vector<ReadArticle>& articles,
                         std::vector<Finding>& findings);
void find_hard_reading(const std::vector<ReadArticle>& articles, std::vector<Finding>& findings);

} // namespace rondetafel::covenant_check
