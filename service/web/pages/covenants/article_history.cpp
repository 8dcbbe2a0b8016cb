// SPDX-License-Identifier: EUPL-1.2
#include "articles.hpp"

#include "covenant_parts.hpp"

#include <rondetafel/actions/articles.hpp>
#include <rondetafel/documents/covenant_html.hpp>
#include <rondetafel/domain/comparison.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

// An earlier save as people read it: the references of its time are shown as they stand in the text of now.
std::string words_of(CovenantText text, const std::vector<Article>& pieces)
{
    const auto& article = pieces.front();
    replace_branch(text, pieces);
    return article.heading + '\n' + edited_text(text, article.id);
}

} // namespace

http::Response show_article_history(http::Request& request, Context& context)
{
    const auto article =
        context.read(actions::show_article, {covenant_named(request), article_named(request)});
    if (!article)
        return context.refuse(article.error());
    documents::HtmlSetting setting;
    setting.deleted_word = context.text("comparison.deleted_word");
    setting.inserted_word = context.text("comparison.inserted_word");
    const auto& saves = article->saves;
    std::vector<View> rows;
    for (std::size_t at = 0; at < saves.size(); ++at)
    {
        const auto& save = saves[at];
        const auto now = words_of(article->text, save.pieces);
        const auto before =
            at + 1 < saves.size() ? words_of(article->text, saves[at + 1].pieces) : std::string();
        rows.push_back(View{}
                           .set("save", save.id)
                           .set("what", context.text("article_history." + std::string(word(save.verb))))
                           .set("who", save.author)
                           .set("when", moment_of(context, save.saved_at))
                           .set("current", save.pieces == article->draft.pieces)
                           .set("difference", documents::runs_html(compare_words(before, now), setting)));
    }
    View view;
    add_covenant_head(context, view, article->covenant, false, "");
    view.set("title", context.text("article_history.title",
                                   {{"name", article_name(article->text, article->draft.article())}}))
        .set("errors", false)
        .set("article_href", article_path(article->covenant.id, article->draft.id()))
        .set("revision", article->draft.revision)
        .set("rows", std::move(rows));
    return covenant_page(context, "article_history", std::move(view));
}

} // namespace rondetafel::web::pages
