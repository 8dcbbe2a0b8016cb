// SPDX-License-Identifier: EUPL-1.2
#include "drafting.hpp"

#include <rondetafel/actions/articles.hpp>
#include <rondetafel/domain/fields.hpp>

#include <algorithm>

namespace rondetafel::actions
{

namespace
{

bool stands_on_first_level(ArticleKind kind)
{
    return kind == ArticleKind::consideration || kind == ArticleKind::article ||
           kind == ArticleKind::definitions || kind == ArticleKind::annex;
}

Result<Done> check_new_article(const AddArticle& wish)
{
    FieldChecks checks;
    if (!stands_on_first_level(wish.kind))
        checks.refuse("kind", "choice.missing");
    if (wish.kind != ArticleKind::consideration)
        checks.required("heading", wish.heading);
    checks.one_line("heading", wish.heading, 300);
    return checks.outcome();
}

} // namespace

Result<ArticleId> add_article(Context& context, const AddArticle& wish)
{
    if (const auto open = covenant_to_change(context, wish.covenant); !open)
        return open.error();
    if (auto checked = check_new_article(wish); !checked)
        return checked.error();
    context.records.covenants.take_turn(wish.covenant);
    Article article;
    article.id = new_article_id(*context.installation.randomness);
    article.kind = wish.kind;
    if (wish.kind != ArticleKind::consideration)
        article.heading = wish.heading;
    put_branch(context, wish.covenant, {article}, wish.after);
    write_save(context, wish.covenant, storage::SaveVerb::added, {article});
    return article.id;
}

Result<Done> move_article(Context& context, const MoveArticle& wish)
{
    context.records.covenants.take_turn(wish.covenant);
    const auto open = open_article(context, wish.covenant, wish.article);
    if (!open)
        return open.error();
    std::vector<ArticleId> ids;
    std::vector<int> ranks;
    for (const auto& draft : open->covenant.articles)
    {
        ids.push_back(draft.id());
        ranks.push_back(rank(draft.article().kind));
    }
    const auto at = std::distance(ids.begin(), std::find(ids.begin(), ids.end(), wish.article));
    const auto to = at + (wish.up ? -1 : 1);
    const auto last = static_cast<std::ptrdiff_t>(ids.size()) - 1;
    if (to < 0 || to > last || ranks[static_cast<std::size_t>(to)] != ranks[static_cast<std::size_t>(at)])
        return Done{};
    std::swap(ids[static_cast<std::size_t>(at)], ids[static_cast<std::size_t>(to)]);
    context.records.drafts.order(wish.covenant, ids);
    write_save(context, wish.covenant, storage::SaveVerb::moved, open->draft.pieces);
    return Done{};
}

} // namespace rondetafel::actions
