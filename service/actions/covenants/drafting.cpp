// SPDX-License-Identifier: EUPL-1.2
#include "drafting.hpp"

#include <algorithm>

namespace rondetafel::actions
{

Result<OpenArticle> open_article(Context& context, CovenantId covenant, const ArticleId& article)
{
    if (const auto open = covenant_to_change(context, covenant); !open)
        return open.error();
    auto draft = context.records.drafts.find(covenant, article);
    if (!draft)
        return not_found("article");
    return OpenArticle{covenant_view(context, covenant).value(), std::move(*draft)};
}

void write_save(Context& context, CovenantId covenant, storage::SaveVerb verb,
                const std::vector<Article>& pieces)
{
    storage::ArticleSave save;
    save.covenant = covenant;
    save.article = pieces.front().id;
    save.verb = verb;
    save.pieces = pieces;
    if (context.actor.account)
        save.account = context.actor.account->id;
    save.author = context.actor.display_name();
    save.saved_at = context.now;
    context.records.drafts.add_save(save);
}

int rank(ArticleKind kind)
{
    if (kind == ArticleKind::consideration)
        return 0;
    return kind == ArticleKind::annex ? 2 : 1;
}

void put_branch(Context& context, CovenantId covenant, const std::vector<Article>& pieces,
                const ArticleId& after)
{
    const auto drafts = context.records.drafts.of(covenant);
    const auto own = rank(pieces.front().kind);
    auto place = std::find_if(drafts.begin(), drafts.end(),
                              [&](const storage::DraftArticle& draft)
                              { return draft.id() == after && rank(draft.article().kind) == own; });
    if (place != drafts.end())
        ++place;
    else
        place = std::find_if(drafts.begin(), drafts.end(),
                             [&](const storage::DraftArticle& draft)
                             { return rank(draft.article().kind) > own; });
    // Positions may have holes where articles were removed.
    const auto position =
        place == drafts.end() ? (drafts.empty() ? 0 : drafts.back().position + 1) : place->position;
    context.records.drafts.add(covenant, pieces, position, context.now);
}

} // namespace rondetafel::actions
