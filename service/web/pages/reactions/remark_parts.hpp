// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/rounds.hpp>
#include <rondetafel/web/context.hpp>

#include <string>
#include <vector>

namespace rondetafel::web::pages
{

/// Other words for an article as the change they make: ins and del, each with a word for screen readers. Raw HTML, with
/// headings of this level.
std::string amendment_html(const Context& context, const CovenantText& text, const Amendment& amendment, int level = 4);

/// "Artikel 3 – Registratie in de BRP": how lists and headings call a first-level article. Dutch always.
std::string article_title(const CovenantText& text, const ArticleId& article);

/// One remark for the partial `reactions/_remark`: who, what, the change it makes, the decision.
templates::View remark_view(const Context& context, const CovenantText& text, const actions::RemarkView& row,
                            const std::string& party, int level = 4);

/// The decision box of a remark (look, 4.15); "decision" is false when nobody decided.
void add_decision(const Context& context, templates::View& view, const std::optional<Decision>& decision);

/// How the settings of covenant HTML sound in this page's language.
std::string inserted_word(const Context& context);
std::string deleted_word(const Context& context);

} // namespace rondetafel::web::pages
