// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/reactions.hpp>
#include <rondetafel/web/context.hpp>

#include <optional>
#include <string>

namespace rondetafel::web::pages
{

/// The pages behind a link to react (/u/:token with the purpose `reaction`).
http::Response show_reaction(http::Request& request, Context& context);
http::Response post_reaction(http::Request& request, Context& context);
http::Response show_reaction_receipt(http::Request& request, Context& context);
http::Response show_reaction_article(http::Request& request, Context& context);
http::Response show_saved_article(http::Request& request, Context& context);
http::Response post_reaction_article(http::Request& request, Context& context);

/// The reaction a request's link belongs to, with the page's language set; nothing when the link does not work.
std::optional<actions::ReactionPage> reaction_of(http::Request& request, Context& context);
/// The page that says so.
http::Response no_such_reaction(Context& context);
/// "/u/<token>/nl" and what follows.
std::string reaction_path(const Context& context, const http::Request& request, const std::string& rest = {});
/// What every page of a reaction begins with: title, who you are, until when.
templates::View reaction_view(Context& context, const actions::ReactionPage& page, const http::Request& request,
                              const std::string& title);
/// What this party (or another) said about one article, for the partial `reactions/_remark`.
std::vector<templates::View> remarks_on(const Context& context, const actions::ReactionPage& page,
                                        const ArticleId& article, bool own, int level);
/// The page when nothing can be said any more.
http::Response closed_reaction(Context& context, const actions::ReactionPage& page, const http::Request& request);

} // namespace rondetafel::web::pages
