// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "word_paragraphs.hpp"

#include <rondetafel/domain/covenants.hpp>

#include <string>
#include <vector>

namespace rondetafel::documents
{

/// The paragraphs of a Word file that belong to one first-level article: of the version, or a new one.
struct WordGroup
{
    ArticleId article;  ///< none: a new article
    ArticleId previous; ///< the known article before it in the file
    ArticleKind kind = ArticleKind::article;
    std::vector<const WordParagraph*> paragraphs; ///< the first is the heading, where the kind has one
    bool again = false; ///< the article stood in the file before this place
};

struct WordGroups
{
    std::vector<WordGroup> groups;
    std::vector<const WordParagraph*> loose; ///< belong to no article and are not the frame either
};

/// Finds the articles of the version in a file, and what is new between them.
WordGroups group(const WordText& word, const CovenantText& version);

/// The heading without "Artikel 3" or "Bijlage 1"; nothing when the text begins with neither.
bool is_article_heading(std::string_view text);
std::string without_article_number(std::string_view text);

} // namespace rondetafel::documents
