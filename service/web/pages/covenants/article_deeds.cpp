// SPDX-License-Identifier: EUPL-1.2
#include "articles.hpp"

#include "covenant_parts.hpp"

#include "../../problems.hpp"

#include <rondetafel/actions/articles.hpp>
#include <rondetafel/documents/covenant_html.hpp>

#include <array>

namespace rondetafel::web::pages
{

using templates::View;

namespace
{

// The kinds a person may add on the first level, as the form names them.
constexpr std::array kinds_to_add{ArticleKind::article, ArticleKind::consideration, ArticleKind::definitions,
                                  ArticleKind::annex};

http::Response new_article_page(Context& context, const actions::CovenantView& entry, const http::Form& typed,
                                const Problem* problem)
{
    View view;
    add_covenant_head(context, view, entry.covenant, false, "");
    view.set("title", context.text("article_form.title"))
        .set("action", covenant_path(entry.covenant.id, "/artikelen"))
        .set("after", typed.value("after"));
    add_problem(context, view, problem, {});
    Choices kinds;
    for (const auto kind : kinds_to_add)
        kinds.emplace_back(word(kind), context.text("article_form.kind_" + std::string(word(kind))));
    FormFields fields(context, typed, problem, "article_form");
    fields.select("kind", kinds).line("heading", true);
    view.set("fields", std::move(fields).views());
    return covenant_page(context, "new_article", std::move(view), problem != nullptr ? 422 : 200);
}

http::Response back_to_article(Context& context, CovenantId covenant, const ArticleId& article,
                               const char* notice)
{
    return context.go(covenant_path(covenant, "#a-" + article.value), notice);
}

} // namespace

http::Response new_article(http::Request& request, Context& context)
{
    const auto entry = context.read(actions::show_covenant, covenant_named(request));
    if (!entry)
        return context.refuse(entry.error());
    const auto query = query_of(request);
    const auto kind = from_word<ArticleKind>(query.value("soort")).value_or(ArticleKind::article);
    return new_article_page(context, *entry,
                            http::Form({{"kind", std::string(word(kind))}, {"after", query.value("na")}}),
                            nullptr);
}

http::Response add_article(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    actions::AddArticle wish;
    wish.covenant = covenant_named(request);
    wish.kind = from_word<ArticleKind>(form->value("kind")).value_or(ArticleKind::member);
    wish.heading = trimmed(form->value("heading"));
    if (is_article_id(form->value("after")))
        wish.after = ArticleId{form->value("after")};
    const auto added = context.perform(actions::add_article, wish);
    if (added)
        return context.go(article_path(wish.covenant, *added), "article_added");
    const auto refused = added.error();
    const auto entry = context.read(actions::show_covenant, wish.covenant);
    if (refused.refusal != Refusal::invalid || !entry)
        return context.refuse(refused);
    return new_article_page(context, *entry, *form, &refused);
}

http::Response move_article(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const actions::MoveArticle wish{covenant_named(request), article_named(request),
                                    form->value("richting") == "op"};
    const auto moved = context.perform(actions::move_article, wish);
    return moved ? back_to_article(context, wish.covenant, wish.article, "article_moved")
                 : context.refuse(moved.error());
}

http::Response remove_article(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const actions::RemoveArticle wish{covenant_named(request), article_named(request), revision_from(*form)};
    const auto removed = context.perform(actions::remove_article, wish);
    return removed ? context.go(covenant_path(wish.covenant), "article_removed")
                   : context.refuse(removed.error());
}

http::Response restore_article(http::Request& request, Context& context)
{
    const auto form = http::read_form(request);
    if (!form)
        return context.refuse(form.error());
    const actions::RestoreArticle wish{
        covenant_named(request), number_from(form->value("bewaring")).value_or(0), revision_from(*form)};
    const auto restored = context.perform(actions::restore_article, wish);
    return restored ? back_to_article(context, wish.covenant, *restored, "article_restored")
                    : context.refuse(restored.error());
}

} // namespace rondetafel::web::pages
