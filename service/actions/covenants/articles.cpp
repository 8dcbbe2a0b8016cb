// SPDX-License-Identifier: EUPL-1.2
#include "drafting.hpp"

#include <rondetafel/actions/articles.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

// How many of the newest saves are searched for articles that are gone.
constexpr int removed_articles_looked_at = 500;
// As much as an article may hold (read_article).
constexpr std::size_t typed_characters_max = 60'000;

void forget_own_typing(Context& context, const ArticleId& article)
{
    if (context.actor.account)
        context.records.drafts.forget_typing(article, context.actor.account->id);
}

Result<std::vector<Article>> read_typed(Context& context, const OpenArticle& open, const TypedArticle& wish)
{
    return read_article(open.covenant.text, open.draft.article(), wish.heading, wish.body,
                        *context.installation.randomness);
}

} // namespace

Result<ArticleView> show_article(Context& context, const ArticleWish& wish)
{
    auto covenant = covenant_view(context, wish.covenant);
    if (!covenant)
        return covenant.error();
    auto draft = context.records.drafts.find(wish.covenant, wish.article);
    if (!draft)
        return not_found("article");
    ArticleView view{covenant->covenant, std::move(covenant->text), std::move(*draft), {}, {}};
    if (context.actor.account)
        view.typing = context.records.drafts.typing(wish.article, context.actor.account->id);
    view.saves = context.records.drafts.saves_of(wish.covenant, wish.article);
    return view;
}

Result<Done> save_article(Context& context, const TypedArticle& wish)
{
    auto open = open_article(context, wish.covenant, wish.article);
    if (!open)
        return open.error();
    if (open->draft.revision != wish.revision)
        return conflict("article.saved_meanwhile");
    auto pieces = read_typed(context, *open, wish);
    if (!pieces)
        return pieces.error();
    forget_own_typing(context, wish.article);
    if (*pieces == open->draft.pieces)
        return Done{};
    open->draft.pieces = std::move(*pieces);
    context.records.drafts.save(open->draft, context.now);
    write_save(context, wish.covenant, storage::SaveVerb::changed, open->draft.pieces);
    return Done{};
}

Result<CovenantText> preview_article(Context& context, const TypedArticle& wish)
{
    auto open = open_article(context, wish.covenant, wish.article);
    if (!open)
        return open.error();
    const auto pieces = read_typed(context, *open, wish);
    if (!pieces)
        return pieces.error();
    replace_branch(open->covenant.text, *pieces);
    return open->covenant.text;
}

Result<Done> keep_typing(Context& context, const TypedArticle& wish)
{
    if (!context.actor.account)
        return forbidden("role.not_enough");
    if (!context.records.drafts.find(wish.covenant, wish.article))
        return not_found("article");
    FieldChecks checks;
    checks.one_line("heading", wish.heading, 300);
    checks.lines("text", wish.body, typed_characters_max);
    if (auto checked = checks.outcome(); !checked)
        return checked.error();
    context.records.drafts.set_typing(
        {wish.article, context.actor.account->id, wish.revision, wish.heading, wish.body, context.now});
    return Done{};
}

Result<Done> forget_typing(Context& context, const ArticleWish& wish)
{
    if (const auto open = open_article(context, wish.covenant, wish.article); !open)
        return open.error();
    forget_own_typing(context, wish.article);
    return Done{};
}

Result<Done> remove_article(Context& context, const RemoveArticle& wish)
{
    auto open = open_article(context, wish.covenant, wish.article);
    if (!open)
        return open.error();
    if (open->draft.revision != wish.revision)
        return conflict("article.saved_meanwhile");
    context.records.drafts.remove(open->draft);
    write_save(context, wish.covenant, storage::SaveVerb::removed, open->draft.pieces);
    write_covenant_event(context, "covenant.article_removed", wish.covenant,
                         citation(open->covenant.text, wish.article));
    return Done{};
}

Result<std::vector<storage::ArticleSave>> removed_articles(Context& context, const CovenantId& covenant)
{
    const auto drafts = context.records.drafts.of(covenant);
    std::vector<storage::ArticleSave> removed;
    const auto seen = [&](const ArticleId& id)
    {
        return std::any_of(drafts.begin(), drafts.end(),
                           [&](const auto& draft) { return draft.id() == id; }) ||
               std::any_of(removed.begin(), removed.end(),
                           [&](const auto& save) { return save.article == id; });
    };
    for (auto& save : context.records.drafts.saves_of(covenant, removed_articles_looked_at))
        if (!seen(save.article))
            removed.push_back(std::move(save));
    return removed;
}

Result<ArticleId> restore_article(Context& context, const RestoreArticle& wish)
{
    if (const auto open = covenant_to_change(context, wish.covenant); !open)
        return open.error();
    const auto save = context.records.drafts.find_save(wish.covenant, wish.save);
    if (!save)
        return not_found("article");
    auto draft = context.records.drafts.find(wish.covenant, save->article);
    if (!draft)
    {
        context.records.covenants.take_turn(wish.covenant);
        put_branch(context, wish.covenant, save->pieces, {});
        write_save(context, wish.covenant, storage::SaveVerb::restored, save->pieces);
        return save->article;
    }
    if (draft->revision != wish.revision)
        return conflict("article.saved_meanwhile");
    draft->pieces = save->pieces;
    context.records.drafts.save(*draft, context.now);
    write_save(context, wish.covenant, storage::SaveVerb::restored, draft->pieces);
    return draft->id();
}

void replace_draft(Context& context, CovenantId covenant, const std::vector<Article>& articles)
{
    context.records.covenants.take_turn(covenant);
    const auto before = context.records.drafts.of(covenant);
    context.records.drafts.replace(covenant, articles, before, context.now);
    const auto after = context.records.drafts.of(covenant);
    const auto stands_in =
        [](const std::vector<storage::DraftArticle>& drafts, const storage::DraftArticle& draft)
    {
        return std::any_of(drafts.begin(), drafts.end(),
                           [&](const auto& other)
                           { return other.id() == draft.id() && other.pieces == draft.pieces; });
    };
    const auto is_gone = [&](const storage::DraftArticle& draft)
    {
        return std::none_of(after.begin(), after.end(),
                            [&](const auto& other) { return other.id() == draft.id(); });
    };
    for (const auto& draft : before)
        if (is_gone(draft))
            write_save(context, covenant, storage::SaveVerb::removed, draft.pieces);
    for (const auto& draft : after)
        if (!stands_in(before, draft))
            write_save(context, covenant, storage::SaveVerb::replaced, draft.pieces);
}

} // namespace rondetafel::actions
