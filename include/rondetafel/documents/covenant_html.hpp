// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/comparison.hpp>
#include <rondetafel/domain/covenants.hpp>

#include <memory>
#include <string>
#include <vector>

namespace rondetafel::documents
{

class TextIndex;

/// How a covenant text is set into a page. Ids and addresses are ours and are not escaped; texts are.
struct HtmlSetting
{
    int level = 2;               ///< of the headings of articles; the title stands one level above
    bool title = true;           ///< whether the title is written too
    std::string anchor = "a-";   ///< the id of a piece in the page is this and its article id
    std::string reference_base;  ///< the address of the page that references lead to; empty: this page
    bool anchors = true;         ///< false where the same text stands twice on one page
    std::string deleted_word = "vervalt"; ///< what screen readers hear before words that went and came
    std::string inserted_word = "nieuw";
};

/// A whole covenant as an HTML fragment: title, parties, considerations, articles, annexes, signature block. Numbers are
/// real text. Whatever stands in the covenant comes out as words: no HTML, link or script of its author survives.
/// Mark it lang="nl" on a page in another language.
std::string covenant_html(const CovenantText& text, const HtmlSetting& setting = {});
/// A first-level article with everything inside it, with its heading; empty when there is none of that id.
std::string article_html(const CovenantText& text, const ArticleId& article, const HtmlSetting& setting = {});
/// The body of one piece alone, without heading, number or what is inside it.
std::string body_html(const CovenantText& text, const Article& article, const HtmlSetting& setting = {});

/// A comparison in place: the newer text with ins and del, each with a word for screen readers.
std::string comparison_html(const Comparison& comparison, const HtmlSetting& setting = {});

/// Writes pieces of one comparison, each by itself. `newer` and `older` (after_of, before_of) are what references cite; both
/// must outlive it.
class ChangeHtml
{
public:
    ChangeHtml(const CovenantText& newer, const CovenantText& older, HtmlSetting setting = {});
    ~ChangeHtml();
    ChangeHtml(const ChangeHtml&) = delete;
    ChangeHtml& operator=(const ChangeHtml&) = delete;

    /// A piece with its number or heading.
    std::string piece(const ArticleChange& change) const;
    /// Its body alone.
    std::string body(const ArticleChange& change) const;

private:
    std::unique_ptr<const TextIndex> newer_;
    std::unique_ptr<const TextIndex> older_;
    HtmlSetting setting_;
};

/// A line with its changes.
std::string runs_html(const std::vector<Run>& runs, const HtmlSetting& setting = {});

/// The words of a covenant in the order in which they are read, one paragraph a line, numbers included: what the PDF
/// and the Word file say too.
std::string covenant_words(const CovenantText& text);

} // namespace rondetafel::documents
