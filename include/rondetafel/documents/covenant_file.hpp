// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel::documents
{

/// A covenant as a Markdown file gives it. The parties are not in it: they come from the register.
struct CovenantFile
{
    CovenantText text;
    std::vector<ArticleSubject> subjects;
    std::vector<std::string> left_out; ///< headings whose text belongs to no article, such as "Ondertekening"
};

/// Reads "# Title", "## Overwegingen" with a list, "## Artikel 1 Doel", "## Bijlage 1 Normen"; numbers in headings are not
/// kept, for they follow from the order. "[artikel 9]" is a reference; {topic=… starting-point=…} at the end of a heading or
/// consideration names its subject. Problems name the line: "covenant_file.no_title", "covenant_file.no_articles", and
/// those of read_article.
Result<CovenantFile> read_covenant_file(std::string_view markdown, Randomness& randomness);

} // namespace rondetafel::documents
