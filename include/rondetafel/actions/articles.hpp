// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// One first-level article of a covenant.
struct ArticleWish
{
    CovenantId covenant;
    ArticleId article;
};

/// An article as the editor shows it.
struct ArticleView
{
    Covenant covenant;
    CovenantText text; ///< of the whole covenant, as it stands
    storage::DraftArticle draft;
    std::optional<storage::ArticleTyping> typing; ///< what this person typed and did not save
    std::vector<storage::ArticleSave> saves;      ///< newest first
};
Result<ArticleView> show_article(Context& context, const ArticleWish& wish);

/// What a person typed for an article, and the revision of the text it was typed over.
struct TypedArticle
{
    CovenantId covenant;
    ArticleId article;
    int revision = 0;
    std::string heading;
    std::string body; ///< as edited_text shows it
};
/// Conflict "article.saved_meanwhile" when somebody saved first: nothing is written, and what was typed is
/// for the caller to keep (keep_typing) and to show beside what stands there now. Invalid names "heading" or
/// "text".
Result<Done> save_article(Context& context, const TypedArticle& wish);
/// The covenant's text as it would be; writes nothing.
Result<CovenantText> preview_article(Context& context, const TypedArticle& wish);
/// Keeps what a person is typing until it is saved or thrown away. Changes nothing of the text.
Result<Done> keep_typing(Context& context, const TypedArticle& wish);
Result<Done> forget_typing(Context& context, const ArticleWish& wish);

/// A new empty article of a first-level kind, after `after` or at the end of its kind.
struct AddArticle
{
    CovenantId covenant;
    ArticleKind kind = ArticleKind::article;
    ArticleId after;
    std::string heading; ///< invalid "heading" when missing; considerations have none
};
Result<ArticleId> add_article(Context& context, const AddArticle& wish);

/// One place up or down among the articles of its kind (articles and definitions are one kind here).
struct MoveArticle
{
    CovenantId covenant;
    ArticleId article;
    bool up = true;
};
Result<Done> move_article(Context& context, const MoveArticle& wish);

/// Takes an article out of the text. It can be put back: see removed_articles.
struct RemoveArticle
{
    CovenantId covenant;
    ArticleId article;
    int revision = 0;
};
Result<Done> remove_article(Context& context, const RemoveArticle& wish);
/// The last save of each article that is not in the text any more, newest first.
Result<std::vector<storage::ArticleSave>> removed_articles(Context& context, const CovenantId& covenant);

/// Puts an earlier save back, whole: over the article as it stands, or as an article again when it was
/// removed.
struct RestoreArticle
{
    CovenantId covenant;
    long long save = 0;
    int revision = 0; ///< of the article as it stands; 0 when it was removed
};
Result<ArticleId> restore_article(Context& context, const RestoreArticle& wish);

/// For other actions: makes the whole draft equal to `articles`, with a save of each article that changes.
void replace_draft(Context& context, CovenantId covenant, const std::vector<Article>& articles);

} // namespace rondetafel::actions
