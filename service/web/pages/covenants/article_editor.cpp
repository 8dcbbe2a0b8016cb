// SPDX-License-Identifier: EUPL-1.2
#include "article_editor.hpp"

#include "covenant_parts.hpp"

#include "../../problems.hpp"

#include <rondetafel/documents/covenant_html.hpp>
#include <rondetafel/domain/comparison.hpp>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

constexpr std::size_t references_shown = 60;

void add_references(View& view, const CovenantText& text)
{
    std::vector<View> rows;
    for (const auto& article : text.articles)
        if (!article.parent && rows.size() < references_shown)
            rows.push_back(View{}
                               .set("reference", '[' + citation(text, article.id) + ']')
                               .set("heading", article.heading));
    view.set("references", std::move(rows));
}

void add_frame(Context& context, View& view, const actions::ArticleView& article, const Typed& typed)
{
    const auto& covenant = article.covenant;
    const auto& own = article.draft.article();
    const auto href = article_path(covenant.id, own.id);
    add_covenant_head(context, view, covenant, false, "");
    view.set("title", article_name(article.text, own))
        .set("article_href", href)
        .set("back", covenant_path(covenant.id, "#a-" + own.id.value))
        .set("with_heading", own.kind != ArticleKind::consideration)
        .set("heading", typed.heading)
        .set("text", typed.body)
        .set("revision", typed.revision);
    add_references(view, article.text);
}

// What this person typed before and never saved; nothing when it says the same as what stands.
void add_unsaved(const Context& context, View& view, const actions::ArticleView& article, const Typed& typed)
{
    const auto& kept = article.typing;
    if (!kept || (kept->heading == typed.heading && kept->body == typed.body))
    {
        view.set("unsaved", false);
        return;
    }
    const auto href = article_path(article.covenant.id, article.draft.id());
    view.set("unsaved", View{}
                            .set("when", moment_of(context, kept->typed_at))
                            .set("go_on", href + "?concept=ja")
                            .set("throw_away", href + "/weggooien"));
}

std::string author_of_last_save(const actions::ArticleView& article)
{
    return article.saves.empty() ? std::string() : article.saves.front().author;
}

} // namespace

Typed stored_text(const actions::ArticleView& article)
{
    const auto& id = article.draft.id();
    return {article.draft.article().heading, edited_text(article.text, id), article.draft.revision};
}

http::Response editor_page(Context& context, const actions::ArticleView& article, const Typed& typed,
                           const Problem* problem, const std::string& preview)
{
    View view;
    add_frame(context, view, article, typed);
    add_problem(context, view, problem, {"heading", "text"});
    add_unsaved(context, view, article, typed);
    view.optional("preview", preview)
        .set("any_saves", !article.saves.empty())
        .set("kept_message", context.text("covenant_editor.kept_at"))
        .set("not_kept_message", context.text("covenant_editor.not_kept"));
    return covenant_page(context, "article", std::move(view), problem != nullptr ? 422 : 200);
}

http::Response conflict_page(Context& context, const actions::ArticleView& article, const Typed& typed)
{
    const auto now = stored_text(article);
    documents::HtmlSetting setting;
    setting.deleted_word = context.text("comparison.deleted_word");
    setting.inserted_word = context.text("comparison.inserted_word");
    View view;
    add_frame(context, view, article, {typed.heading, typed.body, article.draft.revision});
    const auto author = author_of_last_save(article);
    view.set("errors", false)
        .set("error_heading", false)
        .set("error_text", false)
        .set("kept_message", context.text("covenant_editor.kept_at"))
        .set("not_kept_message", context.text("covenant_editor.not_kept"))
        .optional("author", author)
        .set("their_heading", now.heading)
        .set("their_text", now.body)
        .set("difference",
             documents::runs_html(
                 compare_words(now.heading + '\n' + now.body, typed.heading + '\n' + typed.body), setting));
    return covenant_page(context, "conflict", std::move(view), 409);
}

} // namespace rondetafel::web::pages
