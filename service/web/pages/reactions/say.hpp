// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/reactions.hpp>
#include <rondetafel/web/context.hpp>

#include <string>
#include <vector>

namespace rondetafel::web::pages
{

/// What can be said about an article, as the radio buttons of both forms name it: the partner's and the staff's.
enum class Say
{
    agree,
    comment,
    change,
    remove,
    move,
    insert
};

/// In an address the article that does not exist yet.
inline constexpr const char* new_article = "nieuw";

/// What the fields "say", "kind", "place", "heading", "text" and "quote" ask for about an article, or about a new one when
/// `article` is new_article. Invalid "say" when no button fits. The comment is the form's business.
Result<actions::RemarkWish> said_in(const http::Form& form, const std::string& article);

/// Sets say_agree, say_comment … and kind_article … to what was chosen.
void add_say(templates::View& view, const http::Form& form);

/// Where an article can stand: first, or after one of the others; Dutch titles.
std::vector<templates::View> places(const Context& context, const CovenantText& text, const ArticleId& without,
                                    const std::string& chosen);

} // namespace rondetafel::web::pages
