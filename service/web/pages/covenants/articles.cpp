// SPDX-License-Identifier: EUPL-1.2
#include "articles.hpp"

#include "article_editor.hpp"
#include "covenant_parts.hpp"

#include <rondetafel/documents/covenant_html.hpp>

namespace rondetafel::web::pages
{

namespace
{

actions::ArticleWish wish_of(const http::Request& request)
{
    return {covenant_named(request), article_named(request)};
}

// Browsers send line ends as CR LF.
std::string with_plain_line_ends(std::string text)
{
    std::erase(text, '\r');
    return text;
}

actions::TypedArticle typed_from(const http::Request& request, const http::Form& form)
{
    return {covenant_named(request), article_named(request), revision_from(form),
            trimmed(form.value("heading")), with_plain_line_ends(form.value("text"))};
}

http::Response show_preview(Context& context, const actions::ArticleView& article,
                            const actions::TypedArticle& typed)
{
    const Typed shown{typed.heading, typed.body, typed.revision};
    const auto text = context.read(actions::preview_article, typed);
    if (!text)
    {
        const auto refused = text.error();
        return refused.refusal == Refusal::invalid ? editor_page(context, article, shown, &refused, {})
                                                   : context.refuse(refused);
    }
    documents::HtmlSetting setting;
    setting.level = 3;
    setting.anchors = false;
    setting.reference_base = covenant_path(typed.covenant);
    return editor_page(context, article, shown, nullptr,
                       documents::article_html(*text, typed.article, setting));
}

// Somebody was faster. What was typed is kept first, so that even a closed browser loses nothing.
http::Response show_conflict(Context& context, const actions::TypedArticle& typed)
{
    const auto kept = context.perform(actions::keep_typing, typed);
    if (!kept)
        return context.refuse(kept.error());
    const auto article = context.read(actions::show_article, {typed.covenant, typed.article});
    if (!article)
        return context.refuse(article.error());
    return conflict_page(context, *article, {typed.heading, typed.body, typed.revision});
}

bool somebody_was_faster(const Problem& problem)
{
    return problem.code == "article.saved_meanwhile" || problem.code == "changed.meanwhile";
}

} // namespace

http::Response edit_article(http::Request& request, Context& context)
{
    const auto article = context.read(actions::show_article, wish_of(request));
    if (!article)
        return context.refuse(article.error());
    auto typed = stored_text(*article);
    if (query_of(request).value("concept") == "ja" && article->typing)
        typed = {article->typing->heading, article->typing->body, article->typing->base_revision};
    return editor_page(context, *article, typed, nullptr, {});
}

http::Response save_article(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto typed = typed_from(request, *form);
    const auto article = context.read(actions::show_article, wish_of(request));
    if (!article)
        return context.refuse(article.error());
    if (form->value("doe") == "voorbeeld")
        return show_preview(context, *article, typed);
    const auto saved = context.perform(actions::save_article, typed);
    if (saved)
        return context.go(covenant_path(typed.covenant, "#a-" + typed.article.value), "article_saved");
    const auto refused = saved.error();
    if (somebody_was_faster(refused))
        return show_conflict(context, typed);
    if (refused.refusal != Refusal::invalid)
        return context.refuse(refused);
    return editor_page(context, *article, {typed.heading, typed.body, typed.revision}, &refused, {});
}

http::Response keep_typing(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const auto kept = context.perform(actions::keep_typing, typed_from(request, *form));
    return kept ? http::text(200, "kept\n") : context.refuse(kept.error());
}

http::Response forget_typing(http::Request& request, Context& context)
{
    const auto wish = wish_of(request);
    const auto done = context.perform(actions::forget_typing, wish);
    if (!done)
        return context.refuse(done.error());
    return context.go(article_path(wish.covenant, wish.article), "typing_forgotten");
}

} // namespace rondetafel::web::pages
