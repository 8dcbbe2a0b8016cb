// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/articles.hpp>
#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

/// What stands in the editor, whoever put it there.
struct Typed
{
    std::string heading;
    std::string body;
    int revision = 0; ///< of the article it is typed over
};

Typed stored_text(const actions::ArticleView& article);

/// The editor with a text in it. `preview` is the article as it would look, or empty.
http::Response editor_page(Context& context, const actions::ArticleView& article, const Typed& typed,
                           const Problem* problem, const std::string& preview);
/// What somebody else saved beside what was typed, with the words that differ, and the typed text to go on
/// with.
http::Response conflict_page(Context& context, const actions::ArticleView& article, const Typed& typed);

} // namespace rondetafel::web::pages
